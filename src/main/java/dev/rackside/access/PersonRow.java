package dev.rackside.access;

import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or a service as the list shows it.
 *
 * @param state one of the values of {@link PersonFacet#STATE}
 */
public record PersonRow(UUID id, String username, @Nullable String displayName, @Nullable String email,
        Coded<Role> role, String state, @Nullable Instant lastLoginAt, @Nullable Instant createdAt) implements Row {

    /** As the list's query makes it. */
    public PersonRow(UUID id, String username, @Nullable String displayName, @Nullable String email,
            @Nullable String role, String state, @Nullable Instant lastLoginAt, @Nullable Instant createdAt) {
        this(id, username, displayName, email, Coded.of(Role.class, role), state, lastLoginAt, createdAt);
    }

    /** What a person is called: the display name, or the user name where there is none. */
    public String name() {
        return displayName == null || displayName.isBlank() ? username : displayName;
    }
}
