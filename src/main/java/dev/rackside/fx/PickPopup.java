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

    private final Popup popup = new Popup();
    private final TextField typed;
    private final ListView<T> matches = new ListView<>();
    private final VBox box = new VBox();
    private final Consumer<T> pick;
    private boolean stays;

    /**
     * @param typed the field above the list
     * @param nothing what an empty list says
     * @param pick takes what was picked, after the popup is closed
     */
    public PickPopup(TextField typed, String nothing, Supplier<ListCell<T>> cells, Consumer<T> pick) {
        this.typed = typed;
        this.pick = pick;
        matches.setPlaceholder(new Label(nothing));
        matches.setCellFactory(_ -> clickable(cells.get()));
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        matches.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        box.getChildren().addAll(typed, matches);
        box.getStyleClass().addAll("choice-popup", "elevated-2");
        popup.getContent().add(box);
        popup.setAutoHide(true);
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
        matches.setFocusTraversable(!wanted);
    }

    /** Puts a control below the list, reached with Tab; null for none. */
    public void footer(@Nullable Node control) {
        box.getChildren().setAll(typed, matches);
        if (control != null) {
            box.getChildren().add(control);
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
        if (popup.isShowing()) {
            return;
        }
        matches.setPrefWidth(width);
        popup.show(owner, x, y);
        if (typed.isManaged()) {
            typed.requestFocus();
        } else {
            matches.requestFocus();
        }
    }

    public boolean isShowing() {
        return popup.isShowing();
    }

    public void hide() {
        popup.hide();
    }

    /** Offers these; {@code chosen} of them is under the cursor. */
    public void show(List<? extends T> items, int chosen) {
        var height = TextScale.px(ROW_HEIGHT);
        matches.setFixedCellSize(height);
        matches.getItems().setAll(items);
        matches.setPrefHeight(Math.max(2, Math.min(VISIBLE_ROWS, items.size())) * height + 2);
        matches.getSelectionModel().clearAndSelect(chosen);
        reveal();
    }

    /** The item under the cursor; null where there is none. */
    public @Nullable T selected() {
        return matches.getSelectionModel().getSelectedItem();
    }

    /** Draws the items again, after what they say has changed. */
    public void redraw() {
        matches.refresh();
    }

    private void reveal() {
        matches.scrollTo(Math.max(0, matches.getSelectionModel().getSelectedIndex() - VISIBLE_ROWS / 2));
    }

    private void pressed(KeyEvent event) {
        var selection = matches.getSelectionModel();
        var code = event.getCode() == KeyCode.SPACE && !typed.isManaged() ? KeyCode.ENTER : event.getCode();
        switch (code) {
            case DOWN -> selection.selectNext();
            case UP -> selection.selectPrevious();
            case ENTER -> pick();
            case ESCAPE -> popup.hide();
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
        var selection = matches.getSelectionModel();
        if (selection.getSelectedIndex() >= 0) {
            if (!stays) {
                popup.hide();
            }
            pick.accept(selection.getSelectedItem());
        }
    }
}
