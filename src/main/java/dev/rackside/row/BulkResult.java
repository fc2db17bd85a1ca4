package dev.rackside.row;

import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a bulk edit, or of taking one back.
 *
 * @param written each row as it was before and as it was left
 * @param left the rows that were to be written and weren't
 * @param stopped what ended it early; null where nothing did, or the person
 */
public record BulkResult<D extends Record>(List<Written<D>> written, List<Left<D>> left, @Nullable Problem stopped) {

    public BulkResult {
        written = List.copyOf(written);
        left = List.copyOf(left);
    }

    /** A row that was written. */
    public record Written<D extends Record>(D before, Versioned<D> now) {}

    /**
     * A row that was left as it stands.
     *
     * @param draft as it was when the edit was planned
     * @param reached whether its turn came; where it didn't, it may be tried again
     * @param why in words: the key of a message
     */
    public record Left<D extends Record>(UUID id, D draft, boolean reached, Violation why) {}
}
