package dev.rackside.failure;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody met the failure once more; can be taken back.
 *
 * @param at what stands as last seen because of it
 * @param before what stood there; null where nothing did
 */
public record SeenAgain(UUID patternId, Instant at, @Nullable Instant before) {}
