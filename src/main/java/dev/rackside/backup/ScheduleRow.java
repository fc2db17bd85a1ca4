package dev.rackside.backup;

import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a backup is due, as the list shows it.
 *
 * @param cronExpression as it stands in the row, which need not be one
 * @param timeZone as it stands in the row
 * @param nextRunAt null where nothing is planned
 * @param missedAfterMinutes how late a run may be before it counts as missed
 */
public record ScheduleRow(UUID id, String name, Coded<BackupType> type, boolean enabled, @Nullable Instant lastRunAt,
        @Nullable Instant nextRunAt, int missedAfterMinutes, String cronExpression, String timeZone,
        Coded<VerifyLevel> verifyLevel, @Nullable Instant updatedAt) implements Row {

    /** As the list's query makes it. */
    public ScheduleRow(UUID id, String name, @Nullable String type, boolean enabled, @Nullable Instant lastRunAt,
            @Nullable Instant nextRunAt, int missedAfterMinutes, String cronExpression, String timeZone,
            @Nullable String verifyLevel, @Nullable Instant updatedAt) {
        this(id, name, Coded.of(BackupType.class, type), enabled, lastRunAt, nextRunAt, missedAfterMinutes,
                cronExpression, timeZone, Coded.of(VerifyLevel.class, verifyLevel), updatedAt);
    }

    /** Whether a run should have been there by now, by the server's clock. */
    public boolean overdueAt(Instant now) {
        return enabled && nextRunAt != null && nextRunAt.plus(Duration.ofMinutes(missedAfterMinutes)).isBefore(now);
    }

    /** The times that it means; empty where its expression or its zone is none. */
    public Optional<Timetable> times() {
        return Timetable.of(cronExpression, timeZone);
    }
}
