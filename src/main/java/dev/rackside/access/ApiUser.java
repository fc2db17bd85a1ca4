package dev.rackside.access;

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

    ApiUser(UUID id, String username, String displayName, Role role, Instant now) {
        this.id = id;
        this.username = username;
        this.displayName = displayName;
        this.role = Coded.code(role);
        active = true;
        createdAt = now;
        updatedAt = now;
    }

    Who who() {
        return new Who(id, username, displayName == null || displayName.isBlank() ? username : displayName,
                Coded.of(Role.class, role));
    }
}
