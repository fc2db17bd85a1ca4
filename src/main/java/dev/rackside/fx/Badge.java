package dev.rackside.fx;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A word that says how something stands, with a colour and a shape that say the same.
 *
 * @param tip what there is to say beyond the word, asked when somebody wants to know; null where the word says all
 */
public record Badge(String word, Tone tone, @Nullable Supplier<String> tip) {

    static final String STYLE = "badge";

    /** What the colour means; each has a shape of its own. */
    public enum Tone {
        /** Proved, confirmed, done. */
        GOOD(Feather.CHECK_CIRCLE),
        /** Doubtful, stale, due. */
        WARN(Feather.ALERT_TRIANGLE),
        /** Failed, refused, broken. */
        BAD(Feather.X_OCTAGON),
        /** Under way, linked. */
        INFO(Feather.ARROW_RIGHT_CIRCLE),
        /** Anything else. */
        REST(Feather.CIRCLE),
        /** The word alone. */
        PLAIN(null);

        private final @Nullable Feather shape;
        private final PseudoClass look;

        Tone(@Nullable Feather shape) {
            this.shape = shape;
            look = PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
        }
    }

    public static Badge good(String word) {
        return new Badge(word, Tone.GOOD, null);
    }

    public static Badge warn(String word) {
        return new Badge(word, Tone.WARN, null);
    }

    public static Badge bad(String word) {
        return new Badge(word, Tone.BAD, null);
    }

    public static Badge info(String word) {
        return new Badge(word, Tone.INFO, null);
    }

    public static Badge rest(String word) {
        return new Badge(word, Tone.REST, null);
    }

    /** A word that needs no colour, among others that do. */
    public static Badge plain(String word) {
        return new Badge(word, Tone.PLAIN, null);
    }

    /** The same with something to say beyond the word. */
    public Badge explained(Supplier<String> more) {
        return new Badge(word, tone, more);
    }

    /** A label that shows it. */
    public Label label() {
        var label = new Label();
        label.getStyleClass().add(STYLE);
        show(label);
        if (tip != null) {
            label.setTooltip(new Tooltip(tip.get()));
        }
        return label;
    }

    /** Shows it in a label, or in a cell that showed another one before. */
    void show(Labeled label) {
        label.setText(word);
        for (var other : Tone.values()) {
            label.pseudoClassStateChanged(other.look, other == tone);
        }
        if (label.getGraphic() instanceof FontIcon icon) {
            // Hidden where it isn't wanted: taken away and put back, it would be dressed anew each time.
            icon.setVisible(tone.shape != null);
            icon.setManaged(tone.shape != null);
            if (tone.shape != null) {
                icon.setIconCode(tone.shape);
            }
        } else if (tone.shape != null) {
            label.setGraphic(new FontIcon(tone.shape));
        }
    }
}
