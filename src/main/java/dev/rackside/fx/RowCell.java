package dev.rackside.fx;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A cell that shows a text of its row; the tooltip says it in full where it is cut or has more to say. */
final class RowCell<R> extends TipCell<R> {

    private final Function<R, @Nullable String> text;
    private final Function<R, @Nullable String> full;

    RowCell(String style, Function<R, @Nullable String> text, Function<R, @Nullable String> full) {
        this.text = text;
        this.full = full;
        getStyleClass().add(style);
    }

    @Override
    void show(@Nullable R row) {
        var words = row == null ? null : text.apply(row);
        setText(words == null ? null : words.replaceAll("\\R", " "));
    }

    @Override
    @Nullable
    String more() {
        var row = getItem();
        var words = row == null ? null : full.apply(row);
        return words != null && (isTextTruncated() || !words.equals(getText())) ? words : null;
    }
}
