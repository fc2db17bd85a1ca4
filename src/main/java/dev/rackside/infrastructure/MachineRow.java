package dev.rackside.infrastructure;

import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A machine as the list shows it.
 *
 * @param clientName null where it has no client, or that is gone
 * @param tags their names, separated by commas; null where it has none
 * @param updatedAt null where another program left it out
 */
public record MachineRow(UUID id, @Nullable String hostname, @Nullable UUID clientId, @Nullable String clientName,
        Coded<AssetType> assetType, @Nullable String ipAddress, @Nullable String os, @Nullable String osVersion,
        @Nullable String powershellVersion, Coded<MachineStatus> status, @Nullable String tags,
        @Nullable Instant updatedAt) implements Row {

    /** As the list's query makes it. */
    public MachineRow(UUID id, @Nullable String hostname, @Nullable UUID clientId, @Nullable String clientName,
            @Nullable String assetType, @Nullable String ipAddress, @Nullable String os, @Nullable String osVersion,
            @Nullable String powershellVersion, @Nullable String status, @Nullable String tags,
            @Nullable Instant updatedAt) {
        this(id, hostname, clientId, clientName, Coded.of(AssetType.class, assetType), ipAddress, os, osVersion,
                powershellVersion, Coded.of(MachineStatus.class, status), tags, updatedAt);
    }
}
