package dev.rackside.db;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that a list can be ordered by: one value or several that follow each other, and the id at the end. All the
 * values go in the direction that the person chose.
 *
 * @param keys what it is ordered by, the most important first
 * @param joined whether a key names one of the list's joined rows
 */
public record SortColumn<R>(List<Key<R>> keys, boolean joined) {

    /**
     * @param hql a value to order by; part of the program, never of anyone's input
     * @param value reads the same value from a row, to continue the list after it
     */
    record Key<R>(String hql, Function<R, @Nullable Object> value) {}

    public static <R> SortColumn<R> own(@CompileTimeConstant String hql, Function<R, @Nullable Object> value) {
        return new SortColumn<>(List.of(new Key<>(hql, value)), false);
    }

    public static <R> SortColumn<R> joined(@CompileTimeConstant String hql, Function<R, @Nullable Object> value) {
        return new SortColumn<>(List.of(new Key<>(hql, value)), true);
    }

    /** Orders what is equal so far by another value, in the same direction. */
    public SortColumn<R> then(@CompileTimeConstant String hql, Function<R, @Nullable Object> value) {
        var more = new ArrayList<>(keys);
        more.add(new Key<>(hql, value));
        return new SortColumn<>(List.copyOf(more), joined);
    }

    String select() {
        var hql = new StringBuilder();
        keys.forEach(key -> hql.append(key.hql()).append(", "));
        return hql.append("r.id").toString();
    }
}
