package dev.rackside.integration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the log, without what was sent and answered: that may be large, and is read by itself. */
@Entity
@Table(name = "external_integrations")
@SuppressWarnings("NullAway.Init")
class Exchange {

    @Id
    UUID id;
    @Column(name = "session_id")
    @Nullable
    UUID sessionId;
    @Column(name = "work_item_id")
    @Nullable
    UUID workItemId;
    @Column(name = "integration_type")
    @Nullable
    String system;
    @Column(name = "external_id")
    @Nullable
    String externalId;
    @Column(name = "external_url")
    @Nullable
    String externalUrl;
    @Nullable
    String action;
    @Nullable
    String direction;
    @Column(name = "http_status")
    @Nullable
    Integer httpStatus;
    @Nullable
    String outcome;
    @Column(name = "duration_ms")
    @Nullable
    Integer durationMs;
    @Column(name = "created_by")
    @Nullable
    String createdBy;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;

    protected Exchange() {
    }
}
