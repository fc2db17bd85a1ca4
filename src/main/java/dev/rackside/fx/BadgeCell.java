package dev.rackside.fx;

import java.util.function.Function;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A cell with a badge; its text is there for screen readers. */
final class BadgeCell<R> extends TableCell<R, R> {

    private final Function<R, @Nullable Badge> value;
    private final Label label = new Label();

    BadgeCell(Function<R, @Nullable Badge> value) {
        this.value = value;
        getStyleClass().add("badge-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        label.textTruncatedProperty()
                .addListener((_, _, cut) -> setTooltip(cut ? new Tooltip(label.getText()) : null));
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        var badge = row == null ? null : value.apply(row);
        if (badge != null) {
            badge.show(label);
        }
        setText(badge == null ? null : badge.word());
        setGraphic(badge == null ? null : label);
    }
}
