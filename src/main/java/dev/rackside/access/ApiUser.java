package dev.rackside.access;

import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "api_users")
@SuppressWarnings("NullAway.Init")
class ApiUser {

    @Id
    UUID id;
    String username;
    @Column(name = "display_name")
    @Nullable
    String displayName;
    @Nullable
    String email;
    String role;
    @Column(name = "is_active")
    boolean active;
    @Column(name = "failed_logins")
    @Nullable
    Integer failedLogins;
    @Column(name = "locked_until")
    @Nullable
    Instant lockedUntil;
    @Column(name = "last_login_at")
    @Nullable
    Instant lastLoginAt;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "updated_at")
    Instant updatedAt;
    @Column(name = "row_version")
    int rowVersion;

    protected ApiUser() {
    }

    ApiUser(UUID id, String username, @Nullable String displayName, Role role, Instant now) {
        this.id = id;
        this.username = username;
        this.displayName = displayName;
        this.role = Coded.code(role);
        active = true;
        failedLogins = 0;
        createdAt = now;
        updatedAt = now;
    }

    ApiUser(UUID id, PersonDraft draft, Instant now) {
        this(id, String.valueOf(draft.username()), null,
                draft.role().known() == null ? Role.VIEWER : draft.role().known(),
                now);
        displayName = draft.displayName();
        email = draft.email();
        active = Boolean.TRUE.equals(draft.active());
    }

    Versioned<PersonDraft> versioned() {
        return new Versioned<>(id, rowVersion,
                new PersonDraft(username, displayName, email, Coded.of(Role.class, role), active));
    }

    /** One of the values of {@link PersonFacet#STATE}. */
    String state(Instant now) {
        return !active
                ? PersonFacet.INACTIVE
                : lockedUntil != null && lockedUntil.isAfter(now) ? PersonFacet.LOCKED : PersonFacet.ACTIVE;
    }

    Who who() {
        return new Who(id, username, displayName == null || displayName.isBlank() ? username : displayName,
                Coded.of(Role.class, role));
    }
}
