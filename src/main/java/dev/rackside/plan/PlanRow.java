package dev.rackside.plan;

import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan in the list.
 *
 * @param clientName whose it is here; null where nobody said so
 * @param company whose it is in the system's words
 * @param machineName the machine here; null where nobody said so
 * @param computer the machine in the system's words
 * @param dataCopied in bytes, by the latest run
 * @param seenAt when the system told so
 */
public record PlanRow(UUID id, @Nullable String name, @Nullable String type, Coded<PlanState> state,
        @Nullable String status, @Nullable UUID clientId, @Nullable String clientName, @Nullable String company,
        @Nullable UUID machineId, @Nullable String machineName, @Nullable String computer,
        @Nullable Instant lastStart, @Nullable Instant nextStart, @Nullable String duration, @Nullable Long dataCopied,
        Instant seenAt) implements Row {

    /** As the list reads it. */
    public PlanRow(UUID id, @Nullable String name, @Nullable String type, String state, @Nullable String status,
            @Nullable UUID clientId, @Nullable String clientName, @Nullable String company, @Nullable UUID machineId,
            @Nullable String machineName, @Nullable String computer, @Nullable Instant lastStart,
            @Nullable Instant nextStart, @Nullable String duration, @Nullable Long dataCopied, Instant seenAt) {
        this(id, name, type, Coded.of(PlanState.class, state), status, clientId, clientName, company, machineId,
                machineName, computer, lastStart, nextStart, duration, dataCopied, seenAt);
    }

    /** Whose it is, in our words where there are any. */
    public @Nullable String owner() {
        return clientName == null ? company : clientName;
    }

    /** Which machine it keeps, in our words where there are any. */
    public @Nullable String machine() {
        return machineName == null ? computer : machineName;
    }

    int rank() {
        return state.known() == null ? PlanState.GONE.rank() : state.known().rank();
    }
}
