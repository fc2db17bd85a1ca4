package dev.rackside.backup;

import dev.rackside.text.Messages;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the backups stand, for a dot beside their name.
 *
 * @param sentence why, for a tooltip and a screen reader
 */
public record BackupHealth(Light light, String sentence) {

    /** The dot's colour. */
    public enum Light {
        /** There is a recent backup, and a recent one is proved. */
        GREEN,
        /** Doubtful: not proved, overdue, or nothing there yet. */
        AMBER,
        /** The last backup failed, or there is no recent one. */
        RED
    }

    /** A backup older than this is no recent one. */
    static final Duration RECENT = Duration.ofDays(7);
    /** A proof older than this says little. */
    static final Duration PROOF_HOLDS = Duration.ofDays(30);

    /** How they stand by what matters of them. */
    public static BackupHealth of(BackupSummary summary) {
        var now = summary.readAt();
        var newest = summary.newest();
        var last = summary.lastAttempt();
        if (last == null) {
            return amber("backup.health.none");
        }
        if (last.bad()) {
            return red("backup.health.failed", days(last.startedAt(), now));
        }
        if (newest == null || olderThan(newest.startedAt(), RECENT, now)) {
            return red("backup.health.old", days(newest == null ? null : newest.startedAt(), now));
        }
        var overdue = summary.overdue();
        if (!overdue.isEmpty()) {
            return amber("backup.health.overdue", overdue.getFirst().name(), overdue.size());
        }
        var proved = summary.newestProved();
        if (proved == null) {
            return amber("backup.health.never-proved");
        }
        return olderThan(proved.startedAt(), PROOF_HOLDS, now)
                ? amber("backup.health.not-proved", days(proved.startedAt(), now))
                : new BackupHealth(Light.GREEN, Messages.get("backup.health.good", days(proved.startedAt(), now)));
    }

    private static boolean olderThan(@Nullable Instant moment, Duration limit, Instant now) {
        return moment == null || moment.plus(limit).isBefore(now);
    }

    private static long days(@Nullable Instant moment, Instant now) {
        return moment == null ? 0 : Math.max(0, Duration.between(moment, now).toDays());
    }

    private static BackupHealth amber(String key, Object... arguments) {
        return new BackupHealth(Light.AMBER, Messages.get(key, arguments));
    }

    private static BackupHealth red(String key, Object... arguments) {
        return new BackupHealth(Light.RED, Messages.get(key, arguments));
    }
}
