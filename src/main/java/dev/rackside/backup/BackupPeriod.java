package dev.rackside.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A span of time in which backups started.
 *
 * @param until no longer part of it
 */
public record BackupPeriod(Instant from, Instant until) {

    /** The days from one to another, both whole, as the clocks of a zone have them. */
    public static BackupPeriod of(LocalDate first, LocalDate last, ZoneId zone) {
        return new BackupPeriod(first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** One day of a zone, which has 23 or 25 hours where the clocks change. */
    public static BackupPeriod of(LocalDate day, ZoneId zone) {
        return of(day, day, zone);
    }
}
