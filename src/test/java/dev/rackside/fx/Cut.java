package dev.rackside.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/**
 * Words on the screen that can't be read whole: shortened, squeezed, or beyond the edge where nothing scrolls. Cells of
 * tables are left out, since they have tooltips, and so is what its own tooltip tells in full.
 */
public final class Cut {

    private Cut() {
    }

    /** What is cut below a node, with its words. Layout must be done. */
    public static List<String> below(Node root) {
        var cut = new ArrayList<String>();
        look(root, root.localToScene(root.getLayoutBounds()), cut);
        return cut;
    }

    private static void look(Node node, Bounds seen, List<String> cut) {
        if (!node.isVisible() || node instanceof IndexedCell<?>) {
            return;
        }
        if (node instanceof Labeled words && words.getText() != null && !words.getText().isBlank()
                && words.getWidth() > 0) {
            check(words, seen, cut);
        }
        if (node instanceof TextField field) {
            check(field, cut);
        }
        if (node instanceof Parent parent) {
            var inside = node instanceof ScrollPane || node instanceof TableView<?>
                    ? new javafx.geometry.BoundingBox(node.localToScene(node.getLayoutBounds()).getMinX(), -1e6,
                            node.localToScene(node.getLayoutBounds()).getWidth(), 2e6)
                    : seen;
            parent.getChildrenUnmodifiable().forEach(child -> look(child, inside, cut));
        }
    }

    private static void check(Labeled words, Bounds seen, List<String> cut) {
        var bounds = words.localToScene(words.getLayoutBounds());
        var name = "\"" + words.getText() + "\" (" + String.join(" ", words.getStyleClass()) + ")";
        var told = words.getTooltip() != null && words.getTooltip().getText().contains(words.getText());
        if (words.isTextTruncated() && !told) {
            cut.add(name + " is shortened");
        } else if (words.getHeight() + 1 < words.minHeight(words.getWidth())) {
            cut.add(name + " is too low: " + words.getHeight());
        } else if (bounds.getMinX() < seen.getMinX() - 1 || bounds.getMaxX() > seen.getMaxX() + 1) {
            cut.add(name + " is beyond the edge: " + bounds.getMinX() + " to " + bounds.getMaxX());
        } else if (bounds.getMinY() < seen.getMinY() - 1 || bounds.getMaxY() > seen.getMaxY() + 1) {
            cut.add(name + " is below the edge: " + bounds.getMinY() + " to " + bounds.getMaxY());
        }
    }

    /** A prompt that is longer than its field, or a line higher than it. */
    private static void check(TextField field, List<String> cut) {
        if (field.lookup(".text") instanceof Text text && text.getLayoutBounds().getHeight() > field.getHeight()) {
            cut.add("\"" + field.getText() + "\" (field) is too low");
        }
    }
}
