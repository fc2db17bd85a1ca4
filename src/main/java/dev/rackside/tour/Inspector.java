package dev.rackside.tour;

import dev.rackside.fx.TextLines;
import dev.rackside.text.Messages;
import dev.rackside.tour.Camera.Shot;
import dev.rackside.tour.Texts.Shown;
import dev.rackside.tour.TourReport.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with a window as it is drawn. To be used on the screen thread. */
final class Inspector {

    /** Where JavaFX itself keeps the tooltip that was installed on a node. */
    private static final String TOOLTIP = "javafx.scene.control.Tooltip";
    private static final int COLOURS_OF_A_PICTURE = 6;

    /** One thing that is wrong, and the words that it is about. */
    record Finding(Kind kind, String what) {}

    private Inspector() {
    }

    /** @param part the part of the main window that must show something; null where any will do */
    static List<Finding> look(Shot shot, @Nullable Node part) {
        var found = new ArrayList<Finding>();
        var scene = shot.window().getScene();
        var texts = Texts.of(scene);
        if (isBlank(shot, part == null ? scene.getRoot() : part)) {
            found.add(new Finding(Kind.BLANK, ""));
        }
        Scenery.all(scene.getRoot(), Labeled.class,
                label -> label.isTextTruncated() && !flat(label.getText()).isEmpty()).stream()
                // Lines of data are no labels: they are copied whole.
                .filter(label -> !isTold(label) && !Scenery.within(label, TextLines.class))
                .forEach(label -> found.add(new Finding(Kind.CUT, label.getText())));
        texts.stream().filter(Inspector::isCut).forEach(
                text -> found.add(new Finding(Kind.CUT, text.text().getText())));
        found.addAll(overlaps(texts));
        found.addAll(Contrast.faint(shot, texts));
        if (texts.stream().anyMatch(text -> text.text().getText().equals(Messages.get("fx.bug.what")))) {
            found.add(new Finding(Kind.BUG, Scenery.words(scene.getRoot()).replace('\n', ' ')));
        }
        return found;
    }

    /** Whether there is nothing to read, or one colour only. */
    static boolean isBlank(Shot shot, Node part) {
        return Scenery.words(part).isBlank() || !shot.colourful(COLOURS_OF_A_PICTURE);
    }

    /** Whether a tooltip says in full what a label cuts. */
    private static boolean isTold(Labeled label) {
        for (Node node = label; node != null; node = node.getParent()) {
            if (flat(told(node)).contains(flat(label.getText()))) {
                return true;
            }
        }
        return false;
    }

    /** What the pointer is told over a node: by a tooltip, or by one that is made when the pointer comes. */
    private static @Nullable String told(Node node) {
        return node.getProperties().get(TOOLTIP) instanceof Tooltip tooltip
                ? tooltip.getText()
                : node instanceof TableCell<?, ?> cell
                        && cell.queryAccessibleAttribute(AccessibleAttribute.HELP) instanceof String words
                                ? words
                                : null;
    }

    private static String flat(@Nullable String words) {
        return words == null ? "" : words.replaceAll("\\s+", " ").strip();
    }

    private static boolean isCut(Shown shown) {
        var text = shown.text();
        var input = inputOf(text);
        if (input != null) {
            // What was typed scrolls in its field; the words that tell what to type don't.
            return text.getText().equals(input.getPromptText()) && shown.isCutSideways();
        }
        return shown.isHidden()
                ? !shown.sideways() && !shown.downwards()
                : shown.isCutSideways() || shown.isCutDownwards();
    }

    static @Nullable TextInputControl inputOf(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof TextInputControl input) {
                return input;
            }
        }
        return null;
    }

    private static List<Finding> overlaps(List<Shown> texts) {
        var whole = texts.stream().filter(text -> !text.isHidden() && inputOf(text.text()) == null).toList();
        var found = new ArrayList<Finding>();
        for (int one = 0; one < whole.size(); one++) {
            for (int other = one + 1; other < whole.size(); other++) {
                if (overlap(whole.get(one), whole.get(other))) {
                    found.add(new Finding(Kind.OVERLAP,
                            whole.get(one).text().getText() + " / " + whole.get(other).text().getText()));
                }
            }
        }
        return found;
    }

    private static boolean overlap(Shown one, Shown other) {
        var a = one.seen();
        var b = other.seen();
        var wide = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        var high = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        return wide > 2 && high > 4 && !flows(one.text(), other.text());
    }

    /** Pieces of one paragraph share the lines that they are broken into. */
    private static boolean flows(Text one, Text other) {
        return Objects.equals(one.getParent(), other.getParent());
    }
}
