package dev.rackside.insight;

import dev.rackside.access.Who;
import dev.rackside.text.Coded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One recorded observation; rows are only ever added. */
@Entity
@Table(name = "environmental_examples")
@SuppressWarnings("NullAway.Init")
class InsightExample {

    @Id
    UUID id;
    @Column(name = "insight_id")
    UUID insightId;
    @Column(name = "infrastructure_id")
    @Nullable
    UUID machineId;
    @Column(name = "session_id")
    @Nullable
    UUID sessionId;
    @Column(name = "work_item_id")
    @Nullable
    UUID workItemId;
    String outcome;
    @Column(name = "what_was_tried", columnDefinition = "text")
    String whatWasTried;
    @Column(columnDefinition = "text")
    @Nullable
    String expected;
    @Column(columnDefinition = "text")
    @Nullable
    String observed;
    String source;
    @Column(name = "recorded_by")
    @Nullable
    String recordedBy;
    @Column(name = "observed_at")
    Instant observedAt;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;

    protected InsightExample() {
    }

    /** As a technician observed it. */
    InsightExample(UUID id, UUID insightId, EvidenceDraft draft, Who who, Instant now) {
        this.id = id;
        this.insightId = insightId;
        machineId = draft.machineId();
        sessionId = draft.sessionId();
        outcome = draft.outcome().constant().map(Coded::code).orElseThrow();
        whatWasTried = Objects.requireNonNull(draft.whatWasTried());
        expected = draft.expected();
        observed = draft.observed();
        source = "technician";
        recordedBy = who.username();
        observedAt = Objects.requireNonNull(draft.observedAt());
        createdAt = now;
    }
}
