package dev.rackside.backup.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What matters of the backups, side by side above the list. A tile that leads somewhere is a button. */
public final class BackupStrip extends HBox {

    public BackupStrip() {
        getStyleClass().add("backup-strip");
    }

    /** Shows the tiles; {@code open} gets the one that was pressed. */
    void show(List<StripTile> tiles, Consumer<StripTile> open) {
        getChildren().setAll(tiles.stream().map(tile -> button(tile, open)).toList());
    }

    private static Button button(StripTile tile, Consumer<StripTile> open) {
        var caption = new Label(tile.kind().caption());
        caption.getStyleClass().add("muted");
        var headline = tile.headline().label();
        headline.getStyleClass().add("headline");
        var note = new Label(tile.note());
        note.getStyleClass().add("muted");
        var box = new VBox(caption, headline, note);
        box.setMinWidth(0);
        var button = new Button(null, box);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "backup-tile");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setPrefWidth(200);
        button.setAccessibleText(tile.spoken());
        button.setTooltip(new Tooltip(tile.spoken()));
        button.setFocusTraversable(tile.leads());
        if (tile.leads()) {
            button.setOnAction(_ -> open.accept(tile));
        } else {
            button.getStyleClass().add("still");
        }
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }
}
