package dev.rackside.fx;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/** Nothing is cut without a tooltip that says it in full. */
public final class Tips {

    private Tips() {
    }

    /** Gives a label a tooltip for as long as it is cut; one that it has already is left alone. */
    public static void whenCut(Labeled label) {
        if (label.getTooltip() == null) {
            var tooltip = new Tooltip();
            tooltip.textProperty().bind(label.textProperty());
            label.textTruncatedProperty().addListener((_, _, cut) -> label.setTooltip(cut ? tooltip : null));
        }
    }
}
