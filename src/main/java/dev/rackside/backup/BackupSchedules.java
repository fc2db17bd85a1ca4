package dev.rackside.backup;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

@Repository
interface BackupSchedules {

    StatelessSession session();

    @Find
    Optional<BackupSchedule> byId(UUID id);

    /** Others of that name. */
    @Query("select count(*) from BackupSchedule where name = :name and id <> :except")
    long namesakes(String name, UUID except);

    /** How many backups were taken by a schedule. */
    @Query("select count(*) from BackupRun where scheduleId = :id")
    long backups(UUID id);

    /** When it ran last, by the server's clock; not an edit, so nobody's form is out of date by it. */
    @Query("update BackupSchedule set lastRunAt = :at, updatedAt = updatedAt where id = :id")
    int ran(UUID id, Instant at);

    @Query("update BackupSchedule set lastBackupId = :backup, updatedAt = updatedAt where id = :id")
    int took(UUID id, UUID backup);

    /** Plans the next run, unless somebody planned otherwise since. */
    @Query("""
            update BackupSchedule set nextRunAt = :next, updatedAt = updatedAt
            where id = :id and nextRunAt is not distinct from :before""")
    int plan(UUID id, @Nullable Instant before, @Nullable Instant next);

    @Query("where enabled = true")
    List<BackupSchedule> enabled();

    @Query("delete from BackupSchedule where id = :id")
    int delete(UUID id);

    @Insert
    void insert(BackupSchedule schedule);

    @Query("from BackupSchedule order by nextRunAt, id")
    List<BackupSchedule> all();
}
