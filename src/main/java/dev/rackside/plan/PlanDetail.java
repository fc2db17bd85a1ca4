package dev.rackside.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan with what the list doesn't show.
 *
 * @param customerMapping the row that says whose its customer is; null where the system names none
 * @param computerMapping the row that says which machine it is; null where the system names none
 * @param runs the latest first, as they were seen
 */
public record PlanDetail(PlanRow row, @Nullable String storage, @Nullable Long filesCopied,
        @Nullable Long filesFailed, @Nullable String error, Instant firstSeenAt, @Nullable UUID customerMapping,
        @Nullable UUID computerMapping, List<PlanRun> runs) {}
