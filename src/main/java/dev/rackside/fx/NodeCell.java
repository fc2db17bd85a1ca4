package dev.rackside.fx;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell with anything. */
final class NodeCell<R> extends TableCell<R, R> {

    private final Function<R, @Nullable Node> value;
    private @Nullable R shown;

    NodeCell(Function<R, @Nullable Node> value) {
        this.value = value;
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        // The table says the same row again and again while it lays out.
        if (empty || !same(row, shown)) {
            shown = row;
            var node = row == null ? null : value.apply(row);
            if (node instanceof Labeled label) {
                Tips.whenCut(label);
            }
            setGraphic(node);
        }
    }

    /** The very same object: a row that was read again may have other values under the same id. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }
}
