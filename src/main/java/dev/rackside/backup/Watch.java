package dev.rackside.backup;

import java.util.concurrent.CancellationException;

/** Hears how a backup or a proof goes on, and may stop it; called from any thread, often, so it must be quick. */
public interface Watch {

    /** For those who neither look nor stop. */
    Watch NONE = _ -> {
    };

    /** What is being done. */
    enum Stage {
        DUMP, PUBLISH, HASH, PARSE, START_SERVER, RESTORE, COMPARE
    }

    /**
     * How far it is.
     *
     * @param bytes of the dump, so far
     * @param ofBytes how many there will be, about; 0 where nobody knows
     * @param tables how many tables are begun, or compared
     * @param ofTables how many there are; 0 where nobody knows yet
     */
    record Pace(Stage stage, long bytes, long ofBytes, int tables, int ofTables) {

        /** From 0 to 1; less than 0 where nobody knows. */
        public double fraction() {
            if (ofBytes > 0) {
                return Math.min(1, (double) bytes / ofBytes);
            }
            return ofTables > 0 ? Math.min(1, (double) tables / ofTables) : -1;
        }
    }

    void at(Pace pace);

    /** Whether it shall stop; asked at least four times a second. */
    default boolean cancelled() {
        return false;
    }

    /** Asked when a backup is whole, right before it gets its final name; throwing keeps it from that. */
    default void publishing() {
    }

    /** Throws where it shall stop. */
    default void check() {
        if (cancelled() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }
}
