package dev.rackside.backup;

import dev.rackside.text.Coded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one backup.
 *
 * @param report what its verification says
 * @param verification the status as it stands in the row
 * @param schedule the name of the schedule that asked for it, null where none did
 * @param editable false for a run of Rackside's own: what it recorded isn't changed by hand
 */
public record BackupDetail(BackupRow row, VerificationReport report, Coded<VerificationStatus> verification,
        @Nullable String toolVersion, @Nullable String sha256, @Nullable Boolean encrypted, @Nullable String failure,
        @Nullable String takenBy, @Nullable String workstation, @Nullable String schedule, @Nullable Instant slotAt,
        @Nullable Instant createdAt, @Nullable Instant updatedAt, boolean editable) {

    /** Whether it is one of Rackside's own that was written to its end, and whose file retention didn't let go. */
    public boolean restorable() {
        return !editable && row.outcome().known() == BackupOutcome.SUCCEEDED && !"pruned".equals(row.reasonCode());
    }

    /** How a level of the verification stands. */
    public enum Step {
        HELD, FAILED, NOT_TRIED
    }

    /** How a level stands: those below the one that failed held, and so did all up to the one reached. */
    public Step step(VerificationLevel level) {
        var reached = report.level();
        if (reached == null || level.compareTo(reached) > 0) {
            return Step.NOT_TRIED;
        }
        return level == reached && row.grade() == Grade.FAILED ? Step.FAILED : Step.HELD;
    }
}
