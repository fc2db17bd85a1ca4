package dev.rackside.insight;

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
@Table(name = "environmental_insights")
@SuppressWarnings("NullAway.Init")
class Insight {

    @Id
    UUID id;
    @Column(name = "client_id")
    @Nullable
    UUID clientId;
    @Column(name = "infrastructure_id")
    @Nullable
    UUID machineId;
    @Column(name = "insight_category")
    @Nullable
    String category;
    @Column(name = "insight_title")
    @Nullable
    String title;
    @Column(name = "insight_description", columnDefinition = "text")
    @Nullable
    String description;
    @Column(columnDefinition = "longtext")
    @Nullable
    String examples;
    @Column(name = "source_pattern_id")
    @Nullable
    UUID sourcePatternId;
    @Column(name = "confidence_level")
    @Nullable
    String confidence;
    @Column(name = "verification_count")
    @Nullable
    Integer verificationCount;
    @Nullable
    Integer priority;
    @Column(name = "last_verified")
    @Nullable
    Instant lastVerified;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;
    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;
    @Column(name = "row_version")
    int rowVersion;

    protected Insight() {
    }

    /** A new insight counts as verified by whoever writes it down. */
    Insight(UUID id, InsightDraft draft, Instant now) {
        this.id = id;
        clientId = draft.clientId();
        machineId = draft.machineId();
        category = draft.category().constant().map(Coded::code).orElse(null);
        title = draft.title();
        description = draft.description() == null ? "" : draft.description();
        examples = draft.examples().json();
        sourcePatternId = draft.sourcePatternId();
        confidence = draft.confidence().constant().map(Coded::code).orElse(null);
        verificationCount = 1;
        priority = draft.priority();
        lastVerified = now;
        createdAt = now;
        updatedAt = now;
    }

    Versioned<InsightDraft> versioned() {
        return new Versioned<>(id, rowVersion,
                new InsightDraft(clientId, machineId, Coded.of(InsightCategory.class, category), title, description,
                        new Commands(examples), Coded.of(Confidence.class, confidence), priority, sourcePatternId));
    }
}
