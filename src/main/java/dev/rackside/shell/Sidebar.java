package dev.rackside.shell;

import dev.rackside.text.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The places one can go to, with a dot where one asks for attention. Folds to icons in a narrow window. */
public final class Sidebar extends VBox {

    private static final double WIDE = 200;
    private static final double FOLDED = 56;
    private static final PseudoClass FOLDED_STATE = PseudoClass.getPseudoClass("folded");

    private final Map<String, ToggleButton> entries = new HashMap<>();
    private final Map<String, Label> dots = new HashMap<>();
    private boolean folded;

    public Sidebar() {
        getStyleClass().add("sidebar");
        setAccessibleRole(AccessibleRole.PARENT);
        setPrefWidth(WIDE);
        setMinWidth(USE_PREF_SIZE);
    }

    /** Shows the places; {@code go} is called with the key of the one that is chosen. */
    void show(List<Destination> places, Consumer<String> go) {
        entries.clear();
        dots.clear();
        getChildren().clear();
        for (var place : places) {
            var number = entries.size() + 1;
            var entry = new ToggleButton(place.title(), icon(place));
            entry.getStyleClass().add("sidebar-entry");
            entry.setMaxWidth(Double.MAX_VALUE);
            entry.setAccessibleText(place.title());
            entry.setTooltip(new Tooltip(number > 9
                    ? place.title()
                    : Messages.get("shell.sidebar.tooltip", place.title(), DeskKeys.place(number).getDisplayText())));
            entry.setOnAction(_ -> go.accept(place.key()));
            entries.put(place.key(), entry);
            getChildren().add(entry);
        }
        fold(folded);
    }

    private MarkedIcon icon(Destination place) {
        var dot = new Label();
        dots.put(place.key(), dot);
        return new MarkedIcon(new FontIcon(place.icon()), dot);
    }

    /** An icon with the dot that asks for attention at its corner. */
    private static final class MarkedIcon extends javafx.scene.layout.StackPane {
        MarkedIcon(FontIcon icon, Label dot) {
            super(icon, dot);
            dot.getStyleClass().add("sidebar-dot");
            dot.setVisible(false);
            dot.setTranslateX(7);
            dot.setTranslateY(-6);
        }
    }

    void select(String key) {
        entries.forEach((name, entry) -> entry.setSelected(name.equals(key)));
    }

    /**
     * Puts a dot at a place, or takes it away.
     *
     * @param style {@code dot-warn} or {@code dot-bad}; null for none
     * @param sentence what the dot means; read by the tooltip and by screen readers
     */
    void mark(String key, @Nullable String style, String sentence) {
        var dot = dots.get(key);
        var entry = entries.get(key);
        if (dot == null || entry == null) {
            return;
        }
        dot.getStyleClass().setAll("sidebar-dot");
        dot.setVisible(style != null);
        if (style != null) {
            dot.getStyleClass().add(style);
            entry.setAccessibleText(entry.getText() + ". " + sentence);
            entry.setTooltip(new Tooltip(sentence));
        }
    }

    void fold(boolean narrow) {
        folded = narrow;
        pseudoClassStateChanged(FOLDED_STATE, narrow);
        setPrefWidth(narrow ? FOLDED : WIDE);
        entries.values().forEach(entry -> entry.setContentDisplay(
                narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
    }
}
