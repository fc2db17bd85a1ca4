package dev.rackside.tour;

import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.Theme;
import dev.rackside.shell.Command;
import dev.rackside.text.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/** What belongs to the window and to no place: the client scope, the palette and its commands, the sheets. */
final class DeskVisit {

    private final Visitor visitor;
    private final Guide guide;

    DeskVisit(Visitor visitor) {
        this.visitor = visitor;
        this.guide = visitor.guide();
    }

    void all() {
        visitor.step("scope", this::scope);
        visitor.step("palette", this::palette);
        visitor.step("keys", this::keys);
        visitor.step("commands", this::commands);
    }

    private void scope() {
        var picker = guide.need(ChoicePicker.class, "scope");
        visitor.seeOpen("desk-scope", Messages.get("tour.desk.scope"), picker::fire);
        guide.fire(picker);
        guide.press(KeyCode.DOWN);
        guide.press(KeyCode.ENTER);
        visitor.see("desk-scoped", Messages.get("tour.desk.scoped"));
        guide.act(() -> picker.setValue(null));
    }

    private void palette() {
        Runnable open = () -> guide.press(KeyCode.K, KeyCode.CONTROL);
        open.run();
        guide.await("palette", () -> Guide.palette().isPresent());
        visitor.see("desk-palette", Messages.get("tour.desk.palette"));
        guide.act(() -> Guide.palette().ifPresent(typed -> typed.setText("zzz")));
        visitor.see("desk-palette-nothing", Messages.get("tour.desk.palette-nothing"));
        guide.press(KeyCode.ESCAPE);
    }

    private void keys() {
        visitor.known();
        guide.press(KeyCode.F1);
        if (!visitor.known()) {
            visitor.see("desk-f1", Messages.get("tour.desk.f1"));
        }
    }

    /** Every command of the palette that isn't a place, a theme, or what the places do. */
    private void commands() {
        for (var title : titles()) {
            visitor.step(title, () -> {
                guide.command(title);
                if (!visitor.known()) {
                    visitor.see("command-" + PlacesVisit.slug(title), title);
                }
            });
            visitor.escape();
        }
    }

    private List<String> titles() {
        guide.press(KeyCode.K, KeyCode.CONTROL);
        var titles = guide.ask(() -> Scenery.windows().stream()
                .flatMap(window -> Scenery.all(window.getScene().getRoot(), ListView.class, _ -> true).stream())
                .flatMap(list -> ((ListView<?>) list).getItems().stream()).filter(Command.class::isInstance)
                .map(item -> ((Command) item).title()).filter(title -> !visited().contains(title)).toList());
        guide.press(KeyCode.ESCAPE);
        return titles;
    }

    private static Set<String> visited() {
        var known = new HashSet<String>();
        for (var entry : PlacesVisit.entries()) {
            known.add(Messages.get("shell.go", entry.getText()));
        }
        for (var wish : Theme.Wish.values()) {
            known.add(Messages.get("shell.command.theme." + TourPlan.word(wish)));
        }
        for (var key : List.of("shell.command.new", "shell.command.search", "shell.command.refresh",
                "shell.command.scope", "workspace.switch",
                // These open a dialog of the system, which has none without a display.
                "fx.export", "workspace.link.save")) {
            known.add(Messages.get(key));
        }
        return known;
    }
}
