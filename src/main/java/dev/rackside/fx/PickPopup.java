package dev.rackside.fx;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * A list that opens over the window to pick from, with a field to type in above it: arrows move, Enter or a click
 * picks, Esc closes. What is typed narrows the list; how, is its owner's business.
 */
public final class PickPopup<T extends @Nullable Object> {

    private static final double ROW_HEIGHT = 32;
    private static final int VISIBLE_ROWS = 10;
    private static final double GAP = 2;

    private final TextField typed;
    private final String nothing;
    private final Supplier<ListCell<T>> cells;
    private final Consumer<T> pick;
    private boolean stays;
    private @Nullable Node footer;
    /** Made when it is first to be seen: a screen has a dozen of them, of which few are ever opened. */
    private @Nullable Parts parts;

    /** What opens. */
    private final class Parts {

        private final Popup popup = new Popup();
        private final ListView<T> matches = new ListView<>();
        private final VBox box = new VBox(typed, matches);

        Parts() {
            matches.setPlaceholder(new Label(nothing));
            matches.setCellFactory(_ -> clickable(cells.get()));
            matches.addEventFilter(KeyEvent.KEY_PRESSED, PickPopup.this::pressed);
            matches.setFocusTraversable(!typed.isManaged());
            box.getStyleClass().addAll("choice-popup", "elevated-2");
            if (footer != null) {
                box.getChildren().add(footer);
            }
            popup.getContent().add(box);
            popup.setAutoHide(true);
        }
    }

    /**
     * @param typed the field above the list
     * @param nothing what an empty list says
     * @param pick takes what was picked, after the popup is closed
     */
    public PickPopup(TextField typed, String nothing, Supplier<ListCell<T>> cells, Consumer<T> pick) {
        this.typed = typed;
        this.nothing = nothing;
        this.cells = cells;
        this.pick = pick;
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private Parts parts() {
        var made = parts;
        if (made == null) {
            made = new Parts();
            parts = made;
        }
        return made;
    }

    private ListCell<T> clickable(ListCell<T> cell) {
        cell.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && !cell.isEmpty()) {
                pick();
            }
        });
        return cell;
    }

    /** Whether it stays open when something is picked, so that several can be. */
    public void stays(boolean open) {
        stays = open;
    }

    /** Whether there is a field to type in; a short list needs none. */
    public void typing(boolean wanted) {
        typed.setVisible(wanted);
        typed.setManaged(wanted);
        if (parts != null) {
            parts.matches.setFocusTraversable(!wanted);
        }
    }

    /** Puts a control below the list, reached with Tab; null for none. */
    public void footer(@Nullable Node control) {
        footer = control;
        if (parts != null) {
            parts.box.getChildren().setAll(typed, parts.matches);
            if (control != null) {
                parts.box.getChildren().add(control);
            }
        }
    }

    /** Opens below a node, with the keyboard in it. */
    public void openBelow(Node owner, double width) {
        var bounds = owner.localToScreen(owner.getBoundsInLocal());
        if (bounds != null) {
            open(owner, bounds.getMinX(), bounds.getMaxY() + GAP, Math.max(TextScale.px(width), bounds.getWidth()));
        }
    }

    /** Opens at a place of the screen, with the keyboard in it. */
    public void open(Node owner, double x, double y, double width) {
        if (isShowing()) {
            return;
        }
        var made = parts();
        made.matches.setPrefWidth(width);
        made.popup.show(owner, x, y);
        if (typed.isManaged()) {
            typed.requestFocus();
        } else {
            made.matches.requestFocus();
        }
    }

    public boolean isShowing() {
        return parts != null && parts.popup.isShowing();
    }

    public void hide() {
        if (parts != null) {
            parts.popup.hide();
        }
    }

    /** Offers these; {@code chosen} of them is under the cursor. */
    public void show(List<? extends T> items, int chosen) {
        var height = TextScale.px(ROW_HEIGHT);
        var matches = parts().matches;
        matches.setFixedCellSize(height);
        matches.getItems().setAll(items);
        matches.setPrefHeight(Math.max(2, Math.min(VISIBLE_ROWS, items.size())) * height + 2);
        matches.getSelectionModel().clearAndSelect(chosen);
        reveal();
    }

    /** The item under the cursor; null where there is none. */
    public @Nullable T selected() {
        return parts == null ? null : parts.matches.getSelectionModel().getSelectedItem();
    }

    /** Draws the items again, after what they say has changed. */
    public void redraw() {
        if (parts != null) {
            parts.matches.refresh();
        }
    }

    private void reveal() {
        var matches = parts().matches;
        matches.scrollTo(Math.max(0, matches.getSelectionModel().getSelectedIndex() - VISIBLE_ROWS / 2));
    }

    private void pressed(KeyEvent event) {
        var selection = parts().matches.getSelectionModel();
        var code = event.getCode() == KeyCode.SPACE && !typed.isManaged() ? KeyCode.ENTER : event.getCode();
        switch (code) {
            case DOWN -> selection.selectNext();
            case UP -> selection.selectPrevious();
            case ENTER -> pick();
            case ESCAPE -> hide();
            default -> {
                return;
            }
        }
        if (code != KeyCode.ENTER) {
            reveal();
        }
        event.consume();
    }

    private void pick() {
        var selection = parts().matches.getSelectionModel();
        if (selection.getSelectedIndex() >= 0) {
            if (!stays) {
                hide();
            }
            pick.accept(selection.getSelectedItem());
        }
    }
}
