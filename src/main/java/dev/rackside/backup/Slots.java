package dev.rackside.backup;

import dev.rackside.backup.Claim.Mine;
import dev.rackside.backup.Claim.Nothing;
import dev.rackside.backup.Claim.Others;
import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import jakarta.data.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * Who runs a schedule's slot. Of all who ask, exactly one gets it, for a lease by the server's clock; a lease that ended
 * passes to the next who asks, under a higher number. A slot that was seen to is never given again.
 */
final class Slots {

    private final Database database;
    private final ServerTime time;
    private final Duration lease;
    private final String holder;

    /** @param holder what the others are told of who has it */
    Slots(Database database, ServerTime time, Duration lease, String holder) {
        this.database = database;
        this.time = time;
        this.lease = lease;
        this.holder = holder;
    }

    /**
     * Asks for the slot that is due.
     *
     * @param asked whether a person wants a backup now: then one that is due is run, or else one beside the timetable
     */
    Claim claim(UUID schedule, boolean asked) {
        return database.write(session -> {
            var found = locked(session, schedule);
            if (found.isEmpty() && asked) {
                throw new Problem(ErrorCode.ROW_GONE, Messages.get("schedule.this"));
            }
            if (found.isEmpty() || (!asked && !found.get().enabled)) {
                return new Nothing(null);
            }
            return new Asking(session, found.get(), time.now(session)).answer(asked);
        });
    }

    /** One after the other: whoever asks meanwhile waits, and sees what was given. */
    private static Optional<BackupSchedule> locked(StatelessSession session, UUID schedule) {
        session.createNativeQuery("select id from backup_schedules where id = :id for update", String.class)
                .setParameter("id", schedule.toString()).getResultList();
        return new BackupSchedules_(session).byId(schedule);
    }

    /** Prolongs the lease; false where somebody else has the slot by now. */
    boolean renew(Mine mine) {
        return database.write(session -> new BackupSlots_(session).renew(mine.slot(), mine.fence(),
                time.now(session).plus(lease))) == 1;
    }

    /** Lets go of it, so that another can take it at once. */
    void release(Mine mine) {
        database.write(session -> new BackupSlots_(session).renew(mine.slot(), mine.fence(), time.now(session)));
    }

    /**
     * Says what became of it, and plans the schedule's next.
     *
     * @param backup null where there is none
     * @return false where somebody else has it by now; nothing was written then
     */
    boolean end(Mine mine, SlotOutcome outcome, @Nullable Reason reason, @Nullable UUID backup) {
        return database.write(session -> {
            var schedule = locked(session, mine.schedule());
            if (new BackupSlots_(session).end(mine.slot(), mine.fence(), Coded.code(outcome),
                    reason == null ? null : reason.code(), backup, time.now(session)) == 0) {
                return false;
            }
            if (backup != null) {
                new BackupSchedules_(session).took(mine.schedule(), backup);
            }
            schedule.ifPresent(found -> advance(session, found, mine.at()));
            return true;
        });
    }

    /** What became of the latest slots, the newest first. */
    static List<SlotRow> latest(StatelessSession session, UUID schedule, int most, Instant now) {
        return new BackupSlots_(session).latest(schedule, Limit.of(most)).stream().map(slot -> slot.row(now)).toList();
    }

    private static @Nullable Instant advance(StatelessSession session, BackupSchedule schedule, Instant slot) {
        var next = schedule.enabled ? after(schedule, slot) : null;
        // By its own grid and not by the clock: a clock that steps back must not bring a slot again.
        new BackupSchedules_(session).plan(schedule.id, slot, next);
        return next;
    }

    private static @Nullable Instant after(BackupSchedule schedule, Instant moment) {
        return schedule.row().times().flatMap(times -> times.next(moment, 1).stream().findFirst()).orElse(null);
    }

    /** One schedule's slots, with its row locked. */
    private final class Asking {

        private final StatelessSession session;
        private final BackupSchedule schedule;
        private final Instant now;
        private final BackupSlots slots;

        Asking(StatelessSession session, BackupSchedule schedule, Instant now) {
            this.session = session;
            this.schedule = schedule;
            this.now = now;
            this.slots = new BackupSlots_(session);
        }

        Claim answer(boolean asked) {
            var running = slots.running(schedule.id);
            for (var slot : running) {
                if (slot.heldAt(now)) {
                    return new Others(schedule.name, String.valueOf(slot.holder), slot.slotAt,
                            Objects.requireNonNull(slot.leaseUntil));
                }
            }
            var due = due();
            var at = due == null ? null : due.latest();
            running.stream().filter(slot -> !slot.slotAt.equals(at)).forEach(this::abandon);
            if (due != null && !seenTo(due.latest())) {
                return take(due);
            }
            var next = at == null ? plannedNext() : advance(session, schedule, at);
            return asked ? take(new DueSlots(now, List.of())) : new Nothing(next);
        }

        private @Nullable DueSlots due() {
            var from = schedule.nextRunAt;
            if (!schedule.enabled || from == null) {
                return null;
            }
            var due = schedule.row().times().map(times -> DueSlots.of(times, from, now)).orElse(null);
            if (due != null && !due.latest().equals(from)) {
                new BackupSchedules_(session).plan(schedule.id, from, due.latest());
                schedule.nextRunAt = due.latest();
            }
            return due;
        }

        /** A schedule that another program wrote, or whose times were odd, has no next one yet. */
        private @Nullable Instant plannedNext() {
            if (schedule.enabled && schedule.nextRunAt == null) {
                var next = after(schedule, now);
                new BackupSchedules_(session).plan(schedule.id, null, next);
                return next;
            }
            return schedule.enabled ? schedule.nextRunAt : null;
        }

        private boolean seenTo(Instant at) {
            var slot = slots.at(schedule.id, at).orElse(null);
            if (slot != null && slot.is(SlotOutcome.RUNNING)) {
                // Its backup may be there all the same: who took it couldn't say so any more.
                var taken = new BackupRuns_(session).succeededIn(schedule.id, at);
                taken.ifPresent(run -> {
                    slots.end(slot.id, slot.fence, Coded.code(SlotOutcome.SUCCEEDED), null, run.id, now);
                    new BackupSchedules_(session).took(schedule.id, run.id);
                });
                return taken.isPresent();
            }
            return slot != null;
        }

        private Mine take(DueSlots due) {
            due.missed().forEach(this::missed);
            var at = due.latest();
            var slot = slots.at(schedule.id, at).orElseGet(() -> {
                var made = new BackupSlot(Ids.next(), schedule.id, at, SlotOutcome.RUNNING, now);
                slots.insert(made);
                return made;
            });
            giveUpRuns(at);
            var fence = slots.highestFence(schedule.id) + 1;
            slots.take(slot.id, holder, fence, now.plus(lease), now);
            // The schedule's row too: on two nodes of a cluster, one of two who take at once is refused by it.
            new BackupSchedules_(session).ran(schedule.id, now);
            return new Mine(slot.id, schedule.id, at, fence, schedule.versioned().draft(), due.missed().size(),
                    schedule.row().overdueAt(now));
        }

        private void missed(Instant at) {
            if (slots.at(schedule.id, at).isEmpty()) {
                slots.insert(new BackupSlot(Ids.next(), schedule.id, at, SlotOutcome.MISSED, now));
            }
        }

        private void abandon(BackupSlot slot) {
            giveUpRuns(slot.slotAt);
            slots.end(slot.id, slot.fence, Coded.code(SlotOutcome.ABANDONED), Reason.LEASE_EXPIRED.code(), null, now);
        }

        /** Their workstation lost its lease: what it writes now is not used. */
        private void giveUpRuns(Instant slot) {
            var runs = new BackupRuns_(session);
            runs.runningIn(schedule.id, slot).forEach(run -> runs.abandon(run.id, now));
        }
    }
}
