package dev.rackside.fx;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.control.TableColumnBase;

/**
 * How large the text is: 1 to 2. What the stylesheet says in {@code em} grows by itself; what code measures in pixels
 * is asked for here, so that it has room for the text. {@link Theme} sets it.
 */
public final class TextScale {

    private static final ReadOnlyDoubleWrapper FACTOR = new ReadOnlyDoubleWrapper(1);

    private TextScale() {
    }

    static void choose(double factor) {
        FACTOR.set(factor);
    }

    public static ReadOnlyDoubleProperty factor() {
        return FACTOR.getReadOnlyProperty();
    }

    /** What takes so many pixels at 100 %. */
    public static double px(double pixels) {
        return pixels * FACTOR.get();
    }

    /** A column whose widths were given for 100 % gets room for the text as it is. */
    static void widen(TableColumnBase<?, ?> column) {
        var factor = FACTOR.get();
        column.setMaxWidth(Math.max(column.getMaxWidth(), column.getMaxWidth() * factor));
        column.setPrefWidth(column.getPrefWidth() * factor);
        column.setMinWidth(column.getMinWidth() * factor);
    }
}
