package dev.rackside.backup;

import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code backup_schedules}. */
@Entity
@Table(name = "backup_schedules")
@SuppressWarnings("NullAway.Init")
class BackupSchedule {

    @Id
    UUID id;
    String name;
    @Column(name = "backup_type")
    String type;
    @Column(name = "cron_expression")
    String cronExpression;
    @Column(name = "time_zone")
    String timeZone;
    @Column(name = "target_directory")
    String targetDirectory;
    @Column(name = "retention_count")
    @Nullable
    Integer retentionCount;
    @Column(name = "retention_days")
    @Nullable
    Integer retentionDays;
    @Column(name = "retention_daily")
    @Nullable
    Integer retentionDaily;
    @Column(name = "retention_weekly")
    @Nullable
    Integer retentionWeekly;
    @Column(name = "retention_monthly")
    @Nullable
    Integer retentionMonthly;
    @Column(name = "verify_level")
    String verifyLevel;
    @Column(name = "is_enabled")
    boolean enabled;
    @Column(name = "last_run_at")
    @Nullable
    Instant lastRunAt;
    @Column(name = "next_run_at")
    @Nullable
    Instant nextRunAt;
    @Column(name = "last_backup_id")
    @Nullable
    UUID lastBackupId;
    @Column(name = "missed_after_minutes")
    int missedAfterMinutes;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;
    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;
    @Column(name = "row_version")
    int rowVersion;

    protected BackupSchedule() {
    }

    /** @param draft breaks no rule */
    BackupSchedule(UUID id, ScheduleDraft draft, Instant now) {
        this.id = id;
        name = String.valueOf(draft.name());
        type = String.valueOf(draft.type().text());
        cronExpression = String.valueOf(draft.cronExpression());
        timeZone = String.valueOf(draft.timeZone());
        targetDirectory = String.valueOf(draft.targetDirectory());
        retentionCount = draft.retentionCount();
        retentionDays = draft.retentionDays();
        retentionDaily = draft.retentionDaily();
        retentionWeekly = draft.retentionWeekly();
        retentionMonthly = draft.retentionMonthly();
        verifyLevel = String.valueOf(draft.verifyLevel().text());
        enabled = Boolean.TRUE.equals(draft.enabled());
        nextRunAt = draft.nextRun(now);
        missedAfterMinutes = draft.missedAfterMinutes() == null ? 1 : draft.missedAfterMinutes();
        createdAt = now;
        updatedAt = now;
    }

    ScheduleRow row() {
        return new ScheduleRow(id, name, type, enabled, lastRunAt, nextRunAt, missedAfterMinutes, cronExpression,
                timeZone, verifyLevel, updatedAt);
    }

    Versioned<ScheduleDraft> versioned() {
        return new Versioned<>(id, rowVersion, new ScheduleDraft(name, Coded.of(BackupType.class, type),
                cronExpression, timeZone, targetDirectory, retentionCount, retentionDays,
                retentionDaily, retentionWeekly, retentionMonthly, Coded.of(VerifyLevel.class, verifyLevel), enabled,
                missedAfterMinutes));
    }
}
