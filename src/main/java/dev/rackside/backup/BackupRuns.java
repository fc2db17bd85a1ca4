package dev.rackside.backup;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

@Repository
interface BackupRuns {

    StatelessSession session();

    @Find
    Optional<BackupRun> byId(UUID id);

    @Insert
    void insert(BackupRun run);

    @Query("delete from BackupRun where id = :id")
    int delete(UUID id);
}
