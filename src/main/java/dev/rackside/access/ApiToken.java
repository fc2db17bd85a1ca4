package dev.rackside.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key that lets a program in. Its hash is nobody's business here. */
@Entity
@Table(name = "api_tokens")
@SuppressWarnings("NullAway.Init")
class ApiToken {

    @Id
    UUID id;
    @Column(name = "api_user_id")
    UUID userId;
    @Nullable
    String name;
    @Column(name = "token_prefix")
    @Nullable
    String prefix;
    @Column(columnDefinition = "longtext")
    @Nullable
    String scopes;
    @Column(name = "expires_at")
    @Nullable
    Instant expiresAt;
    @Column(name = "last_used_at")
    @Nullable
    Instant lastUsedAt;
    @Column(name = "revoked_at")
    @Nullable
    Instant revokedAt;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;

    protected ApiToken() {
    }
}
