package dev.rackside.shell;

import dev.rackside.fx.Shortcut;
import dev.rackside.fx.TextScale;
import dev.rackside.text.Messages;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** F1: every key and what it does, made from the same definitions by which the program acts. */
final class KeySheet {

    private static final double COLUMN = 320;
    private static final double GAP = 24;
    private static final double MARGIN = 24;

    private final Popup popup = new Popup();
    private final ScrollPane scroll = new ScrollPane();

    /**
     * Keys that belong together.
     *
     * @param title a person's words for where they hold
     */
    record Group(String title, List<Shortcut> keys) {}

    KeySheet() {
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setAccessibleText(Messages.get("shell.sheet.title"));
        var title = new Label(Messages.get("shell.sheet.title"));
        title.getStyleClass().add("title");
        var box = new VBox(title, scroll);
        box.getStyleClass().addAll("choice-popup", "key-sheet", "elevated-2");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (DeskKeys.SHEET.match(event)) {
                popup.hide();
                event.consume();
            }
        });
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    /** Opens in the middle of the window, two columns wide where there is room. */
    void open(Region owner, List<Group> groups) {
        var bounds = owner.localToScreen(owner.getBoundsInLocal());
        var room = bounds.getWidth() - 2 * MARGIN;
        var column = Math.min(TextScale.px(COLUMN), room - 2 * GAP);
        var columns = room >= 2 * column + 3 * GAP ? 2 : 1;
        var width = columns * column + (columns + 1) * GAP;
        scroll.setContent(sheet(groups, column));
        var box = (Region) popup.getContent().getFirst();
        box.setPrefWidth(width);
        box.setMaxHeight(bounds.getHeight() - 2 * MARGIN);
        scroll.setVvalue(0);
        popup.show(owner, bounds.getMinX() + (bounds.getWidth() - width) / 2, bounds.getMinY() + MARGIN);
        scroll.requestFocus();
    }

    /** The groups in two columns of about the same length; the second comes below the first where it has no room. */
    private static Node sheet(List<Group> groups, double column) {
        var left = new VBox(16);
        var right = new VBox(16);
        var lines = groups.stream().mapToInt(group -> group.keys().size() + 2).sum();
        var count = 0;
        for (var group : groups) {
            (count * 2 < lines ? left : right).getChildren().add(box(group, column));
            count += group.keys().size() + 2;
        }
        var both = new FlowPane(GAP, 16, left, right);
        both.setPrefWrapLength(2 * column + GAP);
        return both;
    }

    private static VBox box(Group group, double width) {
        var title = new Label(group.title());
        title.getStyleClass().add("section");
        var box = new VBox(4, title);
        box.setPrefWidth(width);
        group.keys().forEach(shortcut -> box.getChildren().add(line(shortcut)));
        return box;
    }

    private static HBox line(Shortcut shortcut) {
        var words = new Label(shortcut.words());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var keys = new Label(shortcut.text());
        keys.getStyleClass().add("key-cap");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var line = new HBox(8, words, keys);
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(shortcut.words() + ": " + shortcut.text());
        return line;
    }
}
