package dev.rackside.backup;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.rackside.db.Database;
import dev.rackside.fault.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the schedules of a database for as long as it is open: in the window, and in the agent. Any number of
 * workstations may do so at once; each slot is run by one of them. A schedule that is changed is followed within half a
 * minute, and while the server is away nothing happens and nothing is lost.
 */
public final class Clockwork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final String TASK = "backup-schedule";
    /** Schedules that may run at the same time on one workstation. */
    private static final int AT_ONCE = 2;
    private static final int MISSED_HEARTBEATS = 4;

    /**
     * How often things are looked at.
     *
     * @param look at the schedules
     * @param poll for what is due
     * @param patience for what is under way, when this ends
     */
    record Beat(Duration look, Duration poll, Duration patience) {

        private static final Beat USUAL = new Beat(Duration.ofSeconds(20), Duration.ofSeconds(5),
                Duration.ofSeconds(10));
    }

    private final Database database;
    private final ScheduleRunner runner;
    private final Consumer<SlotNotice> told;
    private final Beat beat;
    private final Map<UUID, String> takenBy = new ConcurrentHashMap<>();
    private final Thread looking = Thread.ofVirtual().name("clockwork").unstarted(this::look);
    private final ServerClock clock = new ServerClock(Instant.EPOCH, System::nanoTime);
    private final Object ending = new Object();
    private final CustomTask<Void> task;
    private @Nullable Scheduler scheduler;
    private volatile boolean stopping;

    /**
     * @param person in whose name backups are taken
     * @param told hears what happens, on threads of this object's own
     */
    public Clockwork(Database database, Workshop workshop, Supplier<String> person, Consumer<SlotNotice> told) {
        this(database, new ScheduleRunner(database, workshop, person, told), told, Beat.USUAL);
    }

    Clockwork(Database database, ScheduleRunner runner, Consumer<SlotNotice> told, Beat beat) {
        this.database = database;
        this.runner = runner;
        this.told = told;
        this.beat = beat;
        task = Tasks.custom(TASK, Void.class)
                .onFailure((complete, operations) -> operations.reschedule(complete, clock.now().plus(beat.look())))
                .onDeadExecutionRevive()
                .execute((instance, _) -> run(instance));
    }

    /** Begins, and returns at once. Nothing is run where the database may not be written. */
    public Clockwork start() {
        looking.start();
        return this;
    }

    private void look() {
        var away = false;
        while (!stopping) {
            try {
                if (database.writesRefused() == null) {
                    follow();
                }
                away = false;
            } catch (Problem | DbSchedulerException e) {
                if (!away) {
                    LOG.warn("Schedules are not looked at: {}", e.toString());
                }
                away = true;
            } catch (RuntimeException e) {
                LOG.warn("Schedules are not looked at", e);
            }
            try {
                Thread.sleep(beat.look());
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** Brings what db-scheduler looks after to what the schedules say. */
    private void follow() {
        var due = new HashMap<String, Instant>();
        clock.is(database.read(session -> {
            var now = runner.terms().time().now(session);
            // One without a next time gets it from whoever asks for its slot.
            new BackupSchedules_(session).enabled().forEach(schedule -> due.put(schedule.id.toString(),
                    schedule.nextRunAt == null ? now : schedule.nextRunAt));
            return now;
        }));
        var at = scheduler();
        if (at == null) {
            return;
        }
        for (var known : at.getScheduledExecutionsForTask(TASK, Void.class)) {
            var next = due.remove(known.getTaskInstance().getId());
            if (!known.isPicked()) {
                follow(at, known, next);
            }
        }
        due.forEach((id, next) -> at.scheduleIfNotExists(new TaskInstance<>(TASK, id), next));
    }

    private static void follow(Scheduler at, ScheduledExecution<Void> known, @Nullable Instant next) {
        try {
            if (next == null) {
                at.cancel(known.getTaskInstance());
            } else if (!next.equals(known.getExecutionTime())) {
                at.reschedule(TaskInstanceId.of(TASK, known.getTaskInstance().getId()), next);
            }
        } catch (DbSchedulerException e) {
            // Another workstation was first, or has begun it: the next look sees how it stands.
            LOG.debug("{}", e.toString());
        }
    }

    private synchronized @Nullable Scheduler scheduler() {
        var running = scheduler;
        if (running == null && !stopping) {
            running = Scheduler.create(database.dataSource(), task).clock(clock).alwaysPersistTimestampInUTC()
                    .schedulerName(new SchedulerName.Fixed(runner.terms().holder())).threads(AT_ONCE)
                    .pollingInterval(beat.poll())
                    .heartbeatInterval(runner.terms().lease().dividedBy(MISSED_HEARTBEATS))
                    .missedHeartbeatsLimit(MISSED_HEARTBEATS).shutdownMaxWait(beat.patience())
                    .failureLogging(LogLevel.WARN, false).build();
            running.start();
            scheduler = running;
        }
        return running;
    }

    private CompletionHandler<Void> run(TaskInstance<Void> instance) {
        var again = run(UUID.fromString(instance.getId()));
        return (complete, operations) -> {
            if (again == null) {
                operations.remove();
            } else {
                operations.reschedule(complete, again);
            }
        };
    }

    private @Nullable Instant run(UUID schedule) {
        if (!runner.reaches(schedule)) {
            // Its folder is on another workstation, or a share that is away: whoever reaches it runs it.
            return clock.now().plus(beat.look());
        }
        var result = runner.due(schedule, new Stopping(), () -> stopping);
        if (result instanceof SlotResult.Taken taken) {
            if (!taken.holder().equals(takenBy.put(schedule, taken.holder()))) {
                told.accept(new SlotNotice(SlotNotice.Kind.TAKEN, schedule,
                        SlotWords.sentence(SlotNotice.Kind.TAKEN, taken.name(), taken.holder())));
            }
        } else {
            takenBy.remove(schedule);
        }
        return result.again();
    }

    /** Ends it, and returns at once: what is under way is cancelled and cleans up after itself. */
    public void stop() {
        stopping = true;
        Thread.ofVirtual().name("clockwork-stop").start(this::end);
    }

    /** Ends it: what is under way is cancelled, and waited for. */
    public void end() {
        stopping = true;
        looking.interrupt();
        synchronized (ending) {
            // Whoever comes second waits as well.
            var running = taken();
            if (running != null) {
                running.stop();
            }
        }
    }

    @Override
    public void close() {
        end();
    }

    private synchronized @Nullable Scheduler taken() {
        var running = scheduler;
        scheduler = null;
        return running;
    }

    private final class Stopping implements Watch {

        @Override
        public void at(Pace pace) {
            // Nobody looks.
        }

        @Override
        public boolean cancelled() {
            return stopping;
        }
    }
}
