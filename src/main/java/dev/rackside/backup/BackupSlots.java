package dev.rackside.backup;

import jakarta.data.Limit;
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
interface BackupSlots {

    StatelessSession session();

    @Insert
    void insert(BackupSlot slot);

    @Query("where scheduleId = :schedule and slotAt = :slot")
    Optional<BackupSlot> at(UUID schedule, Instant slot);

    @Query("where scheduleId = :schedule and outcome = 'running' order by slotAt")
    List<BackupSlot> running(UUID schedule);

    @Query("where scheduleId = :schedule order by slotAt desc")
    List<BackupSlot> latest(UUID schedule, Limit limit);

    @Query("select coalesce(max(fence), 0) from BackupSlot where scheduleId = :schedule")
    int highestFence(UUID schedule);

    @Query("""
            update BackupSlot set outcome = 'running', reasonCode = null, holder = :holder, fence = :fence,
            leaseUntil = :until, startedAt = :now, endedAt = null where id = :id""")
    int take(UUID id, String holder, int fence, Instant until, Instant now);

    /** Only who has the highest number may. */
    @Query("update BackupSlot set leaseUntil = :until where id = :id and fence = :fence and outcome = 'running'")
    int renew(UUID id, int fence, Instant until);

    @Query("""
            update BackupSlot set outcome = :outcome, reasonCode = :reason, backupId = :backup, leaseUntil = null,
            endedAt = :now where id = :id and fence = :fence and outcome = 'running'""")
    int end(UUID id, int fence, String outcome, @Nullable String reason, @Nullable UUID backup, Instant now);
}
