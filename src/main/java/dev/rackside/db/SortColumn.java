package dev.rackside.db;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that a list can be ordered by.
 *
 * @param hql what it is ordered by; part of the program, never of anyone's input
 * @param joined whether {@code hql} names one of the list's joined rows
 * @param value reads the same value from a row, to continue the list after it
 */
public record SortColumn<R>(String hql, boolean joined, Function<R, @Nullable Object> value) {

    public static <R> SortColumn<R> own(@CompileTimeConstant String hql, Function<R, @Nullable Object> value) {
        return new SortColumn<>(hql, false, value);
    }

    public static <R> SortColumn<R> joined(@CompileTimeConstant String hql, Function<R, @Nullable Object> value) {
        return new SortColumn<>(hql, true, value);
    }
}
