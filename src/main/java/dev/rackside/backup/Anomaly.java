package dev.rackside.backup;

import java.time.Instant;
import java.util.UUID;

/**
 * Something about a backup that isn't as it was with the one before it, and that a person should look at.
 *
 * @param was of the backup before: rows, bytes or milliseconds
 * @param is of this one
 */
public record Anomaly(UUID backup, Instant startedAt, Kind kind, long was, long is) {

    /** What is odd. */
    public enum Kind {
        /** Half the rows of the backup before, or fewer. */
        FEWER_ROWS,
        /** Half the bytes of the backup before, or fewer. */
        SMALLER,
        /** To the byte as large as the backup before: nothing changed, or the same file was written again. */
        SAME_SIZE,
        /** Took half as long again as the backup before, or longer. */
        SLOWER
    }
}
