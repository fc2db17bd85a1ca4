package dev.rackside.insight;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A "still true" that was said, to be taken back.
 *
 * @param id of its entry in the history
 * @param before when the insight was last verified before
 */
public record StillTrue(UUID id, UUID insightId, Instant at, @Nullable Instant before) {}
