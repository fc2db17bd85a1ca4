package dev.rackside.ticket;

import dev.rackside.fault.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a refresh.
 *
 * @param checked how many links were looked after
 * @param unreachable how many have no credential in use for their system, or no id
 * @param changes what is otherwise now
 * @param problem why it ended early; null where it came to the end. What was checked before it counts.
 */
public record StatusReport(int checked, int unreachable, List<StatusChange> changes, @Nullable Problem problem) {

    /** How many changes are of a kind. */
    public long count(StatusChange.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
