package dev.rackside.backup;

import dev.rackside.text.Coded;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How far a backup can be relied on, worst first. Only {@link #PROVED} means that it was restored and compared; a
 * check by another program never counts as that.
 */
public enum Grade {
    /** Something was tried and did not hold. */
    FAILED(0),
    /** What the row says contradicts itself, or is written in words that aren't known. */
    UNCLEAR(1),
    /** Nothing was tried. */
    NOT_VERIFIED(2),
    /** The file is the one written; nobody read it. */
    INTACT(3),
    /** The file reads to its end; nobody restored it. */
    READABLE(4),
    /** It was restored, not compared. */
    RESTORED(5),
    /** Another program says that it passed, by {@code gzip -t} or the like. */
    PASSED_ELSEWHERE(6),
    /** Restored, and equal to what it was taken from. */
    PROVED(7);

    private static final String STATUS = "lower(verification_status)";
    /** The level in the details; null where they aren't JSON. */
    private static final String LEVEL = "lower(case when json_valid(verification_details) "
            + "then json_value(verification_details, '$.level') end)";

    /**
     * The same decision as {@link #of} for the server, to order, count and narrow by it: the constant's rank. A test
     * holds the two together.
     */
    static final String RANK_SQL = "case when " + STATUS + " = 'failed' then 0"
            + " when " + STATUS + " = 'passed' then case"
            + " when lower(outcome) in ('running', 'failed', 'abandoned') then 1"
            + " when " + LEVEL + " = 'compare' then 7 else 6 end"
            + " when " + STATUS + " is null or " + STATUS + " = 'not_verified' then case " + LEVEL
            + " when 'hash' then 3 when 'parse' then 4 when 'restore' then 5 when 'compare' then 1 else 2 end"
            + " else 1 end";

    private final int rank;

    Grade(int rank) {
        this.rank = rank;
    }

    /** Worst 0. */
    int rank() {
        return rank;
    }

    static Grade ranked(int rank) {
        return Arrays.stream(values()).filter(grade -> grade.rank == rank).findFirst().orElse(UNCLEAR);
    }

    /**
     * @param status what the row says; no status counts as not verified
     * @param outcome how the run ended; a run that didn't end well can't be proved
     * @param level the level in the details, null where there is none
     */
    public static Grade of(Coded<VerificationStatus> status, Coded<BackupOutcome> outcome,
            @Nullable VerificationLevel level) {
        if (status.text() == null) {
            return unproved(level);
        }
        return switch (status.known()) {
            case FAILED -> FAILED;
            case PASSED -> endedBadly(outcome.known())
                    ? UNCLEAR
                    : level == VerificationLevel.COMPARE ? PROVED : PASSED_ELSEWHERE;
            case NOT_VERIFIED -> unproved(level);
            case null -> UNCLEAR;
        };
    }

    private static boolean endedBadly(@Nullable BackupOutcome outcome) {
        return outcome != null && outcome != BackupOutcome.SUCCEEDED;
    }

    private static Grade unproved(@Nullable VerificationLevel level) {
        return switch (level) {
            case HASH -> INTACT;
            case PARSE -> READABLE;
            case RESTORE -> RESTORED;
            case COMPARE -> UNCLEAR;
            case null -> NOT_VERIFIED;
        };
    }
}
