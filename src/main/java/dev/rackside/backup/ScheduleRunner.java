package dev.rackside.backup;

import dev.rackside.backup.SlotNotice.Kind;
import dev.rackside.backup.proving.Proof;
import dev.rackside.db.Database;
import dev.rackside.fault.Problem;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to running schedules: takes the backup that is due, proves it as far as the schedule asks, and removes what
 * its rule lets go. Of all workstations that try, one runs each slot. Takes as long as a backup and its proof, and is
 * for any thread but the one that draws.
 */
public final class ScheduleRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleRunner.class);

    private final Database database;
    private final BackupMaker maker;
    private final PruneService retention;
    private final Slots slots;
    private final RunnerTerms terms;
    private final Consumer<SlotNotice> told;

    /**
     * @param person in whose name backups are taken
     * @param told hears what happens, on the thread that does it
     */
    public ScheduleRunner(Database database, Workshop workshop, Supplier<String> person, Consumer<SlotNotice> told) {
        this(database, new BackupMaker(database, workshop, person), person, told, RunnerTerms.usual());
    }

    /** As a maker takes them, in the name of its person. */
    public ScheduleRunner(Database database, BackupMaker maker, Consumer<SlotNotice> told) {
        this(database, maker, maker.person(), told, RunnerTerms.usual());
    }

    ScheduleRunner(Database database, BackupMaker maker, Supplier<String> person, Consumer<SlotNotice> told,
            RunnerTerms terms) {
        this.database = database;
        this.maker = maker;
        this.told = told;
        this.terms = terms;
        // Whoever made the schedule said by it what goes.
        retention = new PruneService(database, person, () -> true, Workstation.name());
        slots = new Slots(database, terms.time(), terms.lease(), terms.holder());
    }

    /**
     * Whether the folder that a schedule's backups go to is there on this workstation. Elsewhere it may be a disk that
     * this one doesn't have, and nobody wants a folder of the same name made here.
     */
    boolean reaches(UUID schedule) {
        var directory = database.read(session -> new BackupSchedules_(session).byId(schedule)
                .map(row -> row.targetDirectory));
        try {
            return directory.map(Path::of).map(folder -> folder.isAbsolute() && Files.isDirectory(folder)).orElse(true);
        } catch (InvalidPathException _) {
            return false;
        }
    }

    RunnerTerms terms() {
        return terms;
    }

    /**
     * Runs what is due of a schedule, which may be nothing. What fails is a result and never thrown, but for what keeps
     * it from asking at all.
     *
     * @param leaving whether this program is to end: what is cancelled then can be taken by another at once
     */
    SlotResult due(UUID schedule, Watch watch, BooleanSupplier leaving) {
        return run(slots.claim(schedule, false), watch, leaving);
    }

    /**
     * Runs a schedule now, whether or not it is due, and also one that is switched off.
     *
     * @throws Problem ROW_GONE where there is no such schedule; what a database can meet
     */
    public SlotResult now(UUID schedule, Watch watch) {
        return run(slots.claim(schedule, true), watch, () -> false);
    }

    private SlotResult run(Claim claim, Watch watch, BooleanSupplier leaving) {
        return switch (claim) {
            case Claim.Nothing nothing -> new SlotResult.Nothing(nothing.next());
            case Claim.Others others -> new SlotResult.Taken(others.name(), others.holder(), others.until());
            case Claim.Mine mine -> run(mine, watch, leaving);
        };
    }

    private SlotResult run(Claim.Mine mine, Watch watch, BooleanSupplier leaving) {
        if (mine.missed() > 0 || mine.late()) {
            tell(Kind.MISSED, mine, mine.missed(), SlotWords.moment(mine));
        }
        tell(Kind.BEGAN, mine, SlotWords.moment(mine));
        UUID backup;
        try (var lease = SlotLease.hold(slots, mine, terms.lease(), watch)) {
            try {
                backup = retry(lease).executeSupplier(() -> {
                    lease.waiting(false);
                    return maker.take(order(mine), lease);
                });
            } catch (CancellationException e) {
                return stopped(mine, lease, leaving);
            } catch (Problem e) {
                // A wait that was interrupted gives back the failure before it.
                return lease.cancelled() ? stopped(mine, lease, leaving) : failed(mine, e);
            }
            if (!ended(mine, SlotOutcome.SUCCEEDED, null, backup)) {
                return lost(mine);
            }
        }
        return proved(mine, backup, watch);
    }

    private Retry retry(SlotLease lease) {
        var retry = Retry.of("schedule", RetryConfig.custom().maxAttempts(terms.attempts())
                .intervalFunction(IntervalFunction.ofExponentialBackoff(terms.firstWait(), 5))
                .retryOnException(thrown -> thrown instanceof Problem problem && Reason.of(problem).passes()
                        && !lease.cancelled())
                .build());
        retry.getEventPublisher().onRetry(_ -> lease.waiting(true));
        return retry;
    }

    private static TakeOrder order(Claim.Mine mine) {
        var plan = mine.plan();
        var type = Objects.requireNonNullElse(plan.type().known(), BackupType.MANUAL);
        return new TakeOrder(type, mine.schedule(), mine.at(), Path.of(String.valueOf(plan.targetDirectory())));
    }

    private SlotResult stopped(Claim.Mine mine, SlotLease lease, BooleanSupplier leaving) {
        // What is left to write is written by a thread that was told to stop.
        var interrupted = Thread.interrupted();
        try {
            if (lease.lost()) {
                return lost(mine);
            }
            if (leaving.getAsBoolean()) {
                released(mine);
            } else {
                ended(mine, SlotOutcome.FAILED, Reason.CANCELLED, null);
            }
            tell(Kind.CANCELLED, mine);
            return new SlotResult.Cancelled(next(mine));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private SlotResult failed(Claim.Mine mine, Problem problem) {
        var reason = Reason.of(problem);
        if (reason == Reason.LEASE_EXPIRED || !ended(mine, SlotOutcome.FAILED, reason, null)) {
            return lost(mine);
        }
        tell(Kind.FAILED, mine, BackupWords.reason(reason.code()));
        return new SlotResult.Failed(problem, next(mine));
    }

    /** Where the server is away, the lease ends by itself; who asks next sees whether there is a backup. */
    private boolean ended(Claim.Mine mine, SlotOutcome outcome, @Nullable Reason reason, @Nullable UUID backup) {
        try {
            return slots.end(mine, outcome, reason, backup);
        } catch (Problem e) {
            LOG.warn("{}: what became of it is not written: {}", mine.name(), e.code());
            return true;
        }
    }

    private void released(Claim.Mine mine) {
        try {
            slots.release(mine);
        } catch (Problem e) {
            LOG.warn("{}: the lease is not given back: {}", mine.name(), e.code());
        }
    }

    private SlotResult lost(Claim.Mine mine) {
        tell(Kind.LOST, mine);
        return new SlotResult.Lost(next(mine));
    }

    private SlotResult proved(Claim.Mine mine, UUID backup, Watch watch) {
        var wanted = mine.plan().verifyLevel().known();
        if (wanted == null || wanted == VerifyLevel.NONE) {
            return done(mine, backup, null, prune(mine), true);
        }
        var level = VerificationLevel.valueOf(wanted.name());
        try {
            var proof = maker.prove(backup, level, watch);
            var holds = proof.reached(level);
            if (!holds) {
                tell(Kind.NOT_PROVED, mine, proof.reason() == null ? "" : BackupWords.reason(proof.reason().code()));
            }
            // Nothing older goes for the sake of one that may not hold.
            return done(mine, backup, proof, holds ? prune(mine) : null, holds);
        } catch (CancellationException e) {
            tell(Kind.CANCELLED, mine);
            return done(mine, backup, null, null, false);
        } catch (Problem e) {
            tell(Kind.NOT_PROVED, mine, e.code());
            return done(mine, backup, null, e, false);
        }
    }

    private SlotResult done(Claim.Mine mine, UUID backup, @Nullable Proof proof, @Nullable Problem trouble,
            boolean asAsked) {
        if (asAsked) {
            tell(Kind.DONE, mine);
        }
        return new SlotResult.Done(backup, proof, trouble, asAsked, next(mine));
    }

    private @Nullable Problem prune(Claim.Mine mine) {
        try {
            var plans = retention.plan().stream().filter(plan -> plan.schedule().equals(mine.schedule())).toList();
            retention.prune(plans, _ -> true);
            return null;
        } catch (Problem e) {
            return e;
        }
    }

    private @Nullable Instant next(Claim.Mine mine) {
        try {
            return database.read(session -> new BackupSchedules_(session).byId(mine.schedule())
                    .map(schedule -> schedule.nextRunAt).orElse(null));
        } catch (Problem | CancellationException _) {
            return mine.at();
        }
    }

    private void tell(Kind kind, Claim.Mine mine, Object... arguments) {
        var words = new ArrayList<Object>(List.of(mine.name()));
        words.addAll(List.of(arguments));
        told.accept(new SlotNotice(kind, mine.schedule(), SlotWords.sentence(kind, words.toArray())));
    }
}
