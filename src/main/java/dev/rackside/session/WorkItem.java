package dev.rackside.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read, never written: nearly every column of an adopted table may be NULL. */
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

    protected WorkItem() {
    }
}
