package dev.rackside;

import org.jspecify.annotations.Nullable;

/**
 * What the window shall open.
 *
 * @param workspace its name; null for the one that was open last
 * @param sample whether to make a local workspace with sample data where there is none
 */
record Start(@Nullable String workspace, boolean sample) {}
