package dev.rackside.tour;

import dev.rackside.text.Messages;
import dev.rackside.tour.PlacesVisit.Place;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** The vault above the credentials: made, with its kit, open with those who have it, and locked again. */
final class VaultVisit {

    /** Opens nothing but the tour's own workspace. */
    private static final String PASSWORD = "four words for the tour";

    private final Visitor visitor;
    private final Guide guide;
    private final Place place;

    VaultVisit(Visitor visitor, Place place) {
        this.visitor = visitor;
        this.guide = visitor.guide();
        this.place = place;
    }

    void all() {
        guide.fire(place.entry());
        guide.push("vault");
        guide.type("password", PASSWORD);
        visitor.see("vault-create", Messages.get("tour.vault.create"));
        guide.type("again", PASSWORD);
        guide.push("act");
        guide.await("kit", () -> !kit().isEmpty());
        visitor.see("vault-kit", Messages.get("tour.vault.kit"));
        guide.type("kit", "0000");
        guide.push("act");
        guide.settle();
        visitor.see("vault-kit-misread", Messages.get("tour.vault.misread"));
        guide.type("kit", guide.ask(this::kit));
        guide.push("act");
        guide.await("vault", () -> kit().isEmpty());
        visitor.see("vault-open", Messages.get("tour.vault.open"));
        guide.find(TableView.class, _ -> true).ifPresent(table -> guide.act(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
        }));
        guide.press(KeyCode.ESCAPE);
        guide.press(KeyCode.ENTER);
        visitor.see("vault-secrets", Messages.get("tour.vault.secrets"));
        guide.press(KeyCode.L, KeyCode.CONTROL, KeyCode.SHIFT);
        guide.settle();
        visitor.see("vault-locked", Messages.get("tour.vault.locked"));
    }

    /** To be asked on the screen thread; empty where no kit is shown. */
    private String kit() {
        return Scenery.top().flatMap(window -> Scenery
                .all(window.getScene().getRoot(), Label.class, label -> "kitText".equals(label.getId())).stream()
                .map(Label::getText).findFirst()).orElse("");
    }
}
