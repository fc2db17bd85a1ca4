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
interface BackupRuns {

    StatelessSession session();

    @Find
    Optional<BackupRun> byId(UUID id);

    /** What a schedule's runs wrote and retention didn't remove yet. */
    @Query("from BackupRun where scheduleId = :schedule and outcome = 'succeeded'"
            + " and (reasonCode is null or reasonCode <> 'pruned')")
    List<BackupRun> withFiles(UUID schedule);

    /** Notes that the file is gone. */
    @Query("update BackupRun set reasonCode = :reason, verificationDetails = :details, rowVersion = rowVersion + 1,"
            + " updatedAt = instant where id = :id")
    int pruned(UUID id, String reason, @Nullable String details);

    @Insert
    void insert(BackupRun run);

    @Query("where outcome = 'running' and takenBy is not null and workstation = :workstation")
    List<BackupRun> runningOn(String workstation);

    /** What this workstation wrote when somebody else took it over; newer ones alone can have files left. */
    @Query("where outcome = 'abandoned' and takenBy is not null and workstation = :workstation and startedAt > :since")
    List<BackupRun> abandonedOn(String workstation, Instant since);

    /** Runs of a slot that came to nothing give it up. */
    @Query("update BackupRun set slotAt = null, rowVersion = rowVersion + 1"
            + " where scheduleId = :schedule and slotAt = :slot and outcome <> 'succeeded'")
    int leaveSlot(UUID schedule, Instant slot);

    /** The runs of a slot that nobody ended. */
    @Query("where scheduleId = :schedule and slotAt = :slot and outcome = 'running'")
    List<BackupRun> runningIn(UUID schedule, Instant slot);

    /** The backup of a slot. */
    @Query("where scheduleId = :schedule and slotAt = :slot and outcome = 'succeeded'")
    Optional<BackupRun> succeededIn(UUID schedule, Instant slot);

    /** Ends a run whose workstation went away. */
    @Query("update BackupRun set outcome = 'abandoned', reasonCode = 'lease_expired', slotAt = null,"
            + " completedAt = :now, rowVersion = rowVersion + 1 where id = :id and outcome = 'running'")
    int abandon(UUID id, Instant now);

    @Query("""
            where outcome = 'succeeded' and takenBy is not null and (reasonCode is null or reasonCode <> 'pruned')
            order by startedAt desc, id desc""")
    List<BackupRun> ownNewestFirst();

    @Query("delete from BackupRun where id = :id")
    int delete(UUID id);
}
