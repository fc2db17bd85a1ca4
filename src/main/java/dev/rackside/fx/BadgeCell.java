package dev.rackside.fx;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A cell that is a badge itself: a label within each cell would cost the table half of its speed. */
final class BadgeCell<R> extends TipCell<R> {

    private final Function<R, @Nullable Badge> value;
    private @Nullable Badge shown;
    private Badge.@Nullable Tone dressed;

    BadgeCell(Function<R, @Nullable Badge> value) {
        this.value = value;
        getStyleClass().add(Badge.STYLE);
    }

    @Override
    void show(@Nullable R row) {
        shown = row == null ? null : value.apply(row);
        if (shown == null) {
            setText(null);
        } else if (dressed == shown.tone()) {
            setText(shown.word());
        } else {
            dressed = shown.tone();
            shown.show(this);
        }
        // Hidden while rows come and go: taken away and put back, it would be dressed anew each time.
        var shape = getGraphic();
        if (shape != null) {
            shape.setVisible(shown != null);
        }
    }

    @Override
    @Nullable
    String more() {
        if (shown == null) {
            return null;
        }
        var tip = shown.tip();
        return tip != null ? tip.get() : isTextTruncated() ? shown.word() : null;
    }
}
