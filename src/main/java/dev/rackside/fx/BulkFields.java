package dev.rackside.fx;

import dev.rackside.row.BulkChange;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/**
 * What can be set in many rows at once: a line for each component of their drafts, with a tick that says whether it is
 * to be set. What isn't ticked stays as it is.
 */
public final class BulkFields extends GridPane {

    private static final double TICKS = 136;

    private record Line(CheckBox tick, Supplier<BulkChange.@Nullable Step> step) {}

    private final Background background;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, BulkWords.Component> components = new HashMap<>();
    private final List<Runnable> resets = new ArrayList<>();
    private final ReadOnlyObjectWrapper<BulkChange> change = new ReadOnlyObjectWrapper<>(BulkChange.NOTHING);
    private boolean resetting;

    public BulkFields(Background background) {
        super(8, 8);
        this.background = background;
        var controls = new ColumnConstraints();
        controls.setHgrow(Priority.ALWAYS);
        controls.setMinWidth(0);
        getColumnConstraints().addAll(new ColumnConstraints(TextScale.px(TICKS)), controls);
    }

    /**
     * A value of an enumeration.
     *
     * @param name the message that names the line
     * @param messages how the keys of the constants' words begin
     */
    public <E extends Enum<E>> BulkFields coded(String name, String component, Class<E> type, String messages) {
        var box = new CodedBox<E>();
        box.offer(type, messages);
        components.put(component, new BulkWords.Component(name, messages, null));
        return line(name, box, box.valueProperty(), () -> box.setValue(null),
                () -> box.getValue() == null ? null : new BulkChange.Put(component, box.getValue()));
    }

    /** A whole number, from the first to the last; either may be the greater. */
    public BulkFields number(String name, String component, int first, int last) {
        var box = new ComboBox<@Nullable Integer>();
        var step = first <= last ? 1 : -1;
        IntStream.rangeClosed(0, Math.abs(last - first)).forEach(at -> box.getItems().add(first + step * at));
        box.setMaxWidth(Double.MAX_VALUE);
        components.put(component, new BulkWords.Component(name, null, null));
        return line(name, box, box.valueProperty(), () -> box.setValue(null),
                () -> box.getValue() == null ? null : new BulkChange.Put(component, box.getValue()));
    }

    /**
     * A row of another list, by its id.
     *
     * @param none the message that stands for no row; null where there must be one
     */
    public BulkFields choice(String name, String component, @Nullable String none, ChoicePicker.Lookup lookup) {
        var picker = new ChoicePicker();
        picker.lookup(background, lookup);
        picker.setCompulsory(none == null);
        components.put(component, new BulkWords.Component(name, null, none));
        picker.setNone(Messages.get(none == null ? "fx.bulk.choose" : none));
        return line(name, picker, picker.valueProperty(), () -> picker.setValue(null), () -> {
            var chosen = picker.getValue();
            return chosen == null && none == null
                    ? null
                    : new BulkChange.Put(component, chosen == null ? null : chosen.id());
        });
    }

    /**
     * Several rows of another list, such as tags: a line for those that each row gets besides what it has, and one for
     * those that it loses.
     *
     * @param add the message that names the line of the added
     * @param remove the message that names the line of the removed
     */
    public BulkFields several(String name, String component, String add, String remove, ChoicePicker.Lookup lookup) {
        components.put(component, new BulkWords.Component(name, null, null));
        return chips(add, lookup, chosen -> new BulkChange.Add(component, chosen))
                .chips(remove, lookup, chosen -> new BulkChange.Remove(component, chosen));
    }

    /** A component that nobody sets here, but that may follow from what is set. */
    public BulkFields following(String name, String component) {
        components.put(component, new BulkWords.Component(name, null, null));
        return this;
    }

    private BulkFields chips(String name, ChoicePicker.Lookup lookup,
            Function<List<Choice>, BulkChange.Step> step) {
        var chips = new ChoiceChips();
        chips.setPrompt(Messages.get("fx.bulk.choose"));
        chips.lookup(background, lookup);
        return line(name, chips, chips.valueProperty(), () -> chips.valueProperty().set(List.of()),
                () -> chips.valueProperty().get().isEmpty() ? null : step.apply(chips.valueProperty().get()));
    }

    private BulkFields line(String name, Node control, ObservableValue<?> signal, Runnable reset,
            Supplier<BulkChange.@Nullable Step> step) {
        var tick = new CheckBox(Messages.get(name));
        tick.setWrapText(true);
        control.disableProperty().bind(tick.selectedProperty().not());
        control.setAccessibleText(tick.getText());
        tick.selectedProperty().addListener((_, _, on) -> {
            changed();
            if (on) {
                focus(control);
            }
        });
        signal.addListener((_, _, _) -> changed());
        resets.add(() -> {
            tick.setSelected(false);
            reset.run();
        });
        lines.add(new Line(tick, step));
        addRow(getRowCount(), tick, control);
        setValignment(tick, VPos.TOP);
        return this;
    }

    /** Of chips it is the picker that takes the keyboard. */
    private static void focus(Node control) {
        (control instanceof ChoiceChips chips ? chips.getChildren().getLast() : control).requestFocus();
    }

    private void changed() {
        if (resetting) {
            return;
        }
        var wish = BulkChange.NOTHING;
        for (var line : lines) {
            var step = line.tick().isSelected() ? line.step().get() : null;
            if (step != null) {
                wish = wish.and(step);
            }
        }
        if (!wish.equals(change.get())) {
            change.set(wish);
        }
    }

    /** Nothing is ticked any more. */
    void reset() {
        resetting = true;
        resets.forEach(Runnable::run);
        resetting = false;
        change.set(BulkChange.NOTHING);
    }

    /** The keyboard goes to the first line. */
    void focus() {
        if (!lines.isEmpty()) {
            lines.getFirst().tick().requestFocus();
        }
    }

    /** The components that can change, as they are called. */
    Map<String, BulkWords.Component> components() {
        return Map.copyOf(components);
    }

    /** What is ticked and chosen. */
    ReadOnlyObjectProperty<BulkChange> change() {
        return change.getReadOnlyProperty();
    }
}
