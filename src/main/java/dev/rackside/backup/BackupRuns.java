package dev.rackside.backup;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
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

    @Query("""
            where outcome = 'succeeded' and takenBy is not null and (reasonCode is null or reasonCode <> 'pruned')
            order by startedAt desc, id desc""")
    List<BackupRun> ownNewestFirst();

    @Query("delete from BackupRun where id = :id")
    int delete(UUID id);
}
