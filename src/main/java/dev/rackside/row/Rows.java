package dev.rackside.row;

import java.time.Instant;
import java.util.List;

/**
 * A list of rows under one filter, read page by page. Every call reads the database and may throw a
 * {@link dev.rackside.fault.Problem}; none may be made on the screen thread.
 */
public interface Rows<R extends Row> {

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

    /** How many rows came or changed since an instant of the server's clock (see {@link Page#readAt()}). */
    long newerThan(Instant readAt);
}
