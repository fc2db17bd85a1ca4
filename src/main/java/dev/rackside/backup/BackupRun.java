package dev.rackside.backup;

import dev.rackside.db.DatabaseAddress;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/** A row of {@code backup_log}. What an adopted table may hold empty is nullable here. */
@Entity
@Table(name = "backup_log")
@SuppressWarnings("NullAway.Init")
class BackupRun {

    @Id
    UUID id;
    @Column(name = "backup_type")
    @Nullable
    String type;
    @Column(name = "file_path")
    @Nullable
    String filePath;
    @Column(name = "file_size_bytes")
    @Nullable
    Long sizeBytes;
    @Column(name = "backup_started_at")
    @Nullable
    Instant startedAt;
    @Column(name = "backup_completed_at")
    @Nullable
    Instant completedAt;
    @Column(name = "verification_status")
    @Nullable
    String verificationStatus;
    @Column(name = "verification_details", columnDefinition = "longtext")
    @Nullable
    String verificationDetails;
    @Column(name = "database_host")
    @Nullable
    String host;
    @Column(name = "database_name")
    @Nullable
    String databaseName;
    @Column(name = "backup_method")
    @Nullable
    String method;
    @Column(name = "tool_version")
    @Nullable
    String toolVersion;
    @Column(columnDefinition = "char(64)")
    @Nullable
    String sha256;
    @Column(name = "is_encrypted")
    @Nullable
    Boolean encrypted;
    @Nullable
    String outcome;
    @Column(name = "reason_code")
    @Nullable
    String reasonCode;
    @Column(name = "schedule_id")
    @Nullable
    UUID scheduleId;
    @Column(name = "slot_at")
    @Nullable
    Instant slotAt;
    @Column(columnDefinition = "text")
    @Nullable
    String failure;
    @Column(name = "taken_by")
    @Nullable
    String takenBy;
    @Nullable
    String workstation;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;
    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;
    @Column(name = "row_version")
    int rowVersion;
    @Formula(Grade.RANK_SQL)
    Integer grade;
    @Formula("floor((unix_timestamp(backup_completed_at) - unix_timestamp(backup_started_at)) * 1000)")
    @Nullable
    Long durationMillis;

    protected BackupRun() {
    }

    BackupRun(UUID id, BackupDraft draft, Instant now) {
        this.id = id;
        type = draft.type().text();
        filePath = draft.filePath();
        sizeBytes = draft.sizeBytes();
        startedAt = draft.startedAt();
        completedAt = draft.completedAt();
        verificationStatus = draft.verification().text();
        verificationDetails = draft.details();
        host = draft.host();
        databaseName = draft.databaseName();
        method = draft.method();
        createdAt = now;
        updatedAt = now;
    }

    /** A run of Rackside's own that begins now. */
    BackupRun(UUID id, TakeOrder order, Path file, DatabaseAddress address, String person, Instant now) {
        this.id = id;
        type = Coded.code(order.type());
        scheduleId = order.schedule();
        slotAt = order.slotAt();
        filePath = file.toString();
        sizeBytes = 0L;
        startedAt = now;
        verificationStatus = Coded.code(VerificationStatus.NOT_VERIFIED);
        host = address.hostList();
        databaseName = address.database();
        method = "mariadb-dump";
        encrypted = false;
        outcome = Coded.code(BackupOutcome.RUNNING);
        takenBy = person;
        workstation = Workstation.name();
        createdAt = now;
        updatedAt = now;
    }

    Versioned<BackupDraft> versioned() {
        return new Versioned<>(id, rowVersion, draft());
    }

    private BackupDraft draft() {
        return new BackupDraft(Coded.of(BackupType.class, type), filePath == null ? "" : filePath, sizeBytes, startedAt,
                completedAt, method == null ? "" : method, host, databaseName,
                Coded.of(VerificationStatus.class, verificationStatus), verificationDetails);
    }

    boolean runs() {
        return Coded.code(BackupOutcome.RUNNING).equals(outcome);
    }

    /** Whether the run is Rackside's own: then nothing of it is changed by hand. */
    boolean own() {
        return takenBy != null;
    }

    BackupRow row() {
        return new BackupRow(id, type, startedAt, completedAt, durationMillis, sizeBytes, method, outcome, grade,
                reasonCode, host, databaseName, filePath, updatedAt);
    }

    BackupDetail detail(@Nullable String schedule) {
        return new BackupDetail(row(), VerificationReport.of(verificationDetails),
                Coded.of(VerificationStatus.class, verificationStatus), toolVersion, sha256, encrypted, failure,
                takenBy,
                workstation, schedule, slotAt, createdAt, updatedAt, !own());
    }
}
