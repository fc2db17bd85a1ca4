package dev.rackside.fx;

import dev.rackside.text.Messages;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Both versions of a row side by side, one line for each field that differs, and a choice on each line. */
public final class ConflictView<D extends Record> extends VBox {

    private static final double WIDTH = 800;
    private static final double LOWEST = 160;
    private static final double HIGHEST = 440;

    private final Merge<D> merge;
    private final BiFunction<String, @Nullable Object, String> text;
    private final GridPane grid = new GridPane(16, 8);
    private Runnable onChoice = () -> {
    };

    /**
     * @param label what a component is called
     * @param text a component's value in words
     */
    public ConflictView(Merge<D> merge, Function<String, String> label,
            BiFunction<String, @Nullable Object, String> text) {
        super(16);
        this.merge = merge;
        this.text = text;
        getStyleClass().add("conflict-view");
        var side = new ColumnConstraints(160, 260, Double.MAX_VALUE);
        side.setHgrow(javafx.scene.layout.Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(96), side, side);
        grid.addRow(0, new Label(), heading("fx.conflict.mine"), heading("fx.conflict.theirs"));
        for (var difference : merge.differences()) {
            line(difference, label.apply(difference.component()));
        }
        var scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.prefViewportHeightProperty().bind(Bindings.min(HIGHEST, grid.heightProperty()));
        scroll.setMinHeight(LOWEST);
        getChildren().add(scroll);
    }

    /**
     * Asks the person.
     *
     * @return the settled draft; empty when the person goes back to the form, which keeps what was typed
     */
    public static <D extends Record> Optional<D> ask(@Nullable Window owner, Merge<D> merge,
            Function<String, String> label, BiFunction<String, @Nullable Object, String> text) {
        var view = new ConflictView<>(merge, label, text);
        var dialog = new Dialog<Optional<D>>();
        if (owner != null) {
            dialog.initOwner(owner);
        }
        dialog.setTitle(Messages.get("fx.conflict.title"));
        dialog.setHeaderText(Messages.get("fx.conflict.intro"));
        dialog.setResizable(true);
        var save = new ButtonType(Messages.get("fx.conflict.save"), ButtonData.OK_DONE);
        var back = new ButtonType(Messages.get("fx.conflict.back"), ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().addAll(save, back);
        dialog.getDialogPane().setContent(view);
        dialog.getDialogPane().setPrefWidth(Math.min(TextScale.px(WIDTH), 960));
        Node button = dialog.getDialogPane().lookupButton(save);
        view.onChoice = () -> button.setDisable(!merge.complete());
        view.onChoice.run();
        dialog.setResultConverter(type -> type == save ? Optional.of(merge.merged()) : Optional.empty());
        return dialog.showAndWait().flatMap(Function.identity());
    }

    private static Label heading(String key) {
        var label = new Label(Messages.get(key));
        label.getStyleClass().add("form-label");
        return label;
    }

    private void line(Merge.Difference difference, String name) {
        var group = new ToggleGroup();
        var label = new Label(name);
        label.setWrapText(true);
        GridPane.setValignment(label, VPos.TOP);
        var mine = radio(difference, Merge.Side.MINE, difference.mine(), name, group);
        var theirs = radio(difference, Merge.Side.THEIRS, difference.theirs(), name, group);
        grid.addRow(grid.getRowCount(), label, mine, theirs);
    }

    private RadioButton radio(Merge.Difference difference, Merge.Side side, @Nullable Object value, String name,
            ToggleGroup group) {
        var words = text.apply(difference.component(), value);
        var radio = new RadioButton(words.isEmpty() ? Messages.get("fx.conflict.nothing") : words);
        radio.setWrapText(true);
        GridPane.setValignment(radio, VPos.TOP);
        radio.setToggleGroup(group);
        radio.setSelected(merge.side(difference) == side);
        radio.setAccessibleText(name + ", "
                + Messages.get(side == Merge.Side.MINE ? "fx.conflict.mine" : "fx.conflict.theirs") + ": "
                + radio.getText());
        radio.setOnAction(_ -> {
            merge.choose(difference, side);
            onChoice.run();
        });
        return radio;
    }
}
