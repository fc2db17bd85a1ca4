package dev.rackside.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Whether words can be read, from the colours that the stylesheets gave to real nodes: each text against what is painted
 * behind its middle. Words want 4.5 to 1, icons 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11). What is disabled is left out.
 */
public final class Legibility {

    static final double WORDS = 4.5;
    static final double ICONS = 3;

    private final List<String> faint = new ArrayList<>();
    private int looked;

    private Legibility() {
    }

    /** The pairs below a node that are too faint, each with its ratio. Styles must be applied. */
    public static List<String> tooFaint(Node root) {
        var eye = new Legibility();
        eye.look(root, 1);
        return eye.looked == 0 ? List.of("There is nothing to read here") : eye.faint;
    }

    /** How many texts there are to read. */
    static int texts(Node root) {
        var eye = new Legibility();
        eye.look(root, 1);
        return eye.looked;
    }

    private void look(Node node, double opacity) {
        if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) {
            return;
        }
        var seen = opacity * node.getOpacity();
        if (node instanceof Text text && !text.getText().isBlank() && text.getLayoutBounds().getWidth() > 0) {
            looked++;
            check(text, seen);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, seen));
        }
    }

    private void check(Text text, double opacity) {
        if (!within(text.getScene(), middle(text))) {
            // Beyond the window's edge, where nothing is painted behind it until one scrolls there.
            return;
        }
        var icon = text instanceof FontIcon;
        if (!(text.getFill() instanceof Color ink)) {
            faint.add(name(text) + ": of no plain colour, " + text.getFill());
            return;
        }
        var ground = ground(text);
        if (ground == null) {
            faint.add(name(text) + ": what is behind it is no plain colour");
            return;
        }
        var ratio = contrast(over(ink, ink.getOpacity() * opacity, ground), ground);
        if (ratio < (icon ? ICONS : WORDS)) {
            faint.add(String.format(Locale.ROOT, "%s: %s on %s is %.2f to 1", name(text), hex(ink), hex(ground),
                    ratio));
        }
    }

    private static Point2D middle(Text text) {
        var bounds = text.localToScene(text.getLayoutBounds());
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static boolean within(Scene scene, Point2D point) {
        return point.getX() >= 0 && point.getX() <= scene.getWidth() && point.getY() >= 0
                && point.getY() <= scene.getHeight();
    }

    /** What is painted behind a text's middle; null where that is no plain colour. */
    private static @Nullable Color ground(Text text) {
        var middle = middle(text);
        var layers = new ArrayList<Color>();
        for (Node node = text; node != null; node = node.getParent()) {
            if (!(node instanceof Region region) || region.getBackground() == null) {
                continue;
            }
            var local = region.sceneToLocal(middle);
            for (var fill : region.getBackground().getFills().reversed()) {
                if (covers(fill, region, local)) {
                    if (!(fill.getFill() instanceof Color colour)) {
                        return null;
                    }
                    layers.add(colour);
                }
            }
        }
        var page = page(text.getScene().getFill());
        for (var layer : layers.reversed()) {
            page = over(layer, layer.getOpacity(), page);
        }
        return page;
    }

    private static Color page(Paint fill) {
        return fill instanceof Color colour && colour.isOpaque() ? colour : Color.WHITE;
    }

    private static boolean covers(BackgroundFill fill, Region region, Point2D point) {
        var insets = fill.getInsets();
        return point.getX() >= insets.getLeft() && point.getX() <= region.getWidth() - insets.getRight()
                && point.getY() >= insets.getTop() && point.getY() <= region.getHeight() - insets.getBottom();
    }

    private static Color over(Color top, double opacity, Color below) {
        return below.interpolate(Color.color(top.getRed(), top.getGreen(), top.getBlue()), Math.clamp(opacity, 0, 1));
    }

    /** "Saved" (label muted < status-bar). */
    private static String name(Text text) {
        var words = text instanceof FontIcon icon ? String.valueOf(icon.getIconCode()) : text.getText().strip();
        var classes = new ArrayList<String>();
        for (Node node = text; node != null && classes.size() < 4; node = node.getParent()) {
            if (!node.getStyleClass().isEmpty()) {
                classes.add(String.join(" ", node.getStyleClass()));
            }
        }
        return "\"" + (words.length() > 40 ? words.substring(0, 40) + "…" : words) + "\" ("
                + String.join(" < ", classes) + ")";
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%02x%02x%02x%s", Math.round(colour.getRed() * 255),
                Math.round(colour.getGreen() * 255), Math.round(colour.getBlue() * 255),
                colour.isOpaque() ? "" : String.format(Locale.ROOT, " at %.0f %%", colour.getOpacity() * 100));
    }

    static double contrast(Color one, Color other) {
        var light = Math.max(luminance(one), luminance(other));
        var dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
