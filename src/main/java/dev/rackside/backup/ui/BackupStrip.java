package dev.rackside.backup.ui;

import dev.rackside.fx.TextScale;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/**
 * What matters of the backups, side by side above the list; two by two and without the notes where the list is narrow.
 * A tile that leads somewhere is a button.
 */
public final class BackupStrip extends GridPane {

    private static final double WIDE = 680;

    private List<StripTile> tiles = List.of();
    private Consumer<StripTile> open = _ -> {
    };
    private boolean narrow;

    public BackupStrip() {
        getStyleClass().add("backup-strip");
        setMinWidth(0);
        widthProperty().addListener((_, _, width) -> {
            if ((width.doubleValue() < TextScale.px(WIDE)) != narrow) {
                narrow = !narrow;
                arrange();
            }
        });
    }

    /** Shows the tiles; {@code act} gets the one that was pressed. */
    void show(List<StripTile> shown, Consumer<StripTile> act) {
        tiles = shown;
        open = act;
        arrange();
    }

    private void arrange() {
        var columns = narrow ? 2 : 4;
        getChildren().clear();
        getColumnConstraints().clear();
        for (var column = 0; column < columns; column++) {
            var share = new ColumnConstraints();
            share.setPercentWidth(100.0 / columns);
            getColumnConstraints().add(share);
        }
        for (var index = 0; index < tiles.size(); index++) {
            add(button(tiles.get(index)), index % columns, index / columns);
        }
    }

    private Button button(StripTile tile) {
        var caption = new Label(tile.kind().caption());
        caption.getStyleClass().add("muted");
        var headline = tile.headline().label();
        headline.getStyleClass().add("headline");
        var box = new VBox(caption, headline);
        if (!narrow) {
            var note = new Label(tile.note());
            note.getStyleClass().add("muted");
            box.getChildren().add(note);
        }
        box.setMinWidth(0);
        var button = new Button(null, box);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "backup-tile");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setAccessibleText(tile.spoken());
        button.setTooltip(new Tooltip(tile.spoken()));
        button.setFocusTraversable(tile.leads());
        if (tile.leads()) {
            button.setOnAction(_ -> open.accept(tile));
        } else {
            button.getStyleClass().add("still");
        }
        return button;
    }
}
