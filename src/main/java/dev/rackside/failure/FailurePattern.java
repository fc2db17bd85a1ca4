package dev.rackside.failure;

import dev.rackside.text.Coded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "failure_patterns")
@SuppressWarnings("NullAway.Init")
class FailurePattern {

    @Id
    UUID id;
    @Column(name = "client_id")
    @Nullable
    UUID clientId;
    @Column(name = "infrastructure_id")
    @Nullable
    UUID machineId;
    @Column(name = "pattern_type")
    @Nullable
    String type;
    @Column(name = "pattern_signature")
    @Nullable
    String signature;
    @Column(name = "error_pattern", columnDefinition = "text")
    @Nullable
    String errorPattern;
    @Column(name = "root_cause", columnDefinition = "text")
    @Nullable
    String rootCause;
    @Column(name = "recommended_solution", columnDefinition = "text")
    @Nullable
    String recommendedSolution;
    @Column(name = "alternative_approaches", columnDefinition = "text")
    @Nullable
    String alternativeApproaches;
    @Nullable
    String severity;
    @Column(name = "occurrence_count")
    @Nullable
    Integer occurrences;
    @Column(name = "first_seen")
    @Nullable
    Instant firstSeen;
    @Column(name = "last_seen")
    @Nullable
    Instant lastSeen;
    @Column(name = "is_active")
    @Nullable
    Boolean active;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;
    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;
    @Column(name = "row_version")
    int rowVersion;

    protected FailurePattern() {
    }

    FailureSummary summary() {
        return new FailureSummary(id, signature == null ? "" : signature, Coded.of(PatternType.class, type),
                rootCause, recommendedSolution, Coded.of(Severity.class, severity), occurrences, lastSeen);
    }
}
