package dev.rackside.fx;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A cell that is a badge itself: a label within each cell would cost the table half of its speed. */
final class BadgeCell<R> extends TipCell<R> {

    private static final Badge NOTHING = Badge.plain("");

    private final Function<R, @Nullable Badge> value;
    private Badge shown = NOTHING;

    BadgeCell(Function<R, @Nullable Badge> value) {
        this.value = value;
        getStyleClass().add(Badge.STYLE);
    }

    @Override
    void show(@Nullable R row) {
        var last = shown;
        shown = row == null ? NOTHING : Objects.requireNonNullElse(value.apply(row), NOTHING);
        if (last.tone() == shown.tone()) {
            setText(shown.word());
        } else {
            shown.show(this);
        }
    }

    @Override
    @Nullable
    String more() {
        var tip = shown.tip();
        return tip != null ? tip.get() : isTextTruncated() ? shown.word() : null;
    }
}
