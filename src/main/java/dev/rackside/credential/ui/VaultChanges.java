package dev.rackside.credential.ui;

import dev.rackside.credential.VaultRecord.Change;
import dev.rackside.fx.Age;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Presence;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What somebody knows who has the vault no more: to be changed at the systems, each a line until that is done. */
final class VaultChanges extends VBox {

    private final VaultRecordModel model;
    private final Dialogs dialogs;
    private final Consumer<UUID> open;
    private final Label heading = new Label();
    private final Label says = new Label();
    private final VBox lines = new VBox(4);
    private final Button copy = new Button();

    /** @param open shows a credential */
    VaultChanges(VaultRecordModel model, Dialogs dialogs, Consumer<UUID> open) {
        super(8);
        this.model = model;
        this.dialogs = dialogs;
        this.open = open;
        heading.getStyleClass().add("section");
        heading.setWrapText(true);
        says.setWrapText(true);
        copy.setId("copyChanges");
        copy.setOnAction(_ -> copy());
        getChildren().addAll(heading, says, lines, copy);
        model.changes().addListener((_, _, now) -> show(now));
        show(model.changes().get());
    }

    private void show(List<Change> changes) {
        Presence.present(this, !changes.isEmpty());
        copy.setText(Messages.get("vault.changes.copy"));
        lines.getChildren().setAll(changes.stream().map(this::line).toList());
        if (changes.isEmpty()) {
            return;
        }
        var first = changes.getFirst();
        heading.setText(Messages.get("vault.changes", changes.size()));
        says.setText(first.leaver() == null
                ? Messages.get("vault.changes.recovered", Age.here().full(first.since()))
                : Messages.get("vault.changes.removed", first.leaver(), Age.here().full(first.since())));
    }

    private Node line(Change change) {
        var name = new Hyperlink(CredentialWords.name(change.name()));
        name.setTooltip(new Tooltip(Messages.get("vault.changes.open")));
        name.setOnAction(_ -> open.accept(change.credential()));
        var what = new Label(Messages.get("vault.changes.line", CredentialWords.system(change.system()),
                CredentialWords.place(change.place(), change.system())));
        what.getStyleClass().add("muted");
        what.setWrapText(true);
        var leave = new Button(Messages.get("vault.changes.leave"));
        leave.getStyleClass().add("small");
        leave.setAccessibleText(Messages.get("vault.changes.leave.one", CredentialWords.name(change.name()),
                CredentialWords.place(change.place(), change.system())));
        leave.setOnAction(_ -> leave(change));
        name.setMinWidth(USE_PREF_SIZE);
        what.setMinWidth(0);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        leave.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(8, name, what, leave);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void leave(Change change) {
        if (dialogs.confirm(Messages.get("vault.changes.leave.question", CredentialWords.place(change.place(),
                change.system()), CredentialWords.name(change.name())),
                Messages.get("vault.changes.leave.explanation"), Messages.get("vault.changes.leave"))) {
            model.leave(change);
        }
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(model.text());
        Clipboard.getSystemClipboard().setContent(content);
        copy.setText(Messages.get("fx.copied"));
    }
}
