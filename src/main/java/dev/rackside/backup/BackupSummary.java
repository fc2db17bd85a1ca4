package dev.rackside.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What matters of the backups at one glance.
 *
 * @param readAt the server's clock when it was read; all ages count from it
 * @param newest the newest that was written to its end, whatever its verification says
 * @param newestProved the newest that was restored and compared; a check by another program doesn't count
 * @param lastAttempt the newest run that isn't going on, also one that failed
 * @param failedLately how many runs or verifications failed since {@code failedSince}
 */
public record BackupSummary(Instant readAt, @Nullable BackupRow newest, @Nullable BackupRow newestProved,
        @Nullable BackupRow lastAttempt, long failedLately, Instant failedSince, List<ScheduleRow> schedules) {

    /** How far back a failure still counts as late. */
    public static final Duration LATELY = Duration.ofDays(14);

    /** The schedules whose run should have been there by now. */
    public List<ScheduleRow> overdue() {
        return schedules.stream().filter(schedule -> schedule.overdueAt(readAt)).toList();
    }

    /** Whether some schedule is switched on. */
    public boolean scheduled() {
        return schedules.stream().anyMatch(ScheduleRow::enabled);
    }
}
