package dev.rackside.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A list of rows under one filter, read page by page. Every call reads the database and may throw a
 * {@link dev.rackside.fault.Problem}; none may be made on the screen thread.
 */
public interface Rows<R extends Row> {

    int IDS_AT_ONCE = 1000;

    /** The rows at a position, in the request's order; at most {@code request.size()}. */
    Page<R> page(PageRequest request);

    /** How many rows there are in all. */
    long count();

    /**
     * How many rows there are. Where counting all takes long, counting ends at {@code most}.
     *
     * @param most what is enough to know for now
     */
    default Count count(long most) {
        return new Count(count(), false);
    }

    /**
     * What an index of words finds at once: the first of those rows in the request's order. They are rows of the list,
     * but not all: {@link #page} has them all and may take longer.
     */
    default List<R> glance(PageRequest request) {
        return List.of();
    }

    /**
     * The ids of the first rows in an order.
     *
     * @param atMost where there are more, that many
     */
    default List<UUID> ids(Order order, int atMost) {
        var ids = new ArrayList<UUID>();
        Position next = new Position.Start();
        while (ids.size() < atMost) {
            var page = page(new PageRequest(order, next, Math.min(IDS_AT_ONCE, atMost - ids.size())));
            page.rows().forEach(row -> ids.add(row.id()));
            if (page.last() == null) {
                break;
            }
            next = new Position.After(page.last());
        }
        return ids;
    }

    /** How many rows came or changed since an instant of the server's clock (see {@link Page#readAt()}). */
    long newerThan(Instant readAt);
}
