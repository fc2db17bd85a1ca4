package dev.rackside.failure;

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

    /** Moments that the draft leaves open are now. */
    FailurePattern(UUID id, FailureDraft draft, Instant now) {
        this.id = id;
        clientId = draft.clientId();
        machineId = draft.machineId();
        type = draft.type().text();
        signature = draft.signature();
        errorPattern = draft.errorPattern();
        rootCause = orEmpty(draft.rootCause());
        recommendedSolution = orEmpty(draft.solution());
        alternativeApproaches = draft.alternatives();
        severity = draft.severity().text();
        occurrences = draft.occurrences();
        lastSeen = draft.lastSeen() == null ? now : draft.lastSeen();
        firstSeen = draft.firstSeen() != null ? draft.firstSeen() : lastSeen.isBefore(now) ? lastSeen : now;
        active = draft.active();
        createdAt = now;
        updatedAt = now;
    }

    /** The two columns that must have a text. */
    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    Versioned<FailureDraft> versioned() {
        return new Versioned<>(id, rowVersion, new FailureDraft(clientId, machineId,
                Coded.of(PatternType.class, type), signature, errorPattern, rootCause, recommendedSolution,
                alternativeApproaches, Coded.of(Severity.class, severity), occurrences, firstSeen, lastSeen, active));
    }

    FailureSummary summary() {
        return new FailureSummary(id, signature == null ? "" : signature, Coded.of(PatternType.class, type),
                rootCause, recommendedSolution, Coded.of(Severity.class, severity), occurrences, lastSeen);
    }
}
