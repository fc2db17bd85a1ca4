package dev.rackside.insight;

import dev.rackside.access.Who;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody said that an insight is still true. */
@Entity
@Table(name = "insight_verifications")
@SuppressWarnings("NullAway.Init")
class InsightVerification {

    @Id
    UUID id;
    @Column(name = "insight_id")
    UUID insightId;
    @Column(name = "api_user_id")
    @Nullable
    UUID apiUserId;
    @Column(name = "verified_by")
    @Nullable
    String verifiedBy;
    @Column(name = "verified_at")
    Instant verifiedAt;
    @Column(columnDefinition = "text")
    @Nullable
    String note;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;

    protected InsightVerification() {
    }

    InsightVerification(UUID id, UUID insightId, Who who, Instant at) {
        this.id = id;
        this.insightId = insightId;
        apiUserId = who.id();
        verifiedBy = who.username();
        verifiedAt = at;
        createdAt = at;
    }
}
