package dev.rackside.backup.notice;

import org.jspecify.annotations.Nullable;

/**
 * What was answered to a notice that was taken.
 *
 * @param answer of the server, as it may be shown
 * @param lacking what wasn't done all the same; null for nothing
 */
public record Receipt(String answer, @Nullable String lacking) {}
