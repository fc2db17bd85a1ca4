package dev.rackside.insight;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
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
}
