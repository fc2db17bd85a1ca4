package dev.rackside.shell;

import dev.rackside.fx.Shortcut;
import dev.rackside.fx.TextScale;
import dev.rackside.text.Messages;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The places one can go to, with a dot where one asks for attention: the workspace's in groups, which scroll in a low
 * window, and at the bottom what is always there. Folds to icons in a narrow window.
 */
public final class Sidebar extends VBox {

    private static final double WIDE = 200;
    private static final double FOLDED = 56;
    private static final double FOLD_BELOW = 1100;
    private static final PseudoClass FOLDED_STATE = PseudoClass.getPseudoClass("folded");

    private final Map<String, ToggleButton> entries = new HashMap<>();
    private final Map<String, Label> dots = new HashMap<>();
    private final Map<String, String> said = new HashMap<>();
    private final VBox top = new VBox();
    private final VBox bottom = new VBox();
    private final ScrollPane scroll = new ScrollPane(top);
    private boolean folded;

    public Sidebar() {
        getStyleClass().add("sidebar");
        setAccessibleRole(AccessibleRole.PARENT);
        top.getStyleClass().add("sidebar-group");
        bottom.getStyleClass().add("sidebar-group");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, bottom);
        setMinWidth(USE_PREF_SIZE);
        bottom.setMinHeight(USE_PREF_SIZE);
        fold(false);
    }

    /** Shows the places; {@code go} is called with the key of the one that is chosen. */
    void show(DeskPlaces places, Consumer<String> go) {
        entries.clear();
        dots.clear();
        said.clear();
        top.getChildren().clear();
        bottom.getChildren().clear();
        Destination.Group group = null;
        for (var place : places.all()) {
            var box = place.group() == Destination.Group.ALWAYS ? bottom : top;
            if (group != null && group != place.group()) {
                box.getChildren().add(line());
            }
            group = place.group();
            box.getChildren().add(entry(place, places, go));
        }
        fold(folded);
    }

    private static Separator line() {
        var line = new Separator();
        line.getStyleClass().add("small");
        return line;
    }

    private ToggleButton entry(Destination place, DeskPlaces places, Consumer<String> go) {
        var entry = new ToggleButton(place.title(), icon(place));
        var keys = places.keysOf(place);
        var words = keys == null
                ? place.title()
                : Messages.get("shell.sidebar.tooltip", place.title(), Shortcut.text(keys));
        said.put(place.key(), words);
        entry.getStyleClass().add("sidebar-entry");
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setAccessibleText(place.title());
        entry.setTooltip(new Tooltip(words));
        entry.setOnAction(_ -> go.accept(place.key()));
        entries.put(place.key(), entry);
        return entry;
    }

    private MarkedIcon icon(Destination place) {
        var dot = new Label();
        dots.put(place.key(), dot);
        return new MarkedIcon(new FontIcon(place.icon()), dot);
    }

    /** An icon with the dot that asks for attention at its corner. */
    private static final class MarkedIcon extends StackPane {
        MarkedIcon(FontIcon icon, Label dot) {
            super(icon, dot);
            dot.getStyleClass().add("sidebar-dot");
            dot.setVisible(false);
        }
    }

    void select(@Nullable String key) {
        entries.forEach((name, entry) -> entry.setSelected(name.equals(key)));
        if (key != null) {
            reveal(entries.get(key));
        }
    }

    /** Scrolls so far that an entry is in view: it may have been chosen by its key. */
    private void reveal(@Nullable Node entry) {
        var all = top.getHeight() - scroll.getViewportBounds().getHeight();
        if (entry == null || !top.getChildren().contains(entry) || all <= 0) {
            return;
        }
        var from = entry.getBoundsInParent().getMinY();
        var to = entry.getBoundsInParent().getMaxY() - scroll.getViewportBounds().getHeight();
        var now = scroll.getVvalue() * all;
        scroll.setVvalue(Math.clamp(now > from ? from : Math.max(now, to), 0, all) / all);
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
        var words = said.getOrDefault(key, entry.getText());
        dot.getStyleClass().setAll("sidebar-dot");
        dot.setVisible(style != null);
        if (style != null) {
            dot.getStyleClass().add(style);
        }
        entry.setAccessibleText(style == null ? entry.getText() : entry.getText() + ". " + sentence);
        entry.setTooltip(new Tooltip(style == null ? words : words + "\n" + sentence));
    }

    /**
     * How wide it is in a window.
     *
     * @param window how wide the window is
     * @param factor how large text is, 1 for the usual size
     */
    static double width(double window, double factor) {
        return (narrow(window, factor) ? FOLDED : WIDE) * factor;
    }

    private static boolean narrow(double window, double factor) {
        return window < FOLD_BELOW * factor;
    }

    /** Folds to icons, or unfolds, as the window's width wants it. */
    void fit(double window) {
        fold(narrow(window, TextScale.px(1)));
    }

    private void fold(boolean narrow) {
        folded = narrow;
        pseudoClassStateChanged(FOLDED_STATE, narrow);
        setPrefWidth(TextScale.px(narrow ? FOLDED : WIDE));
        dots.values().forEach(dot -> {
            dot.setTranslateX(TextScale.px(7));
            dot.setTranslateY(TextScale.px(-6));
        });
        entries.values().forEach(entry -> entry.setContentDisplay(
                narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
    }
}
