package dev.rackside.fx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What changed in a {@link PagedList}. The usual way of saying so holds each row that is gone, one by one, which takes
 * a third of a second for a million; nobody asks which rows those were, so they are only counted here.
 */
final class PagedChange<R> extends ListChangeListener.Change<@Nullable R> {

    /** Places now from one on and before another, in place of so many before. */
    private record Part(int from, int to, int removed) {}

    private final List<Part> parts = new ArrayList<>();
    private int at = -1;

    PagedChange(ObservableList<@Nullable R> list) {
        super(list);
    }

    /** Other rows stand in the same places. */
    PagedChange<R> replaced(int from, int to) {
        if (from < to) {
            parts.add(new Part(from, to, to - from));
        }
        return this;
    }

    /** The list, as long as before up to there, now ends elsewhere. */
    PagedChange<R> resized(int old, int now) {
        if (now != old) {
            parts.add(new Part(Math.min(old, now), now, Math.max(0, old - now)));
        }
        return this;
    }

    boolean isNothing() {
        return parts.isEmpty();
    }

    @Override
    public boolean next() {
        if (at + 1 >= parts.size()) {
            return false;
        }
        at++;
        return true;
    }

    @Override
    public void reset() {
        at = -1;
    }

    private Part part() {
        if (at < 0) {
            throw new IllegalStateException("next() comes first");
        }
        return parts.get(at);
    }

    @Override
    public int getFrom() {
        return part().from();
    }

    @Override
    public int getTo() {
        return part().to();
    }

    @Override
    public List<@Nullable R> getRemoved() {
        return Collections.nCopies(part().removed(), null);
    }

    @Override
    protected int[] getPermutation() {
        return new int[0];
    }

    @Override
    public String toString() {
        return Objects.toString(parts);
    }
}
