package dev.rackside.backup;

import dev.rackside.text.Coded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code backup_slots}. */
@Entity
@Table(name = "backup_slots")
@SuppressWarnings("NullAway.Init")
class BackupSlot {

    @Id
    UUID id;
    @Column(name = "schedule_id")
    UUID scheduleId;
    @Column(name = "slot_at")
    Instant slotAt;
    int fence;
    String outcome;
    @Column(name = "reason_code")
    @Nullable
    String reasonCode;
    @Nullable
    String holder;
    @Column(name = "lease_until")
    @Nullable
    Instant leaseUntil;
    @Column(name = "started_at")
    @Nullable
    Instant startedAt;
    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;
    @Column(name = "backup_id")
    @Nullable
    UUID backupId;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;

    protected BackupSlot() {
    }

    /** One that nobody has yet. */
    BackupSlot(UUID id, UUID schedule, Instant slotAt, SlotOutcome outcome, Instant now) {
        this.id = id;
        this.scheduleId = schedule;
        this.slotAt = slotAt;
        this.outcome = Coded.code(outcome);
        this.createdAt = now;
    }

    boolean is(SlotOutcome other) {
        return Coded.code(other).equals(outcome);
    }

    /** Whether somebody holds it by the server's clock. */
    boolean heldAt(Instant now) {
        return is(SlotOutcome.RUNNING) && leaseUntil != null && leaseUntil.isAfter(now);
    }

    SlotRow row(Instant now) {
        return new SlotRow(slotAt, Coded.of(SlotOutcome.class, outcome), heldAt(now), reasonCode, holder, startedAt,
                endedAt, backupId);
    }
}
