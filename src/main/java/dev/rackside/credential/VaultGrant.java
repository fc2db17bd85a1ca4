package dev.rackside.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A vault's key, sealed to somebody's keys. */
@Entity
@Table(name = "vault_grants")
@SuppressWarnings("NullAway.Init")
class VaultGrant {

    @Id
    UUID id;
    @Column(name = "vault_id")
    UUID vaultId;
    int generation;
    @Column(name = "technician_key_id")
    UUID technicianKeyId;
    @Column(name = "grant_data")
    byte[] grant;
    @Column(name = "created_at")
    Instant createdAt;

    protected VaultGrant() {
    }

    VaultGrant(UUID id, UUID vaultId, int generation, UUID technicianKeyId, byte[] grant, Instant now) {
        this.id = id;
        this.vaultId = vaultId;
        this.generation = generation;
        this.technicianKeyId = technicianKeyId;
        this.grant = grant;
        createdAt = now;
    }
}
