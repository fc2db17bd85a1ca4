package dev.rackside.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.text.Text;

/** The texts of a scene with where they are and how much of them is seen. */
final class Texts {

    /**
     * A text that is drawn.
     *
     * @param bounds where it is in the scene
     * @param seen the part that nothing cuts off; null where nothing of it is left
     * @param sideways whether one can scroll sideways to it
     * @param downwards whether one can scroll up or down to it
     */
    record Shown(Text text, Bounds bounds, Bounds seen, boolean sideways, boolean downwards) {

        boolean isHidden() {
            return seen.getWidth() <= 0 || seen.getHeight() <= 0;
        }

        boolean isWhole() {
            return seen.getWidth() > bounds.getWidth() - 1.5 && seen.getHeight() > bounds.getHeight() - 3;
        }

        boolean isCutSideways() {
            return !sideways && seen.getWidth() < bounds.getWidth() - 1.5;
        }

        boolean isCutDownwards() {
            return !downwards && seen.getHeight() < bounds.getHeight() - 3;
        }
    }

    /** What cuts off. */
    private record Frame(Bounds bounds, boolean sideways, boolean downwards) {}

    private Texts() {
    }

    static List<Shown> of(Scene scene) {
        var found = new ArrayList<Shown>();
        walk(scene.getRoot(), new Frame(new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()), false, false),
                found::add);
        return found;
    }

    private static void walk(Node node, Frame around, Consumer<Shown> found) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        // Data of any length, line by line: they scroll both ways and are copied whole.
        var frame = Scenery.styled(node, "text-lines") ? new Frame(around.bounds(), true, true) : around;
        var clip = node.getClip();
        if (clip != null) {
            var inside = cut(frame.bounds(), node.localToScene(clip.getBoundsInParent()));
            frame = new Frame(inside, frame.sideways() || scrolls(node, Orientation.HORIZONTAL),
                    frame.downwards() || Scenery.styled(node, "viewport") || Scenery.styled(node, "clipped-container")
                            || Scenery.styled(node, "text-input"));
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            var bounds = text.localToScene(text.getLayoutBounds());
            found.accept(new Shown(text, bounds, cut(bounds, frame.bounds()), frame.sideways(), frame.downwards()));
        } else if (node instanceof Parent parent) {
            for (var child : Scenery.foremost(parent)) {
                walk(child, frame, found);
            }
        }
    }

    /** Whether a scroll bar beside what is cut leads to the rest. */
    private static boolean scrolls(Node node, Orientation way) {
        var parent = node.getParent();
        return parent != null && parent.getChildrenUnmodifiable().stream().anyMatch(
                beside -> beside instanceof ScrollBar bar && bar.isVisible() && bar.getOrientation() == way);
    }

    private static Bounds cut(Bounds bounds, Bounds frame) {
        var left = Math.max(bounds.getMinX(), frame.getMinX());
        var top = Math.max(bounds.getMinY(), frame.getMinY());
        var right = Math.min(bounds.getMaxX(), frame.getMaxX());
        var bottom = Math.min(bounds.getMaxY(), frame.getMaxY());
        return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
