package dev.rackside.backup;

import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

@Repository
interface BackupSchedules {

    StatelessSession session();

    @Find
    Optional<BackupSchedule> byId(UUID id);

    @Query("from BackupSchedule order by nextRunAt, id")
    List<BackupSchedule> all();
}
