package dev.rackside.backup;

import jakarta.data.repository.Find;
import jakarta.data.repository.Insert;
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

    /** Others of that name. */
    @Query("select count(*) from BackupSchedule where name = :name and id <> :except")
    long namesakes(String name, UUID except);

    /** How many backups were taken by a schedule. */
    @Query("select count(*) from BackupRun where scheduleId = :id")
    long backups(UUID id);

    @Query("delete from BackupSchedule where id = :id")
    int delete(UUID id);

    @Insert
    void insert(BackupSchedule schedule);

    @Query("from BackupSchedule order by nextRunAt, id")
    List<BackupSchedule> all();
}
