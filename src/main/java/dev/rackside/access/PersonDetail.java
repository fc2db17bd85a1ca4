package dev.rackside.access;

import dev.rackside.row.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person or a service as their detail shows them.
 *
 * @param state one of the values of {@link PersonFacet#STATE}
 * @param passwordSet whether there is a password; without one the database account alone signs in
 * @param lockedUntil null where they never were locked
 * @param tokens the newest first
 */
public record PersonDetail(Versioned<PersonDraft> person, String state, boolean passwordSet, int failedLogins,
        @Nullable Instant lockedUntil, @Nullable Instant lastLoginAt, @Nullable Instant createdAt,
        @Nullable Instant updatedAt, List<TokenRow> tokens) {

    public PersonDraft draft() {
        return person.draft();
    }
}
