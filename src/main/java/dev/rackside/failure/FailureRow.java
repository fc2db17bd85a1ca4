package dev.rackside.failure;

import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A failure pattern as the list shows it.
 *
 * @param client the client's name; null where it has none, or is gone
 * @param machine the machine's host name; null where it has none, or is gone
 * @param rank how bad it is as the list orders it: 4 blocking, 1 info, 0 not known
 * @param occurrences how often it was seen; null where another program left it out
 */
public record FailureRow(UUID id, @Nullable String signature, Coded<PatternType> type, Coded<Severity> severity,
        int rank, @Nullable UUID clientId, @Nullable String client, @Nullable UUID machineId, @Nullable String machine,
        @Nullable Integer occurrences, @Nullable Instant firstSeen, @Nullable Instant lastSeen, boolean active)
        implements
            Row {

    /** As the list's query makes it. */
    public FailureRow(UUID id, @Nullable String signature, @Nullable String type, @Nullable String severity,
            Integer rank, @Nullable UUID clientId, @Nullable String client, @Nullable UUID machineId,
            @Nullable String machine, @Nullable Integer occurrences, @Nullable Instant firstSeen,
            @Nullable Instant lastSeen, @Nullable Boolean active) {
        this(id, signature, Coded.of(PatternType.class, type), Coded.of(Severity.class, severity), rank, clientId,
                client, machineId, machine, occurrences, firstSeen, lastSeen, Boolean.TRUE.equals(active));
    }
}
