package dev.rackside.fx;

import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * A cell that has more to say than it shows. Most cells scroll by unseen, and a tooltip is a window of its own, so it
 * is made when the pointer comes; screen readers get its words at any time.
 */
abstract class TipCell<R> extends TableCell<R, R> {

    private @Nullable Tooltip tip;

    TipCell() {
        setOnMouseEntered(_ -> explain());
    }

    /** What there is to say beyond what the cell shows; null or empty where that is all. */
    abstract @Nullable String more();

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        show(row);
        if (tip != null) {
            explain();
        }
    }

    /** Shows a row; null where none is there. */
    abstract void show(@Nullable R row);

    private void explain() {
        var words = more();
        var needed = words != null && !words.isEmpty();
        tip = needed && tip == null ? new Tooltip() : tip;
        if (needed && tip != null) {
            tip.setText(words);
        }
        var wanted = needed ? tip : null;
        if (!Objects.equals(getTooltip(), wanted)) {
            setTooltip(wanted);
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.HELP
                ? more()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
