package dev.rackside.tour;

import atlantafx.base.controls.ModalPane;
import dev.rackside.fx.PagedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;

/** What stands in the program's windows; to be asked on the screen thread. */
final class Scenery {

    private Scenery() {
    }

    /** All windows but tooltips, the lowest first. */
    static List<Window> windows() {
        return Window.getWindows().stream()
                .filter(window -> window.isShowing() && window.getScene() != null && !(window instanceof Tooltip))
                .toList();
    }

    /** The window that has the keyboard's attention: the dialog that was opened last, or the main one. */
    static Optional<Stage> top() {
        return windows().stream().filter(Stage.class::isInstance).map(Stage.class::cast)
                .reduce((_, later) -> later);
    }

    /** Goes through a node and everything below it that is visible, but for what something else stands in front of. */
    static void walk(Node node, Consumer<Node> visit) {
        if (!node.isVisible()) {
            return;
        }
        visit.accept(node);
        if (node instanceof Parent parent) {
            foremost(parent).forEach(child -> walk(child, visit));
        }
    }

    /** What stands behind something that is to be decided first is dimmed, and nobody's business. */
    static List<Node> foremost(Parent parent) {
        var children = List.copyOf(parent.getChildrenUnmodifiable());
        return children.stream().filter(child -> child instanceof ModalPane modal && modal.isDisplay()).findFirst()
                .map(List::of).orElse(children);
    }

    static <N extends Node> List<N> all(Node root, Class<N> type, Predicate<N> fits) {
        var found = new ArrayList<N>();
        walk(root, node -> {
            if (type.isInstance(node) && fits.test(type.cast(node))) {
                found.add(type.cast(node));
            }
        });
        return found;
    }

    static <N extends Node> Optional<N> first(Node root, Class<N> type, Predicate<N> fits) {
        return all(root, type, fits).stream().findFirst();
    }

    static boolean within(Node node, Class<?> type) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (type.isInstance(at)) {
                return true;
            }
        }
        return false;
    }

    static boolean styled(Node node, String style) {
        return node.getStyleClass().contains(style);
    }

    /** The words of a node and of all below it. */
    static String words(Node root) {
        var words = new StringBuilder();
        walk(root, node -> {
            if (node instanceof Text text && !text.getText().isBlank()) {
                words.append(text.getText()).append('\n');
            }
        });
        return words.toString();
    }

    /** Whether something says that it isn't finished: a bar that runs, a row that has no values yet. */
    static boolean busy() {
        return windows().stream().anyMatch(window -> first(window.getScene().getRoot(), Node.class, Scenery::unfinished)
                .isPresent());
    }

    private static boolean unfinished(Node node) {
        return (node instanceof ProgressIndicator bar && bar.isIndeterminate())
                || (node instanceof IndexedCell<?> cell && !cell.isEmpty() && cell.getItem() == null
                        && within(cell, PagedTable.class) && styled(cell, "table-row-cell"));
    }

    /** Changes whenever something else is to be read, or another window is there. */
    static int look() {
        return Objects.hash(windows().stream().map(window -> {
            var root = window.getScene().getRoot();
            return Objects.hash(System.identityHashCode(window), words(root), root.getLayoutBounds());
        }).toArray());
    }
}
