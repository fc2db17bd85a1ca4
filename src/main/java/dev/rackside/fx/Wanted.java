package dev.rackside.fx;

import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The pages that are on screen and not held yet, the one looked at last first; what was scrolled past is forgotten. */
final class Wanted {

    private static final int REMEMBERED = 3;

    private final Deque<Integer> pages = new ArrayDeque<>();
    private int last;
    private int lastButOne;

    /** The page is on screen; tells whether that is news. */
    boolean add(int page, boolean held) {
        if (page != last) {
            lastButOne = last;
            last = page;
        }
        if (held || Integer.valueOf(page).equals(pages.peekFirst())) {
            return false;
        }
        pages.remove(page);
        pages.addFirst(page);
        if (pages.size() > REMEMBERED) {
            pages.removeLast();
        }
        return true;
    }

    void clear() {
        pages.clear();
    }

    /** The list begins at its first row again. */
    void toStart() {
        last = 0;
        lastButOne = 0;
    }

    /** The first of the two pages that hold what is on screen. */
    int firstOnScreen() {
        return Math.abs(last - lastButOne) == 1 ? Math.min(last, lastButOne) : last;
    }

    /** The page to load next; null when there is none. */
    @Nullable
    Integer next(PagedList<?> list) {
        pages.removeIf(page -> list.holds(page) || page * PagedList.PAGE >= list.size());
        return pages.peekFirst();
    }

    /** How to ask for a page: from a neighbour that is held, or else by its place. */
    static PageRequest request(int page, PagedList<?> list, Order order) {
        return new PageRequest(order, position(page, list), Math.min(PagedList.PAGE,
                list.size() - page * PagedList.PAGE));
    }

    private static Position position(int page, PagedList<?> list) {
        if (page == 0) {
            return new Position.Start();
        }
        if (page == (list.size() - 1) / PagedList.PAGE && !list.goesOn()) {
            return new Position.End();
        }
        var before = list.page(page - 1);
        if (before != null && before.last() != null) {
            return new Position.After(before.last());
        }
        var after = list.page(page + 1);
        if (after != null && after.first() != null) {
            return new Position.Before(after.first());
        }
        return new Position.At((long) page * PagedList.PAGE, list.goesOn() ? Long.MAX_VALUE : list.size());
    }
}
