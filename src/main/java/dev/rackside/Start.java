package dev.rackside;

import org.jspecify.annotations.Nullable;

/**
 * What the window shall open.
 *
 * @param workspace its name; null for the one that was open last
 * @param sample whether to make a local workspace with sample data where there is none
 * @param demo whether to open the demo's workspace, and start the ticket systems that it talks to
 */
record Start(@Nullable String workspace, boolean sample, boolean demo) {}
