package dev.rackside.row;

/** Where in a list a page begins. */
public sealed interface Position {

    /** The first rows. */
    record Start() implements Position {}

    /** The last rows, still in the list's order. */
    record End() implements Position {}

    /** The rows that follow a cursor. */
    record After(Cursor cursor) implements Position {}

    /** The rows just before a cursor, in the list's order. */
    record Before(Cursor cursor) implements Position {}

    /**
     * The rows from an index on, for a scrollbar that was dragged: found over the order's index alone, from the nearer
     * end.
     *
     * @param index from 0
     * @param count how many rows the list has, as last counted
     */
    record At(long index, long count) implements Position {}
}
