package dev.rackside.plan;

import dev.rackside.text.Coded;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a plan stands, in our words; what needs somebody comes first. */
public enum PlanState {
    FAILED(0), OVERDUE(1), NEVER_RAN(2), WARNING(3), UNKNOWN(4), RUNNING(5), SUCCEEDED(6),
    /** Its system tells of it no more. */
    GONE(7);

    /** A queue or a slow machine may make a run this late. */
    static final Duration GRACE = Duration.ofHours(1);

    /** The same as a value to order by. */
    static final String RANK = "case r.state when 'failed' then 0 when 'overdue' then 1 when 'never_ran' then 2 "
            + "when 'warning' then 3 when 'unknown' then 4 when 'running' then 5 when 'succeeded' then 6 else 7 end";

    private final int rank;

    PlanState(int rank) {
        this.rank = rank;
    }

    /** The lower, the sooner somebody should look. */
    int rank() {
        return rank;
    }

    /**
     * What a report comes down to at the moment that it was made. A run that ended well hides nothing: where the next
     * one should have begun since, the plan is overdue.
     *
     * @param seenAt when the system was asked
     */
    static PlanState of(ReportedPlan plan, Instant seenAt) {
        var said = said(plan.status());
        if (plan.lastStart() == null) {
            return said == RUNNING || said == FAILED || said == OVERDUE ? said : NEVER_RAN;
        }
        return said == SUCCEEDED || said == WARNING ? since(plan.nextStart(), seenAt, said) : said;
    }

    private static PlanState since(@Nullable Instant next, Instant seenAt, PlanState said) {
        return next != null && next.plus(GRACE).isBefore(seenAt) ? OVERDUE : said;
    }

    private static PlanState said(String status) {
        return switch (status) {
            case "Success" -> SUCCEEDED;
            case "Overdue" -> OVERDUE;
            case "Error", "Interrupted", "UnexpectedlyClosed" -> FAILED;
            case "Running" -> RUNNING;
            case "Warning" -> WARNING;
            default -> UNKNOWN;
        };
    }

    String code() {
        return Coded.code(this);
    }
}
