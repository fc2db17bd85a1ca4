package dev.rackside.client;

import dev.rackside.row.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client as its detail shows it, with how many rows of each kind are of this client.
 */
public record ClientFacts(Versioned<ClientDraft> client, long machines, long sessions, long tickets, long insights,
        @Nullable Instant createdAt, @Nullable Instant updatedAt) {

    static ClientFacts of(Versioned<ClientDraft> client, Object[] counts, @Nullable Instant createdAt,
            @Nullable Instant updatedAt) {
        return new ClientFacts(client, count(counts[0]), count(counts[1]), count(counts[2]), count(counts[3]),
                createdAt, updatedAt);
    }

    private static long count(Object counted) {
        return ((Number) counted).longValue();
    }
}
