package dev.rackside.tour;

import dev.rackside.text.Messages;
import java.time.Duration;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

/** From the first start to a workspace with something in it. */
final class StartVisit {

    private static final Duration OPENING = Duration.ofMinutes(2);

    private final Visitor visitor;
    private final Guide guide;

    StartVisit(Visitor visitor) {
        this.visitor = visitor;
        this.guide = visitor.guide();
    }

    /** The page of whoever has no workspace yet. */
    void firstPage() {
        visitor.step("welcome", () -> {
            guide.need(TextField.class, "owner");
            see("welcome");
            guide.type("name", "");
            see("welcome-refused");
            guide.fire(guide.need(ToggleButton.class, "there"));
            see("welcome-team");
            guide.push("test");
            see("welcome-team-refused");
            guide.fire(guide.need(ToggleButton.class, "here"));
        });
    }

    /** A workspace with nothing in it: every list says what helps. */
    void emptyWorkspace() {
        visitor.step("empty", () -> {
            make(Messages.get("tour.workspace.empty"), false);
            for (var place : PlacesVisit.places(guide)) {
                visitor.step("empty-" + place.slug(), () -> {
                    guide.fire(place.entry());
                    visitor.see("empty-" + place.slug(), place.title());
                });
            }
        });
    }

    void sampleWorkspace() {
        visitor.step("sample", () -> {
            guide.command(Messages.get("workspace.switch"));
            guide.need(TextField.class, "owner");
            see("welcome-known");
            make(Messages.get("tour.workspace.sample"), true);
        });
    }

    private void make(String name, boolean sample) {
        guide.type("name", name);
        var filled = guide.need(CheckBox.class, "sample");
        guide.act(() -> filled.setSelected(sample));
        guide.push("create");
        awaitOpen(guide);
    }

    /** Waits until a workspace is open. */
    static void awaitOpen(Guide guide) {
        // The settings are there without a workspace too.
        guide.await("open workspace", OPENING, () -> PlacesVisit.entries().size() > 1);
        guide.settle();
    }

    private void see(String name) {
        visitor.see(name, Messages.get("tour.start." + name));
    }
}
