package dev.rackside.fx;

import dev.rackside.row.Order;
import dev.rackside.row.Page;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.row.Row;
import dev.rackside.row.Rows;
import java.util.HashMap;
import java.util.Map;

/**
 * What a start or a refresh reads: two pages, so that what is on screen is whole wherever a page ends.
 *
 * @param first the number of the first of them
 * @param count how many rows the list has; -1 where the pages don't tell
 */
record Fresh<R extends Row>(Page<R> read, int first, long count) {

    private static final int SIZE = 2 * PagedList.PAGE;

    static <R extends Row> Fresh<R> read(Rows<R> from, Order order, int first, long known) {
        if (first > 0) {
            var place = new Position.At((long) first * PagedList.PAGE, known);
            var page = from.page(new PageRequest(order, place, SIZE));
            if (!page.rows().isEmpty()) {
                return new Fresh<>(page, first, -1);
            }
        }
        var page = from.page(PageRequest.start(order, SIZE));
        return new Fresh<>(page, 0, page.rows().size() < SIZE ? page.rows().size() : -1);
    }

    Map<Integer, PagedList.Kept<R>> pages() {
        var rows = read.rows();
        var pages = new HashMap<Integer, PagedList.Kept<R>>();
        if (rows.size() > PagedList.PAGE) {
            pages.put(first, new PagedList.Kept<>(rows.subList(0, PagedList.PAGE), read.first(), null));
            pages.put(first + 1,
                    new PagedList.Kept<>(rows.subList(PagedList.PAGE, rows.size()), null, read.last()));
        } else if (!rows.isEmpty()) {
            pages.put(first, new PagedList.Kept<>(rows, read.first(), read.last()));
        }
        return pages;
    }
}
