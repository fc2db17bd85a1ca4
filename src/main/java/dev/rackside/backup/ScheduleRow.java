package dev.rackside.backup;

import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a backup is due.
 *
 * @param nextRunAt null where nothing is planned
 * @param missedAfterMinutes how late a run may be before it counts as missed
 */
public record ScheduleRow(UUID id, String name, Coded<BackupType> type, boolean enabled, @Nullable Instant lastRunAt,
        @Nullable Instant nextRunAt, int missedAfterMinutes) implements Row {

    /** Whether a run should have been there by now, by the server's clock. */
    public boolean overdueAt(Instant now) {
        return enabled && nextRunAt != null && nextRunAt.plus(Duration.ofMinutes(missedAfterMinutes)).isBefore(now);
    }
}
