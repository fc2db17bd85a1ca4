package dev.rackside.fx;

import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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

    private static final double LEAST_WIDTH = 280;
    private static final double LEAST_FACE = 64;

    private final ObjectProperty<@Nullable Choice> value = new SimpleObjectProperty<>(this, "value");
    private final SearchField search = new SearchField();
    private final PickPopup<@Nullable Choice> popup = new PickPopup<>(search, Messages.get("fx.choice.nothing"),
            MatchCell::new, this::picked);
    private final Label shown = new Label();
    private String none = Messages.get("fx.choice.none");
    private boolean compulsory;
    private @Nullable Slot slot;
    private Lookup lookup = _ -> List.of();
    private @Nullable UnaryOperator<Choice> creator;
    /** Stands in the list for a row that isn't there yet; its label is the name that it would get. */
    private @Nullable Choice unborn;

    public ChoicePicker() {
        getStyleClass().add("choice-picker");
        setAccessibleRole(AccessibleRole.COMBO_BOX);
        setMaxWidth(Double.MAX_VALUE);
        setGraphic(face());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        value.addListener((_, _, _) -> label());
        Tips.whenCut(shown);
        label();
        setOnAction(_ -> open());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressedClosed);
    }

    /** What is chosen at the left, the arrow at the right, as wide as the button. */
    private HBox face() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var arrow = new FontIcon(Feather.CHEVRON_DOWN);
        var line = new HBox(8, shown, gap, arrow);
        line.setAlignment(Pos.CENTER_LEFT);
        // Laid out once by its words, and from then on just as wide as the button, however that came to its width.
        line.minWidthProperty().bind(inside(0));
        line.maxWidthProperty().bind(inside(Double.MAX_VALUE));
        setMinWidth(LEAST_FACE);
        shown.textProperty().bind(textProperty());
        shown.setMinWidth(0);
        return line;
    }

    private DoubleBinding inside(double before) {
        return Bindings.createDoubleBinding(
                () -> getWidth() > 0 ? getWidth() - snappedLeftInset() - snappedRightInset() : before,
                widthProperty(), insetsProperty());
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

    /**
     * Offers to make a row of the name that was typed, where none has it.
     *
     * @param make makes the row, off the screen thread
     */
    public void creates(Function<String, Choice> make) {
        creator = wish -> make.apply(wish.label());
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
        if (!popup.isShowing()) {
            search.clear();
            find("");
            popup.openBelow(this, LEAST_WIDTH);
        }
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
        var name = text.strip();
        unborn = creator == null || name.isEmpty()
                || found.stream().anyMatch(choice -> choice.label().equalsIgnoreCase(name))
                        ? null
                        : new Choice(new UUID(0, 0), name);
        if (unborn != null) {
            all.add(unborn);
        }
        popup.show(all, text.isBlank() ? Math.max(0, all.indexOf(value.get())) : 0);
    }

    private void pressedClosed(KeyEvent event) {
        if (ListKeys.PICK.match(event)) {
            open();
            event.consume();
        } else if (ListKeys.CLEAR.match(event) && !compulsory) {
            value.set(null);
            event.consume();
        }
    }

    private void picked(@Nullable Choice choice) {
        requestFocus();
        if (choice != null && choice.equals(unborn) && slot != null && creator != null) {
            var make = creator;
            slot.run(() -> make.apply(choice), value::set);
        } else {
            value.set(choice);
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
            setText(empty
                    ? null
                    : choice == null
                            ? none
                            : choice.equals(unborn)
                                    ? Messages.get("fx.choice.create", choice.label())
                                    : choice.label());
        }
    }
}
