package dev.rackside.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.stage.Window;

/** How everything looks: light or dark, or as the system does; applied to every window that opens. */
public final class Theme {

    /** What the person wants. */
    public enum Wish {
        SYSTEM, LIGHT, DARK
    }

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final String SHEET = Objects.requireNonNull(Theme.class.getResource("rackside.css"))
            .toExternalForm();

    private Wish wish = Wish.SYSTEM;
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

    public Wish wish() {
        return wish;
    }

    /** Whether the screen is dark now. */
    public boolean dark() {
        return wish == Wish.DARK
                || (wish == Wish.SYSTEM && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    }

    private void apply() {
        var theme = dark() ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        Window.getWindows().forEach(this::dress);
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
        scene.getRoot().pseudoClassStateChanged(DARK, dark());
    }
}
