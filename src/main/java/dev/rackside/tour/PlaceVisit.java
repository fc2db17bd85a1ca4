package dev.rackside.tour;

import dev.rackside.fx.ChoicePicker;
import dev.rackside.text.Messages;
import dev.rackside.tour.PlacesVisit.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;

/** One place: its list with each menu, a row's detail and form, a new row, and what is asked before text or rows go. */
final class PlaceVisit {

    private static final String NOWHERE = "zzz nowhere";
    /** What other visits do, what leads out of the program, and what writes where a schedule says. */
    private static final Set<String> ELSEWHERE = Set.of("edit", "delete", "duplicate", "back", "open", "runNow");

    private final Visitor visitor;
    private final Guide guide;
    private final Place place;
    private final Set<String> opened;

    PlaceVisit(Visitor visitor, Place place) {
        this.visitor = visitor;
        this.guide = visitor.guide();
        this.place = place;
        opened = visitor.opened();
    }

    void all() {
        step("list", this::list);
        if (table().isPresent()) {
            step("nothing", this::nothing);
            step("detail", this::detail);
            step("form", this::form);
            step("delete", this::delete);
            step("new", this::create);
        }
        step("buttons", this::buttons);
    }

    private void step(String name, Runnable visit) {
        visitor.step(place.slug() + "-" + name, () -> {
            guide.fire(place.entry());
            visit.run();
        });
        visitor.escape();
        widen();
    }

    /** Takes away what narrows the lists. */
    private void widen() {
        guide.act(() -> Scenery.top().ifPresent(window -> {
            var root = window.getScene().getRoot();
            Scenery.all(root, ChoicePicker.class, picker -> "scope".equals(picker.getId()))
                    .forEach(picker -> picker.setValue(null));
            Scenery.all(root, Hyperlink.class, link -> "clear".equals(link.getId())).forEach(Hyperlink::fire);
        }));
    }

    private void list() {
        see("list");
        below("list");
        menus();
        tabs();
    }

    private void nothing() {
        var field = guide.find(TextInputControl.class, input -> Scenery.styled(input, "search-field"));
        if (field.isPresent()) {
            guide.act(() -> field.get().setText(NOWHERE));
            Guide.pause(300);
            guide.settle();
            see("nothing");
            guide.act(() -> field.get().setText(""));
            Guide.pause(300);
            guide.settle();
        }
    }

    private boolean select() {
        var there = table();
        if (there.isEmpty()) {
            return false;
        }
        var table = there.get();
        guide.act(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
        });
        guide.press(KeyCode.ENTER);
        return guide.ask(() -> table.getSelectionModel().getSelectedItem() != null);
    }

    private void detail() {
        if (select()) {
            see("detail");
            below("detail");
            menus();
        }
    }

    private void form() {
        if (!select() || button("edit").isEmpty()) {
            return;
        }
        guide.press(KeyCode.F2);
        guide.await(place.slug() + ": form", () -> inputs().stream().anyMatch(Node::isFocused));
        see("form");
        below("form");
        choices();
        spoil();
        see("form-refused");
        below("form-refused");
        guide.press(KeyCode.ESCAPE);
        guide.awaitQuestion(place.slug() + ": unsaved question");
        see("form-unsaved");
        guide.answer(ButtonData.NO);
    }

    /** Types what no field takes. */
    private void spoil() {
        guide.act(() -> inputs().forEach(input -> input.setText("")));
        guide.act(() -> inputs().stream().filter(input -> !Scenery.styled(input, "text-area"))
                .forEach(input -> input.setText("x".repeat(600))));
    }

    private void create() {
        guide.press(KeyCode.N, KeyCode.CONTROL);
        if (guide.ask(() -> inputs().isEmpty())) {
            return;
        }
        see("new");
        guide.press(KeyCode.S, KeyCode.CONTROL);
        if (!visitor.known()) {
            see("new-refused");
        }
    }

    private void delete() {
        if (select()) {
            guide.press(KeyCode.DELETE);
            if (guide.asked()) {
                see("delete");
                guide.answer(ButtonData.CANCEL_CLOSE);
            }
        }
    }

    /** Whatever else opens something when it is pressed, above the list or in it. */
    private void buttons() {
        if (table().isPresent()) {
            select();
        }
        visitor.known();
        for (var button : guide.all(ButtonBase.class, this::isUnknown)) {
            var name = name(button);
            step(name, () -> {
                table().ifPresent(_ -> select());
                guide.fire(button);
                if (!visitor.known()) {
                    visitor.see(place.slug() + "-" + name, caption(words(button)));
                }
            });
        }
    }

    private boolean isUnknown(ButtonBase button) {
        return !button.isDisabled() && !(button instanceof MenuButton) && !(button instanceof ToggleButton)
                && !Scenery.within(button, TableView.class) && inPlace(button) && button.getId() != null
                && !button.getId().startsWith("new") && !ELSEWHERE.contains(button.getId()) && !facet(button);
    }

    /** Every menu that is visible and wasn't opened yet. */
    private void menus() {
        for (var menu : guide.all(MenuButton.class, button -> inPlace(button) && !button.isDisabled())) {
            var name = "menu-" + name(menu);
            if (opened.add(name)) {
                visitor.seeOpen(place.slug() + "-" + name, caption(words(menu)), menu::show);
            }
        }
        for (var facet : guide.all(ButtonBase.class, button -> facet(button) && !button.isDisabled())) {
            var name = "menu-" + name(facet);
            if (opened.add(name)) {
                visitor.seeOpen(place.slug() + "-" + name, caption(words(facet)), facet::fire);
            }
        }
    }

    private boolean facet(Node node) {
        return Scenery.styled(node, "facet-box") && inPlace(node);
    }

    private void choices() {
        Predicate<Node> picker = node -> inPlace(node) && !node.isDisabled()
                && (node instanceof ComboBoxBase || Scenery.styled(node, "choice-picker"));
        for (var box : guide.all(Node.class, picker)) {
            var name = "choice-" + name(box);
            if (opened.add(name)) {
                visitor.seeOpen(place.slug() + "-" + name, caption(name(box)), () -> {
                    if (box instanceof ComboBoxBase<?> combo) {
                        combo.show();
                    } else if (box instanceof ButtonBase button) {
                        button.fire();
                    }
                });
            }
        }
    }

    private void tabs() {
        for (var tab : guide.all(ToggleButton.class, button -> inPlace(button) && !button.isSelected())) {
            guide.fire(tab);
            if (!visitor.known()) {
                visitor.see(place.slug() + "-tab-" + name(tab), caption(words(tab)));
            }
        }
    }

    /** The rest of what is too long for the window. */
    private void below(String state) {
        var panes = guide.all(ScrollPane.class, pane -> inPlace(pane) && pane.getContent() != null
                && pane.getContent().getLayoutBounds().getHeight() > pane.getViewportBounds().getHeight() + 8);
        if (panes.isEmpty()) {
            return;
        }
        guide.act(() -> panes.forEach(pane -> pane.setVvalue(pane.getVmax())));
        see(state + "-below");
        guide.act(() -> panes.forEach(pane -> pane.setVvalue(pane.getVmin())));
    }

    private Optional<TableView<?>> table() {
        return guide.find(TableView.class, this::inPlace).map(table -> (TableView<?>) table);
    }

    private Optional<ButtonBase> button(String id) {
        return guide.find(ButtonBase.class, button -> id.equals(button.getId()) && !button.isDisabled());
    }

    /** The fields that are typed into, but for the search above the list. */
    private List<TextInputControl> inputs() {
        return Scenery.top().map(window -> Scenery.all(window.getScene().getRoot(), TextInputControl.class,
                input -> inPlace(input) && input.isEditable() && !Scenery.styled(input, "search-field")))
                .orElse(List.of());
    }

    private boolean inPlace(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (Scenery.styled(at, "desk-content")) {
                return true;
            }
        }
        return false;
    }

    private static String name(Node node) {
        return node.getId() != null ? PlacesVisit.slug(node.getId()) : PlacesVisit.slug(words(node));
    }

    private static String words(Node node) {
        if (node instanceof ButtonBase button && button.getText() != null && !button.getText().isBlank()) {
            return button.getText();
        }
        var said = node.getAccessibleText();
        return said == null ? node.getClass().getSimpleName() : said;
    }

    private void see(String state) {
        var content = guide.find(Region.class, node -> Scenery.styled(node, "desk-content")).orElse(null);
        visitor.see(place.slug() + "-" + state, caption(Messages.get("tour.state." + state)), content);
    }

    private String caption(String words) {
        return Messages.get("tour.caption", place.title(), words);
    }
}
