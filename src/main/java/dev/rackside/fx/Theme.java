package dev.rackside.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * How everything looks: light or dark, or as the system does; how much room a row takes; how large the text is. Applied
 * to every window that opens.
 */
public final class Theme {

    /** What the person wants. */
    public enum Wish {
        SYSTEM, LIGHT, DARK
    }

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final String SHEET = Objects.requireNonNull(Theme.class.getResource("rackside.css"))
            .toExternalForm();

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    /** The sizes that the stylesheet can't say in em, since icons have a font of their own: what has which, in pixels. */
    private static final Map<String, Double> SIZES = Map.of(".root { -fx-font-size: ", 13.0,
            ".ikonli-font-icon { -fx-icon-size: ", 16.0,
            ".badge .ikonli-font-icon, .form-error .ikonli-font-icon { -fx-icon-size: ", 14.0);

    private Wish wish = Wish.SYSTEM;
    private boolean compact;
    private String scaled = "";
    private boolean started;

    /** Looks like this from now on. */
    public void choose(Wish choice) {
        wish = choice;
        if (!started) {
            started = true;
            Platform.getPreferences().colorSchemeProperty().addListener((_, _, _) -> apply());
            Window.getWindows().addListener((ListChangeListener<Window>) change -> {
                while (change.next()) {
                    change.getAddedSubList().forEach(this::dress);
                }
            });
        }
        apply();
    }

    /** Rows of lists take less room, or as much as usual. */
    public void compact(boolean dense) {
        compact = dense;
        Window.getWindows().forEach(this::dress);
    }

    /**
     * The size of the text and of everything that grows with it.
     *
     * @param factor 1 for the usual size
     */
    public void text(double factor) {
        TextScale.choose(factor);
        var rules = SIZES.entrySet().stream()
                .map(size -> String.format(Locale.ROOT, "%s%.2fpx; }", size.getKey(), size.getValue() * factor))
                .collect(Collectors.joining("\n"));
        var old = scaled;
        scaled = factor == 1
                ? ""
                : "data:text/css;base64,"
                        + Base64.getEncoder().encodeToString(rules.getBytes(StandardCharsets.UTF_8));
        Window.getWindows().forEach(window -> {
            if (window.getScene() != null) {
                window.getScene().getStylesheets().remove(old);
            }
            dress(window);
        });
    }

    public Wish wish() {
        return wish;
    }

    /** Whether the screen is dark now. */
    public boolean dark() {
        return dark(wish);
    }

    /** Whether the screen is dark with such a wish. */
    public static boolean dark(Wish wish) {
        return wish == Wish.DARK
                || (wish == Wish.SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    }

    private void apply() {
        wear(dark());
        Window.getWindows().forEach(this::dress);
    }

    /** The style of all controls; said before the first one is made, it spares the reading of JavaFX's own. */
    public static void wear(boolean dark) {
        var theme = dark ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }

    private void dress(Window window) {
        var scene = window.getScene();
        if (scene != null) {
            dress(scene);
        }
    }

    /** Rackside's own style over the theme's; for a scene that isn't in a window yet. */
    public void dress(Scene scene) {
        if (!scene.getStylesheets().contains(SHEET)) {
            scene.getStylesheets().add(SHEET);
        }
        if (!scaled.isEmpty() && !scene.getStylesheets().contains(scaled)) {
            scene.getStylesheets().add(scaled);
        }
        scene.getRoot().pseudoClassStateChanged(DARK, dark());
        scene.getRoot().pseudoClassStateChanged(COMPACT, compact);
    }
}
