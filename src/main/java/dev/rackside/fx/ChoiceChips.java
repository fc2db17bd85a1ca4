package dev.rackside.fx;

import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Several rows of another list, each a chip that a click takes away, and a picker that adds one. */
public final class ChoiceChips extends FlowPane {

    private static final Comparator<Choice> BY_LABEL = Comparator.comparing(Choice::label,
            String.CASE_INSENSITIVE_ORDER);

    private final ObjectProperty<List<Choice>> value = new SimpleObjectProperty<>(this, "value", List.of());
    private final ChoicePicker picker = new ChoicePicker();

    public ChoiceChips() {
        super(8, 8);
        getStyleClass().add("choice-chips");
        picker.getStyleClass().add("small");
        picker.setMaxWidth(USE_PREF_SIZE);
        picker.valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null) {
                add(chosen);
                picker.setValue(null);
            }
        });
        value.addListener((_, _, _) -> arrange());
        arrange();
    }

    /** Where what can be added comes from; once, when the screen is made. */
    public void lookup(Background background, ChoicePicker.Lookup source) {
        picker.lookup(background, source);
    }

    /** What the picker says: "Add a tag". */
    public void setPrompt(String words) {
        picker.setNone(words);
        picker.setAccessibleText(words);
    }

    public String getPrompt() {
        return picker.getNone();
    }

    /** What is chosen, in the order of the labels. */
    public ObjectProperty<List<Choice>> valueProperty() {
        return value;
    }

    private void add(Choice chosen) {
        if (value.get().stream().noneMatch(chip -> chip.id().equals(chosen.id()))) {
            var more = new ArrayList<>(value.get());
            more.add(chosen);
            more.sort(BY_LABEL);
            value.set(List.copyOf(more));
        }
    }

    private void remove(Choice chip) {
        value.set(value.get().stream().filter(other -> !other.id().equals(chip.id())).toList());
        picker.requestFocus();
    }

    private void arrange() {
        getChildren().clear();
        for (var choice : value.get()) {
            var chip = new Button(choice.label(), new FontIcon(Feather.X));
            chip.setContentDisplay(ContentDisplay.RIGHT);
            chip.getStyleClass().addAll("chip", "small");
            chip.setAccessibleText(Messages.get("fx.chip.remove", choice.label()));
            chip.setOnAction(_ -> remove(choice));
            getChildren().add(chip);
        }
        getChildren().add(picker);
    }
}
