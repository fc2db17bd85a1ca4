package dev.rackside.session;

import dev.rackside.text.Coded;
import dev.rackside.row.Versioned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Nearly every column of an adopted table may be NULL. */
@Entity
@Table(name = "work_items")
@SuppressWarnings("NullAway.Init")
class WorkItem {

    @Id
    UUID id;
    @Column(name = "session_id")
    @Nullable
    UUID sessionId;
    @Nullable
    String category;
    @Nullable
    String title;
    @Column(columnDefinition = "text")
    @Nullable
    String description;
    @Nullable
    String status;
    @Nullable
    String priority;
    @Column(name = "infrastructure_id")
    @Nullable
    UUID infrastructureId;
    @Column(name = "infrastructure_ids", columnDefinition = "longtext")
    @Nullable
    String infrastructureIds;
    @Column(name = "estimated_minutes")
    @Nullable
    Integer estimatedMinutes;
    @Column(name = "actual_minutes")
    @Nullable
    Integer actualMinutes;
    @Column(name = "completed_at")
    @Nullable
    Instant completedAt;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;

    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;
    @Column(name = "row_version")
    int rowVersion;

    protected WorkItem() {
    }

    WorkItem(UUID id, WorkDraft draft, Instant now) {
        this.id = id;
        sessionId = draft.sessionId();
        category = draft.category().text();
        title = draft.title();
        description = draft.description();
        status = draft.status().text();
        priority = draft.priority().text();
        infrastructureId = draft.machineId();
        estimatedMinutes = draft.estimatedMinutes();
        actualMinutes = draft.actualMinutes();
        completedAt = draft.completedAt();
        createdAt = now;
        updatedAt = now;
    }

    Versioned<WorkDraft> versioned() {
        return new Versioned<>(id, rowVersion, new WorkDraft(sessionId, title, description,
                Coded.of(WorkCategory.class, category), Coded.of(WorkStatus.class, status),
                Coded.of(WorkPriority.class, priority), infrastructureId, estimatedMinutes, actualMinutes,
                completedAt));
    }
}
