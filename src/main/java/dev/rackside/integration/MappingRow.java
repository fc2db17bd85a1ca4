package dev.rackside.integration;

import dev.rackside.row.Choice;
import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outside system's customer or computer in the list.
 *
 * @param externalName as the system calls it; null where it didn't say
 * @param mappedBy who said last what it is here, or that it is nothing; null where nobody did
 * @param rowVersion of the row as it was read
 */
public record MappingRow(UUID id, Coded<ExchangeSystem> system, Coded<ExternalKind> kind, String externalId,
        @Nullable String externalName, @Nullable UUID clientId, @Nullable String clientName,
        @Nullable UUID machineId, @Nullable String machineName, @Nullable String mappedBy, Instant createdAt,
        Instant updatedAt, int rowVersion) implements Row {

    /** As the list reads it. */
    public MappingRow(UUID id, String system, String kind, String externalId, @Nullable String externalName,
            @Nullable UUID clientId, @Nullable String clientName, @Nullable UUID machineId,
            @Nullable String machineName, @Nullable String mappedBy, Instant createdAt, Instant updatedAt,
            int rowVersion) {
        this(id, Coded.of(ExchangeSystem.class, system), Coded.of(ExternalKind.class, kind), externalId, externalName,
                clientId, clientName, machineId, machineName, mappedBy, createdAt, updatedAt, rowVersion);
    }

    public boolean isComputer() {
        return kind.known() == ExternalKind.COMPUTER;
    }

    /** What a person reads. */
    public String name() {
        return externalName == null || externalName.isBlank() ? externalId : externalName;
    }

    /** What it is here: a machine where it is a computer, else a client; null where nobody said so. */
    public @Nullable Choice here() {
        var id = isComputer() ? machineId : clientId;
        return id == null
                ? null
                : new Choice(id, Objects.requireNonNullElse(isComputer() ? machineName : clientName, ""));
    }

    public @Nullable String hereName() {
        var here = here();
        return here == null ? null : here.label();
    }

    /** Under which the customer of a computer is known: what its id begins with; null for a customer's own. */
    @Nullable
    String customerKey() {
        var at = externalId.lastIndexOf('/');
        return isComputer() && at > 0 ? externalId.substring(0, at) : null;
    }
}
