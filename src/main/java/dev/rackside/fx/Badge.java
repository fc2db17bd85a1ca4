package dev.rackside.fx;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

    private static final Map<Tone, PseudoClass> LOOKS = Arrays.stream(Tone.values()).collect(Collectors.toMap(
            tone -> tone, tone -> PseudoClass.getPseudoClass(tone.name().toLowerCase(Locale.ROOT))));

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

        Tone(@Nullable Feather shape) {
            this.shape = shape;
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
        LOOKS.forEach((other, look) -> label.pseudoClassStateChanged(look, other == tone));
        if (tone.shape != null && label.getGraphic() instanceof FontIcon icon) {
            icon.setIconCode(tone.shape);
        } else {
            label.setGraphic(tone.shape == null ? null : new FontIcon(tone.shape));
        }
    }
}
