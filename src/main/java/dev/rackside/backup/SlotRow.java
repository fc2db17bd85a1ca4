package dev.rackside.backup;

import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a time at which a schedule's backup was due.
 *
 * @param held whether somebody is at it just now: it runs, and the lease is not over by the server's clock
 * @param holder the workstation and the program that took it last; null where nobody did
 */
public record SlotRow(Instant slotAt, Coded<SlotOutcome> outcome, boolean held, @Nullable String reasonCode,
        @Nullable String holder, @Nullable Instant startedAt, @Nullable Instant endedAt, @Nullable UUID backup) {}
