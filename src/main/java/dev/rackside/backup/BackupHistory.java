package dev.rackside.backup;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Twelve months of backups.
 *
 * @param zone by whose clocks a day begins
 * @param from the first day
 * @param to today, by the server's clock
 * @param days those on which a backup was started, the oldest first
 * @param restoreTook how long the newest proved backup took to restore: the measured RTO; null where none says
 * @param anomalies of the newest backups, the newest first
 */
public record BackupHistory(ZoneId zone, LocalDate from, LocalDate to, List<BackupDay> days, BackupSummary summary,
        @Nullable Duration restoreTook, List<Anomaly> anomalies) {

    /** What came of a day's backups; empty where none was started. */
    public Optional<BackupDay> on(LocalDate day) {
        return days.stream().filter(each -> each.day().equals(day)).findFirst();
    }
}
