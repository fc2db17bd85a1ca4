package dev.rackside.plan;

import dev.rackside.integration.Fields;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a plan, as it was reported once.
 *
 * @param exchange the row of the log that has all of it
 * @param start when it began
 * @param status the system's word for how it ended
 * @param dataCopied in bytes
 */
public record PlanRun(UUID exchange, @Nullable Instant start, String status, PlanState state,
        @Nullable String duration, @Nullable Long dataCopied, @Nullable String error) {

    static PlanRun of(UUID exchange, Instant seenAt, @Nullable String reported) {
        var plan = Msp360.plan(Fields.of(reported).at("body"), null);
        return new PlanRun(exchange, plan.lastStart(), plan.status(), PlanState.of(plan, seenAt), plan.duration(),
                plan.dataCopied(), plan.error());
    }
}
