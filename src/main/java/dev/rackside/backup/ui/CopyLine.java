package dev.rackside.backup.ui;

import dev.rackside.text.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A path or a checksum in full, with a button that copies it. */
final class CopyLine extends HBox {

    CopyLine(String text) {
        super(8);
        var label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add("mono");
        HBox.setHgrow(label, Priority.ALWAYS);
        var copy = new Button(null, new FontIcon(Feather.COPY));
        copy.getStyleClass().addAll("flat", "button-icon", "small");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setTooltip(new Tooltip(Messages.get("fx.copy")));
        copy.setAccessibleText(Messages.get("fx.copy"));
        copy.setOnAction(_ -> {
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        getChildren().addAll(label, copy);
    }
}
