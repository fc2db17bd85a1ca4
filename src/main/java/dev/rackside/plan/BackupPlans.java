package dev.rackside.plan;

import jakarta.data.repository.Find;
import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import jakarta.data.repository.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

@Repository
interface BackupPlans {

    StatelessSession session();

    @Find
    Optional<BackupPlan> byId(UUID id);

    @Update
    void update(BackupPlan plan);

    /** What wasn't told of any more when its system was asked. */
    @Query("update BackupPlan set state = 'gone' where credentialId = :credential and lastSeenAt < :seenAt "
            + "and state <> 'gone'")
    int gone(UUID credential, Instant seenAt);

    @Query("select state, count(*), max(lastSeenAt) from BackupPlan group by state")
    List<Object[]> counted();

    @Query("select max(lastSeenAt) from BackupPlan where credentialId = :credential")
    Optional<Instant> seen(UUID credential);
}
