package dev.rackside.backup;

import dev.rackside.backup.RetentionPlanner.Candidate;
import dev.rackside.db.Database;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door to retention: says what the rules of the schedules would remove, and removes it. Only what a schedule took
 * goes; what was taken by hand, before a migration or by another program stays. The record of a removed file stays too,
 * marked, so that the history and the proofs are whole. Every call reads the database and files, none on the screen
 * thread.
 */
public final class PruneService {

    /** The reason code of a backup whose file retention removed. */
    public static final String PRUNED = "pruned";

    private static final Logger LOG = LoggerFactory.getLogger(PruneService.class);

    private final Database database;
    private final Supplier<String> who;
    private final BooleanSupplier administrator;
    private final String workstation;

    /**
     * @param who the person that removes
     * @param administrator whether that person may
     * @param workstation what this computer is called in the records
     */
    public PruneService(Database database, Supplier<String> who, BooleanSupplier administrator, String workstation) {
        this.database = database;
        this.who = who;
        this.administrator = administrator;
        this.workstation = workstation;
    }

    /**
     * What became of one that was to go.
     *
     * @param state {@link PruneState#REMOVED}, or why it is still there
     * @param gone whether its record says from now on that the file is gone
     */
    public record Done(BackupRow row, PruneState state, boolean gone) {}

    /** Whether this person may remove anything. */
    public boolean allowed() {
        return administrator.getAsBoolean();
    }

    /** @throws Problem ADMINISTRATOR_ONLY where this person may not remove anything */
    public void refuseOthers() {
        if (!allowed()) {
            throw new Problem(ErrorCode.ADMINISTRATOR_ONLY, who.get());
        }
    }

    /** What would be kept and what would go now, by schedule; removes nothing. */
    public List<PrunePlan> plan() {
        return database.read(session -> {
            var now = Database.serverClock(session);
            return new BackupSchedules_(session).all().stream().map(schedule -> plan(session, schedule, now)).toList();
        });
    }

    private static PrunePlan plan(StatelessSession session, BackupSchedule schedule, Instant now) {
        var runs = new BackupRuns_(session).withFiles(schedule.id).stream()
                .collect(Collectors.toMap(run -> run.id, run -> run));
        var candidates = runs.values().stream().map(run -> new Candidate(run.id, run.startedAt,
                run.row().bad() || run.row().suspect(),
                run.row().grade() == Grade.PROVED && !run.row().suspect())).toList();
        var rule = rule(schedule);
        Predicate<UUID> busy = id -> file(Objects.requireNonNull(runs.get(id)), schedule).busy();
        var lines = RetentionPlanner.plan(rule, candidates, now, busy).stream()
                .map(verdict -> {
                    var run = Objects.requireNonNull(runs.get(verdict.id()));
                    return new PrunePlan.Line(run.row(), verdict,
                            verdict.goes() ? file(run, schedule).look() : null);
                }).toList();
        return new PrunePlan(schedule.id, schedule.name, rule, lines);
    }

    private static PruneFile file(BackupRun run, BackupSchedule schedule) {
        return new PruneFile(run.filePath, schedule.targetDirectory, run.sizeBytes);
    }

    private static RetentionRule rule(BackupSchedule schedule) {
        return new RetentionRule(schedule.retentionCount, schedule.retentionDays, schedule.retentionDaily,
                schedule.retentionWeekly, schedule.retentionMonthly, zone(schedule.timeZone));
    }

    /** What another program wrote need not be a zone. */
    private static ZoneId zone(@Nullable String id) {
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }

    /**
     * Removes what plans mean, one by one. What a rule keeps by now, because something newer failed or somebody reads
     * it, stays.
     *
     * @param goOn told after each what became of it; false ends it there
     * @return what became of each that was tried
     * @throws Problem ADMINISTRATOR_ONLY where this person may not
     */
    public List<Done> prune(List<PrunePlan> plans, Predicate<Done> goOn) {
        refuseOthers();
        var meant = plans.stream().flatMap(plan -> plan.going().stream()).map(line -> line.row().id())
                .collect(Collectors.toSet());
        var done = new ArrayList<Done>();
        for (var plan : plan()) {
            for (var line : plan.going()) {
                if (meant.contains(line.row().id())) {
                    var one = remove(line.row().id());
                    done.add(one);
                    if (!goOn.test(one)) {
                        return done;
                    }
                }
            }
        }
        return done;
    }

    private Done remove(UUID id) {
        var found = database.read(session -> new BackupRuns_(session).byId(id).map(run -> new Meant(run.row(),
                run.workstation, file(run, schedule(session, run)))));
        var meant = found.orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("backup.this")));
        var state = meant.file().remove();
        // The file first: where this ends in between, the next run finds it missing and marks the record.
        var gone = state == PruneState.REMOVED || (state == PruneState.MISSING && takenHere(meant.workstation()));
        if (gone) {
            mark(id, state);
        }
        LOG.info("Retention, {}: {} {}", who.get(), meant.row().filePath(), state);
        return new Done(meant.row(), state, gone);
    }

    private static BackupSchedule schedule(StatelessSession session, BackupRun run) {
        return Optional.ofNullable(run.scheduleId).flatMap(new BackupSchedules_(session)::byId)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("schedule.this")));
    }

    private record Meant(BackupRow row, @Nullable String workstation, PruneFile file) {}

    /** A file that another computer wrote may still be there, under the same name. */
    private boolean takenHere(@Nullable String other) {
        return !workstation.isBlank() && workstation.equalsIgnoreCase(other);
    }

    private void mark(UUID id, PruneState state) {
        database.write(session -> {
            var runs = new BackupRuns_(session);
            runs.byId(id).ifPresent(run -> runs.pruned(id, PRUNED, VerificationReport.withPruned(
                    run.verificationDetails, Database.serverClock(session), who.get(),
                    state == PruneState.REMOVED)));
            return id;
        });
    }
}
