package dev.rackside.client;

import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client as the list shows it.
 *
 * @param active null where another program left it out
 * @param updatedAt null where another program left it out
 */
public record ClientRow(UUID id, @Nullable String name, Coded<ClientType> type, @Nullable String domainName,
        @Nullable String networkSubnet, @Nullable String primaryContact, @Nullable Boolean active,
        @Nullable Instant updatedAt)
        implements
            Row {

    /** As the list's query makes it. */
    public ClientRow(UUID id, @Nullable String name, @Nullable String type, @Nullable String domainName,
            @Nullable String networkSubnet, @Nullable String primaryContact, @Nullable Boolean active,
            @Nullable Instant updatedAt) {
        this(id, name, Coded.of(ClientType.class, type), domainName, networkSubnet, primaryContact,
                active, updatedAt);
    }
}
