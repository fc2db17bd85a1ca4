package dev.rackside.backup;

import dev.rackside.row.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as its detail shows it.
 *
 * @param overdue whether its next backup should have been there by now
 * @param lastBackup the backup that was taken last by it; null where there was none or it is gone
 * @param backups how many backups were taken by it
 * @param slots what became of its latest times, the newest first
 * @param readAt the server's clock
 */
public record ScheduleDetail(Versioned<ScheduleDraft> schedule, boolean overdue, @Nullable Instant lastRunAt,
        @Nullable Instant nextRunAt, @Nullable BackupRow lastBackup, long backups, List<SlotRow> slots,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt, Instant readAt) {

    public ScheduleDraft draft() {
        return schedule.draft();
    }

    public UUID id() {
        return schedule.id();
    }
}
