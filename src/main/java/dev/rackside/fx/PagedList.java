package dev.rackside.fx;

import dev.rackside.row.Cursor;
import dev.rackside.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * A list as long as the table in the database, of which the pages used last are held; null stands where a page isn't
 * held. Reading a place never loads anything, so whoever walks over the list does no harm.
 */
final class PagedList<R extends Row> extends ObservableListBase<@Nullable R> {

    static final int PAGE = 100;
    static final int KEPT = 30;

    /** A page's rows, and how to go on before and after them where that is known. */
    record Kept<R>(List<R> rows, @Nullable Cursor first, @Nullable Cursor last) {}

    private final Map<Integer, Kept<R>> pages = new LinkedHashMap<>(64, 0.75f, true);
    private int size;
    private boolean goesOn;

    @Override
    public @Nullable R get(int index) {
        Objects.checkIndex(index, size);
        var page = pages.get(index / PAGE);
        var place = index % PAGE;
        return page != null && place < page.rows().size() ? page.rows().get(place) : null;
    }

    @Override
    public int size() {
        return size;
    }

    /** Whether the list goes on behind its last place, as far as it was counted. */
    boolean goesOn() {
        return goesOn;
    }

    void goesOn(boolean further) {
        goesOn = further;
    }

    /** Where a row is among those held; -1 where it isn't. */
    @Override
    public int indexOf(@Nullable Object row) {
        return row instanceof Row known ? find(known.id()) : -1;
    }

    @Override
    public int lastIndexOf(@Nullable Object row) {
        return indexOf(row);
    }

    @Override
    public boolean contains(@Nullable Object row) {
        return indexOf(row) >= 0;
    }

    int find(UUID id) {
        for (var page : List.copyOf(pages.keySet())) {
            var rows = Objects.requireNonNull(pages.get(page)).rows();
            for (int place = 0; place < rows.size(); place++) {
                if (rows.get(place).id().equals(id) && page * PAGE + place < size) {
                    return page * PAGE + place;
                }
            }
        }
        return -1;
    }

    boolean holds(int page) {
        return pages.containsKey(page);
    }

    @Nullable
    Kept<R> page(int page) {
        return pages.get(page);
    }

    int pagesHeld() {
        return pages.size();
    }

    /** Adds a page; the one that was looked at longest ago makes room. */
    void put(int page, Kept<R> kept) {
        pages.put(page, kept);
        if (pages.size() > KEPT) {
            pages.remove(pages.keySet().iterator().next());
        }
        tell(replaced(new PagedChange<>(this), page, size));
    }

    /** Puts other pages in place of all that are held, in one change. */
    void swap(Map<Integer, Kept<R>> fresh, int newSize) {
        var touched = new TreeSet<>(pages.keySet());
        touched.addAll(fresh.keySet());
        pages.clear();
        pages.putAll(fresh);
        var change = new PagedChange<R>(this);
        touched.forEach(page -> replaced(change, page, Math.min(size, newSize)));
        tell(resized(change, newSize));
    }

    /** The list turned out to be longer or shorter. */
    void resize(int newSize) {
        tell(resized(new PagedChange<>(this), newSize));
    }

    private PagedChange<R> resized(PagedChange<R> change, int newSize) {
        var old = size;
        size = newSize;
        pages.keySet().removeIf(page -> page * PAGE >= newSize);
        return change.resized(old, newSize);
    }

    private static <R> PagedChange<R> replaced(PagedChange<R> change, int page, int size) {
        return change.replaced(page * PAGE, Math.min((page + 1) * PAGE, size));
    }

    private void tell(PagedChange<R> change) {
        if (!change.isNothing()) {
            fireChange(change);
        }
    }
}
