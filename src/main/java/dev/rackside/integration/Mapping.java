package dev.rackside.integration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An outside system's customer or computer, and what it is here; nothing where nobody said so yet. */
@Entity
@Table(name = "integration_mappings")
@SuppressWarnings("NullAway.Init")
class Mapping {

    @Id
    UUID id;
    @Column(name = "integration_type")
    String system;
    @Column(name = "external_kind")
    String kind;
    @Column(name = "external_id")
    String externalId;
    @Column(name = "external_name")
    @Nullable
    String externalName;
    @Column(name = "client_id")
    @Nullable
    UUID clientId;
    @Column(name = "infrastructure_id")
    @Nullable
    UUID machineId;
    @Column(name = "mapped_by")
    @Nullable
    String mappedBy;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "updated_at")
    Instant updatedAt;
    @Column(name = "row_version")
    int rowVersion;

    protected Mapping() {
    }
}
