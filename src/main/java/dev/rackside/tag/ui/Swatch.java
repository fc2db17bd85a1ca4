package dev.rackside.tag.ui;

import dev.rackside.fx.Badge;
import dev.rackside.tag.TagDraft;
import dev.rackside.text.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** A tag's colour as a small field with its hexadecimal text beside it, which says the same without the colour. */
final class Swatch {

    private static final double SIDE = 14;
    private static final double ROUND = 4;

    private Swatch() {
    }

    /** @param color as it stands in the row; what is no colour is shown and marked */
    static Label of(@Nullable String color) {
        if (color == null || color.isBlank()) {
            var none = new Label(Messages.get("tag.color.none"));
            none.getStyleClass().add("muted");
            return none;
        }
        if (!TagDraft.isColor(color)) {
            var odd = Badge.warn(color).label();
            odd.setTooltip(new Tooltip(Messages.get("tag.rule.color")));
            return odd;
        }
        var field = new Rectangle(SIDE, SIDE, Color.web(color));
        field.setArcWidth(ROUND);
        field.setArcHeight(ROUND);
        // White on white and black on black have an edge too.
        field.getStyleClass().add("swatch");
        var label = new Label(color, field);
        label.getStyleClass().add("mono");
        return label;
    }
}
