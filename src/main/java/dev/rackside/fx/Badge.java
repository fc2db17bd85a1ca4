package dev.rackside.fx;

import java.util.Locale;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A word that says how something stands, with a colour and a shape that say the same. */
public record Badge(String word, Tone tone) {

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
        REST(Feather.CIRCLE);

        private final Feather shape;

        Tone(Feather shape) {
            this.shape = shape;
        }
    }

    public static Badge good(String word) {
        return new Badge(word, Tone.GOOD);
    }

    public static Badge warn(String word) {
        return new Badge(word, Tone.WARN);
    }

    public static Badge bad(String word) {
        return new Badge(word, Tone.BAD);
    }

    public static Badge info(String word) {
        return new Badge(word, Tone.INFO);
    }

    public static Badge rest(String word) {
        return new Badge(word, Tone.REST);
    }

    /** A label that shows it. */
    public Label label() {
        var label = new Label();
        show(label);
        return label;
    }

    void show(Label label) {
        label.setText(word);
        label.setGraphic(new FontIcon(tone.shape));
        label.getStyleClass().removeIf(style -> style.startsWith("badge"));
        label.getStyleClass().addAll("badge", "badge-" + tone.name().toLowerCase(Locale.ROOT));
    }
}
