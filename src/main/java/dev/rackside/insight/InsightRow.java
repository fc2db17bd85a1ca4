package dev.rackside.insight;

import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An insight as the list shows it.
 *
 * @param client the client's name; null where it has none, or is gone
 * @param machine the machine's host name; null where it has none, or is gone
 * @param stale never verified, or longer ago than its category's half-life
 */
public record InsightRow(UUID id, @Nullable Integer priority, @Nullable String title, Coded<InsightCategory> category,
        Coded<Confidence> confidence, @Nullable UUID clientId, @Nullable String client, @Nullable UUID machineId,
        @Nullable String machine, @Nullable Instant lastVerified, @Nullable Instant updatedAt, boolean stale)
        implements
            Row {

    /** As the list's query makes it. */
    public InsightRow(UUID id, @Nullable Integer priority, @Nullable String title, @Nullable String category,
            @Nullable String confidence, @Nullable UUID clientId, @Nullable String client, @Nullable UUID machineId,
            @Nullable String machine, @Nullable Instant lastVerified, @Nullable Instant updatedAt, Integer stale) {
        this(id, priority, title, Coded.of(InsightCategory.class, category), Coded.of(Confidence.class, confidence),
                clientId, client, machineId, machine, lastVerified, updatedAt, stale != 0);
    }

    /** Whether its priority isn't one that the rules allow. */
    public boolean oddPriority() {
        return priority == null || priority < 1 || priority > 10;
    }
}
