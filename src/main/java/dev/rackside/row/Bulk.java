package dev.rackside.row;

import java.util.List;
import java.util.UUID;

/**
 * A service's door to the edit of many rows at once: planned and shown first, then written, then perhaps taken back. A
 * row that somebody changed in between is left alone and reported, never overwritten. Every call reads or writes the
 * database, so none is made on the screen thread.
 */
public interface Bulk<D extends Record> {

    /** So many rows can be looked over and taken back; more than that is work for a script. */
    int MOST_ROWS = 10_000;

    /** Who wants to know how far it is, and may have had enough; asked between two steps. */
    interface Watch {

        Watch NOBODY = new Watch() {
            @Override
            public void at(int done, int of) {
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };

        void at(int done, int of);

        boolean cancelled();
    }

    /**
     * Looks what a change would do; writes nothing.
     *
     * @param ids at most {@link #MOST_ROWS}
     */
    BulkPlan<D> plan(List<UUID> ids, BulkChange change);

    /** Writes what was planned, some rows in a transaction each time. A cancel ends it between two of them. */
    BulkResult<D> write(BulkPlan<D> plan, Watch watch);

    /** Puts back just the rows that were written, where they still are as they were left. */
    BulkResult<D> takeBack(BulkResult<D> done, Watch watch);
}
