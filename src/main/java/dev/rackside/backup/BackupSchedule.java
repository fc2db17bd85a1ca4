package dev.rackside.backup;

import dev.rackside.text.Coded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code backup_schedules}; read here, not written. */
@Entity
@Table(name = "backup_schedules")
@SuppressWarnings("NullAway.Init")
class BackupSchedule {

    @Id
    UUID id;
    String name;
    @Column(name = "backup_type")
    String type;
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
    @Column(name = "missed_after_minutes")
    int missedAfterMinutes;

    protected BackupSchedule() {
    }

    ScheduleRow row() {
        return new ScheduleRow(id, name, Coded.of(BackupType.class, type), enabled, lastRunAt, nextRunAt,
                missedAfterMinutes);
    }
}
