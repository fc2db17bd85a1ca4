package dev.rackside.fx;

import java.util.Objects;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A cell that shows a text of its row; the tooltip says it in full where it is cut or has more to say. */
final class RowCell<R> extends TableCell<R, R> {

    private final Function<R, @Nullable String> text;
    private final Function<R, @Nullable String> full;
    private @Nullable Tooltip tip;

    RowCell(String style, Function<R, @Nullable String> text, Function<R, @Nullable String> full) {
        this.text = text;
        this.full = full;
        getStyleClass().add(style);
        textTruncatedProperty().addListener((_, _, _) -> explain());
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        var words = row == null ? null : text.apply(row);
        setText(words == null ? null : words.replaceAll("\\R", " "));
        explain();
    }

    private void explain() {
        var row = getItem();
        var words = row == null ? null : full.apply(row);
        var needed = words != null && !words.isEmpty() && (isTextTruncated() || !words.equals(getText()));
        // Made once: a row that scrolls by shall not cost a tooltip for each cell.
        tip = needed && tip == null ? new Tooltip() : tip;
        if (needed && tip != null) {
            tip.setText(words);
        }
        var wanted = needed ? tip : null;
        if (!Objects.equals(getTooltip(), wanted)) {
            setTooltip(wanted);
        }
    }
}
