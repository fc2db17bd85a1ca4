package dev.rackside.fx;

import dev.rackside.text.Messages;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** What is known about a row, in two columns: what it is called and what it is. What isn't known takes no line. */
public final class Facts extends GridPane {

    private static final double NAMES = 96;
    private static final double WIDEST_NAMES = 160;

    public Facts() {
        getStyleClass().add("facts");
        setHgap(16);
        setVgap(4);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        var names = new ColumnConstraints(TextScale.px(NAMES), USE_COMPUTED_SIZE, TextScale.px(WIDEST_NAMES));
        getColumnConstraints().addAll(names, values);
    }

    /** Begins anew. */
    public Facts clear() {
        getChildren().clear();
        return this;
    }

    /** @param key the name's message */
    public Facts add(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        var label = new Label(value);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        return add(key, label);
    }

    /** A host, a number, an id. */
    public Facts mono(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        var label = new Label(value);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add("mono");
        return add(key, label);
    }

    public Facts add(String key, Node value) {
        return named(Messages.get(key), value);
    }

    /** What is called by a word of the data, not of the program. */
    public Facts named(String word, Node value) {
        var name = new Label(word);
        name.getStyleClass().add("muted");
        name.setLabelFor(value);
        name.setWrapText(true);
        // As wide as its column: a short word is measured too tightly on its own.
        name.setMaxWidth(Double.MAX_VALUE);
        GridPane.setValignment(name, VPos.TOP);
        addRow(getRowCount(), name, value);
        return this;
    }
}
