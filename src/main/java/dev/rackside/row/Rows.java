package dev.rackside.row;

import java.time.Instant;

/**
 * A list of rows under one filter, read page by page. Every call reads the database and may throw a
 * {@link dev.rackside.fault.Problem}; none may be made on the screen thread.
 */
public interface Rows<R extends Row> {

    /** The rows at a position, in the request's order; at most {@code request.size()}. */
    Page<R> page(PageRequest request);

    /** How many rows there are in all. */
    long count();

    /** How many rows came or changed since an instant of the server's clock (see {@link Page#readAt()}). */
    long newerThan(Instant readAt);
}
