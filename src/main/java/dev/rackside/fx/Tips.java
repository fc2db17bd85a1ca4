package dev.rackside.fx;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Nothing is cut without a tooltip that says it in full. */
public final class Tips {

    private Tips() {
    }

    /** Gives a label a tooltip for as long as it is cut; one that it has already is left alone. */
    public static void whenCut(Labeled label) {
        if (label.getTooltip() == null) {
            label.textTruncatedProperty().addListener((_, _, cut) -> label.setTooltip(cut ? saying(label) : null));
        }
    }

    private static Tooltip saying(Labeled label) {
        var tooltip = new Tooltip();
        tooltip.textProperty().bind(label.textProperty());
        return tooltip;
    }

    /** The same for the value that a closed box shows, in the words of the box's converter. */
    public static <T> void whenCut(ComboBox<T> box) {
        var face = new ListCell<T>() {
            @Override
            protected void updateItem(@Nullable T value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty || value == null ? box.getPromptText() : box.getConverter().toString(value));
            }
        };
        whenCut(face);
        box.setButtonCell(face);
    }
}
