package dev.rackside.fx;

import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Picks one row of another list by typing part of its name: a client, a machine, a session. Only the first matches are
 * read, so it works on any number of rows. Enter or Down opens, arrows move, Enter picks, Esc closes, Delete clears.
 */
public final class ChoicePicker extends Button {

    /** Finds the first rows that match a text; called off the screen thread, an empty text for the first of all. */
    @FunctionalInterface
    public interface Lookup {
        List<Choice> find(String text);
    }

    private static final double ROW_HEIGHT = 32;
    private static final int VISIBLE_ROWS = 9;

    private final ObjectProperty<@Nullable Choice> value = new SimpleObjectProperty<>(this, "value");
    private final Popup popup = new Popup();
    private final SearchField search = new SearchField();
    private final ListView<@Nullable Choice> matches = new ListView<>();
    private String none = Messages.get("fx.choice.none");
    private boolean compulsory;
    private @Nullable Slot slot;
    private Lookup lookup = _ -> List.of();

    public ChoicePicker() {
        getStyleClass().add("choice-picker");
        setAccessibleRole(AccessibleRole.COMBO_BOX);
        setMaxWidth(Double.MAX_VALUE);
        setGraphic(new FontIcon(Feather.CHEVRON_DOWN));
        setContentDisplay(ContentDisplay.RIGHT);
        setTextOverrun(OverrunStyle.ELLIPSIS);
        value.addListener((_, _, _) -> label());
        label();
        setOnAction(_ -> open());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressedClosed);

        matches.setFixedCellSize(ROW_HEIGHT);
        matches.setCellFactory(_ -> new MatchCell());
        matches.setOnMouseClicked(_ -> pick());
        matches.setFocusTraversable(false);
        matches.setPlaceholder(new javafx.scene.control.Label(Messages.get("fx.choice.nothing")));
        var box = new VBox(search, matches);
        box.getStyleClass().addAll("choice-popup", "elevated-2");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedOpen);
    }

    /** The arrow stands at the right edge, as in a combo box. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        var arrow = getGraphic();
        if (arrow != null) {
            arrow.setLayoutX(getWidth() - snappedRightInset() - arrow.getLayoutBounds().getWidth()
                    - arrow.getLayoutBounds().getMinX());
        }
    }

    /** Where the matches come from; once, when the screen is made. */
    public void lookup(Background background, Lookup source) {
        lookup = source;
        slot = background.slot();
        search.onSearch(background, this::find);
    }

    /** The row that is chosen; null where none is. */
    public ObjectProperty<@Nullable Choice> valueProperty() {
        return value;
    }

    public @Nullable Choice getValue() {
        return value.get();
    }

    public void setValue(@Nullable Choice choice) {
        value.set(choice);
    }

    public String getNone() {
        return none;
    }

    /** The words that stand for no choice: "All clients". */
    public void setNone(String words) {
        none = words;
        label();
    }

    public boolean isCompulsory() {
        return compulsory;
    }

    /** Whether something must be chosen, so that no choice isn't offered. */
    public void setCompulsory(boolean must) {
        compulsory = must;
    }

    /** Opens the list below the button, with the keyboard in its search box. */
    public void open() {
        var bounds = localToScreen(getBoundsInLocal());
        if (bounds == null || popup.isShowing()) {
            return;
        }
        search.clear();
        find("");
        sizeFor(bounds);
        popup.show(this, bounds.getMinX(), bounds.getMaxY() + 2);
        search.requestFocus();
    }

    private void sizeFor(Bounds button) {
        var width = Math.max(280, button.getWidth());
        matches.setPrefWidth(width);
        search.setPrefWidth(width);
    }

    private void find(String text) {
        if (slot == null) {
            return;
        }
        slot.run(() -> lookup.find(text), found -> show(text, found));
    }

    private void show(String text, List<Choice> found) {
        var all = new ArrayList<@Nullable Choice>();
        if (!compulsory && text.isBlank()) {
            all.add(null);
        }
        all.addAll(found);
        matches.getItems().setAll(all);
        matches.setPrefHeight(Math.max(2, Math.min(VISIBLE_ROWS, all.size())) * ROW_HEIGHT + 2);
        matches.getSelectionModel().select(text.isBlank() ? Math.max(0, all.indexOf(value.get())) : 0);
    }

    private void pressedClosed(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            open();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE && !compulsory) {
            value.set(null);
            event.consume();
        }
    }

    private void pressedOpen(KeyEvent event) {
        var selection = matches.getSelectionModel();
        switch (event.getCode()) {
            case DOWN -> selection.selectNext();
            case UP -> selection.selectPrevious();
            case ENTER -> pick();
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        matches.scrollTo(Math.max(0, selection.getSelectedIndex() - VISIBLE_ROWS / 2));
        event.consume();
    }

    private void pick() {
        if (matches.getSelectionModel().getSelectedIndex() >= 0) {
            value.set(matches.getSelectionModel().getSelectedItem());
            popup.hide();
            requestFocus();
        }
    }

    private void label() {
        var chosen = value.get();
        setText(chosen == null ? none : chosen.label());
    }

    private final class MatchCell extends ListCell<@Nullable Choice> {

        MatchCell() {
            setPrefWidth(0);
            Tips.whenCut(this);
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            setText(empty ? null : choice == null ? none : choice.label());
        }
    }
}
