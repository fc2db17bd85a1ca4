package dev.rackside.credential;

import dev.rackside.credential.vault.PublicKeys;
import dev.rackside.credential.vault.TechnicianKeys;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody's keys, or the recovery kit's; the private ones are sealed. */
@Entity
@Table(name = "technician_keys")
@SuppressWarnings("NullAway.Init")
class TechnicianKey {

    @Id
    UUID id;
    /** Null for the recovery kit. */
    @Column(name = "api_user_id")
    @Nullable
    UUID apiUserId;
    @Column(name = "technician_id")
    UUID technicianId;
    @Column(name = "key_version")
    int keyVersion;
    @Column(name = "sealed_keys")
    byte @Nullable [] sealedKeys;
    @Column(name = "x25519_public")
    byte[] x25519;
    @Column(name = "ed25519_public")
    byte[] ed25519;
    @Column(name = "signed_by")
    @Nullable
    UUID signedBy;
    byte @Nullable [] signature;
    @Column(name = "kit_tested_at")
    @Nullable
    Instant kitTestedAt;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "updated_at")
    Instant updatedAt;
    @Column(name = "row_version")
    int rowVersion;

    protected TechnicianKey() {
    }

    TechnicianKey(UUID id, @Nullable UUID apiUserId, PublicKeys keys, byte @Nullable [] sealed, Instant now) {
        this.id = id;
        this.apiUserId = apiUserId;
        technicianId = keys.technician();
        keyVersion = keys.version();
        sealedKeys = sealed;
        x25519 = keys.x25519();
        ed25519 = keys.ed25519();
        createdAt = now;
        updatedAt = now;
    }

    /** The recovery kit's, of which there is one of each version: of two that are made at once one is refused. */
    static TechnicianKey ofKit(PublicKeys keys, Instant now) {
        var id = UUID.nameUUIDFromBytes(("recovery kit " + keys.version()).getBytes(StandardCharsets.US_ASCII));
        return new TechnicianKey(id, null, keys, null, now);
    }

    /** Says who stands in for them. */
    TechnicianKey vouchedBy(TechnicianKeys other) {
        signedBy = other.known().technician();
        signature = other.vouch(keys());
        return this;
    }

    PublicKeys keys() {
        return new PublicKeys(technicianId, keyVersion, x25519, ed25519);
    }
}
