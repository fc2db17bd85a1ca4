package dev.rackside.crash;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a fault, for whoever mends it.
 *
 * @param file where it was written; null where that wasn't possible
 */
public record CrashReport(String text, @Nullable Path file) {}
