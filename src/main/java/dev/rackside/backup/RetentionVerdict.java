package dev.rackside.backup;

import java.util.List;
import java.util.UUID;

/**
 * Whether a backup is kept or goes.
 *
 * @param reasons why; never empty
 */
public record RetentionVerdict(UUID id, boolean goes, List<Reason> reasons) {

    /** Why a backup is kept, or goes. */
    public enum Kind {
        /** The newest of its schedule, always kept. */
        NEWEST,
        /** The newest that isn't known to be bad, always kept. */
        NEWEST_GOOD,
        /** The newest that is proved, always kept. */
        NEWEST_PROVED,
        /** Somebody reads its file. */
        BUSY,
        /** Nobody knows when it was taken. */
        UNDATED,
        /** It says that it is from the future. */
        AHEAD,
        /** Bad, but newer than every good one. */
        NEWER_THAN_GOOD, DAILY, WEEKLY, MONTHLY,
        /** Among those that the count keeps. */
        WITHIN_COUNT,
        /** Not older than the days. */
        WITHIN_DAYS,
        /** The schedule keeps all. */
        NO_RULE,
        /** Enough newer ones are there: it goes. */
        BEYOND_COUNT,
        /** Older than the days: it goes. */
        TOO_OLD,
        /** The newest of no day, week or month that is kept: it goes. */
        NO_PERIOD
    }

    /**
     * One of the reasons.
     *
     * @param detail the day, week, month, count or days that it speaks of; else empty
     */
    public record Reason(Kind kind, String detail) {

        static Reason of(Kind kind) {
            return new Reason(kind, "");
        }
    }

    static RetentionVerdict kept(UUID id, List<Reason> reasons) {
        return new RetentionVerdict(id, false, List.copyOf(reasons));
    }
}
