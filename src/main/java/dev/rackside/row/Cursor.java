package dev.rackside.row;

import java.util.Collections;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in an ordered list: the sort values of the row there, the id last. Opaque to screens. */
public record Cursor(List<@Nullable Object> values) {

    public Cursor {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
