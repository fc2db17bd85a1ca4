package dev.rackside.tour;

import dev.rackside.text.Messages;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ToggleButton;

/** Every place of the sidebar, whatever it is. */
final class PlacesVisit {

    private final Visitor visitor;

    PlacesVisit(Visitor visitor) {
        this.visitor = visitor;
    }

    /**
     * A place of the sidebar.
     *
     * @param slug its title as part of a file's name
     */
    record Place(ToggleButton entry, String title, String slug) {}

    void all() {
        for (var place : places(visitor.guide())) {
            new PlaceVisit(visitor, place).all();
            if (place.title().equals(Messages.get("credential.list"))) {
                visitor.step("vault", () -> new VaultVisit(visitor, place).all());
            }
        }
    }

    static List<Place> places(Guide guide) {
        return guide.ask(() -> entries().stream()
                .map(entry -> new Place(entry, entry.getText(), slug(entry.getText()))).toList());
    }

    /** To be asked on the screen thread. */
    static List<ToggleButton> entries() {
        return Scenery.top().map(window -> Scenery.all(window.getScene().getRoot(), ToggleButton.class,
                button -> Scenery.styled(button, "sidebar-entry"))).orElse(List.of());
    }

    static String slug(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
