package dev.rackside.session;

import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Nearly every column of an adopted table may be NULL. */
@Entity
@Table(name = "sessions")
@SuppressWarnings("NullAway.Init")
class WorkSession {

    @Id
    UUID id;
    @Column(name = "client_id")
    @Nullable
    UUID clientId;
    @Column(name = "session_title")
    @Nullable
    String title;
    @Column(name = "session_date")
    @Nullable
    LocalDate sessionDate;
    @Column(name = "start_time")
    @Nullable
    Instant startTime;
    @Column(name = "end_time")
    @Nullable
    Instant endTime;
    @Nullable
    String status;
    @Column(name = "is_billable")
    @Nullable
    Boolean billable;
    @Column(name = "billable_hours", precision = 10, scale = 2)
    @Nullable
    BigDecimal billableHours;
    @Nullable
    String technician;
    @Column(columnDefinition = "text")
    @Nullable
    String summary;
    @Column(columnDefinition = "text")
    @Nullable
    String notes;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;
    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;
    @Column(name = "row_version")
    int rowVersion;

    protected WorkSession() {
    }

    WorkSession(UUID id, SessionDraft draft, Instant now) {
        this.id = id;
        clientId = draft.clientId();
        title = draft.title();
        sessionDate = draft.date();
        startTime = draft.start();
        endTime = draft.end();
        status = draft.status().text();
        billable = draft.billable();
        billableHours = draft.billableHours();
        technician = draft.technician();
        summary = draft.summary();
        notes = draft.notes();
        createdAt = now;
        updatedAt = now;
    }

    Versioned<SessionDraft> versioned() {
        return new Versioned<>(id, rowVersion, new SessionDraft(title, clientId, sessionDate, startTime, endTime,
                Coded.of(SessionStatus.class, status), technician, billable, billableHours, summary, notes));
    }
}
