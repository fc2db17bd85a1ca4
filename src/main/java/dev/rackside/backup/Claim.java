package dev.rackside.backup;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What comes of asking for a schedule's slot. */
sealed interface Claim {

    /**
     * It is ours, until the lease ends or somebody has a higher number.
     *
     * @param fence higher than that of everybody who had a slot of this schedule before
     * @param missed how many times before it nobody saw to
     * @param late whether it comes later than the schedule says it may
     */
    record Mine(UUID slot, UUID schedule, Instant at, int fence, ScheduleDraft plan, int missed, boolean late)
            implements
                Claim {

        String name() {
            return String.valueOf(plan.name());
        }
    }

    /** Somebody is at one of the schedule's slots. */
    record Others(String name, String holder, Instant at, Instant until) implements Claim {}

    /**
     * Nothing is due.
     *
     * @param next when it will be; null where the schedule is off, gone, or names no time
     */
    record Nothing(@Nullable Instant next) implements Claim {}
}
