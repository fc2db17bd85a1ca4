package dev.rackside.failure;

import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know about a failure pattern at a glance.
 *
 * @param signature recognises it in a command or an error; empty where the row has none
 * @param occurrences how often it was seen; null where another program left it out
 */
public record FailureSummary(UUID id, String signature, Coded<PatternType> type, @Nullable String rootCause,
        @Nullable String recommendedSolution, Coded<Severity> severity, @Nullable Integer occurrences,
        @Nullable Instant lastSeen) {}
