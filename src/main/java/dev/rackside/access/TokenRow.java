package dev.rackside.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key that lets a program in, as far as anyone may see it.
 *
 * @param prefix its first eight characters
 * @param scopes JSON as it stands in the row
 * @param expiresAt null where another program left it out
 */
public record TokenRow(UUID id, @Nullable String name, @Nullable String prefix, @Nullable String scopes,
        @Nullable Instant expiresAt, @Nullable Instant lastUsedAt, @Nullable Instant revokedAt,
        @Nullable Instant createdAt) {}
