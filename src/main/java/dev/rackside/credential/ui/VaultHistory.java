package dev.rackside.credential.ui;

import dev.rackside.credential.VaultEventType;
import dev.rackside.credential.VaultRecord.Event;
import dev.rackside.fx.Age;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.geometry.VPos;

/** What was done with the vault, the newest first. */
final class VaultHistory extends VBox {

    private final GridPane lines = new GridPane(16, 4);
    private final Label none = new Label(Messages.get("vault.history.none"));
    private final Label older = new Label(Messages.get("vault.history.older", VaultRecordModel.NEWEST));

    VaultHistory(VaultRecordModel model) {
        super(8);
        var heading = new Label(Messages.get("vault.history"));
        heading.getStyleClass().add("section");
        none.getStyleClass().add("muted");
        none.setWrapText(true);
        older.getStyleClass().add("muted");
        older.setWrapText(true);
        var said = new ColumnConstraints();
        said.setHgrow(Priority.ALWAYS);
        var when = new ColumnConstraints();
        when.setMinWidth(USE_PREF_SIZE);
        lines.getColumnConstraints().addAll(when, said);
        getChildren().add(heading);
        model.events().addListener((_, _, now) -> show(heading, now));
        show(heading, model.events().get());
    }

    private void show(Label heading, List<Event> events) {
        lines.getChildren().clear();
        events.forEach(event -> {
            var at = new Label(Age.here().text(event.at()));
            at.getStyleClass().add("muted");
            at.setTooltip(new Tooltip(Age.here().full(event.at())));
            GridPane.setValignment(at, VPos.TOP);
            var said = new Label(words(event));
            said.setWrapText(true);
            lines.addRow(lines.getRowCount(), at, said);
        });
        getChildren().setAll(heading, events.isEmpty() ? none : lines);
        if (events.size() == VaultRecordModel.NEWEST) {
            getChildren().add(older);
        }
    }

    /** Who did what, to whom; what a newer program did is told by its code. */
    static String words(Event event) {
        var type = event.type().known();
        if (type == null) {
            return Messages.get("vault.event.other", event.technician(), String.valueOf(event.type().text()));
        }
        var place = event.place().known();
        return Messages.get("vault.event." + key(type), event.technician(),
                event.subject() == null ? Messages.get("vault.event.nobody") : event.subject(),
                place == null ? "" : CredentialWords.place(place));
    }

    private static String key(VaultEventType type) {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
