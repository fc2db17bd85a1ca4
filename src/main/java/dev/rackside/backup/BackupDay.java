package dev.rackside.backup;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came of the backups that started on one day.
 *
 * @param count of runs that aren't going on
 * @param failed how many of them failed: the run itself or its verification
 * @param worst the least of the day; {@link Grade#FAILED} also where a run failed and left nothing to verify
 * @param best the most of the day
 * @param sizeBytes the largest file of a run that didn't fail; null where none says
 * @param longest the longest run that didn't fail; null where none says
 */
public record BackupDay(LocalDate day, long count, long failed, Grade worst, Grade best, @Nullable Long sizeBytes,
        @Nullable Duration longest) {

    /** The same day with what came later on it. */
    BackupDay and(BackupDay more) {
        return new BackupDay(day, count + more.count, failed + more.failed,
                worst.compareTo(more.worst) <= 0 ? worst : more.worst,
                best.compareTo(more.best) >= 0 ? best : more.best, larger(sizeBytes, more.sizeBytes),
                larger(longest, more.longest));
    }

    private static <T extends Comparable<T>> @Nullable T larger(@Nullable T one, @Nullable T other) {
        return one == null || (other != null && one.compareTo(other) < 0) ? other : one;
    }
}
