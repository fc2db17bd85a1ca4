package dev.rackside.backup;

import dev.rackside.db.Condition;
import dev.rackside.db.Database;
import dev.rackside.db.Dependents;
import dev.rackside.db.Edit;
import dev.rackside.db.Ids;
import dev.rackside.db.Listing;
import dev.rackside.db.SortColumn;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.row.Versioned;
import dev.rackside.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The door to the records of backups. Every call reads or writes the database, so none is made on the screen thread. */
public final class BackupService {

    /** The classes that the room maps. */
    public static final Set<Class<?>> ENTITIES = Set.of(BackupRun.class, BackupSchedule.class,
            BackupSlot.class);

    /** The list's order before anyone chooses one: the newest first. */
    public static final Order DEFAULT_ORDER = Order.byDescending("started");

    static final Listing<BackupRow> LIST = Listing.of(BackupRow.class, "BackupRun r")
            .select("""
                    r.id, r.type, r.startedAt, r.completedAt, r.durationMillis, r.sizeBytes, r.method, r.outcome, \
                    r.grade, r.reasonCode, r.host, r.databaseName, r.filePath, r.updatedAt""")
            .changedAt("r.updatedAt")
            .orderedBy("started", SortColumn.own("r.startedAt", BackupRow::startedAt))
            .orderedBy("completed", SortColumn.own("r.completedAt", BackupRow::completedAt))
            .orderedBy("type", SortColumn.own("r.type", row -> row.type().text()))
            .orderedBy("duration", SortColumn.own("r.durationMillis", BackupRow::durationMillis))
            .orderedBy("size", SortColumn.own("r.sizeBytes", BackupRow::sizeBytes))
            .orderedBy("method", SortColumn.own("r.method", BackupRow::method))
            .orderedBy("outcome", SortColumn.own("r.outcome", row -> row.outcome().text()))
            .orderedBy("grade", SortColumn.own("r.grade", row -> row.grade().rank()))
            .orderedBy("host", SortColumn.own("r.host", BackupRow::host))
            .orderedBy("database", SortColumn.own("r.databaseName", BackupRow::databaseName))
            .orderedBy("path", SortColumn.own("r.filePath", BackupRow::filePath));

    /** Retention didn't remove it. */
    private static final String HAS_FILE = "r.reasonCode is null or r.reasonCode <> 'pruned'";

    private final Database database;

    public BackupService(Database database) {
        this.database = database;
    }

    /** The list of backups under a filter. */
    public Rows<BackupRow> list(BackupFilter filter) {
        return LIST.rows(database, BackupFacetCount.condition(filter));
    }

    /** The values to narrow by, each counted under the other parts of the filter. */
    public BackupFacets facets(BackupFilter filter) {
        return database.read(session -> BackupFacetCount.of(session, filter));
    }

    /** What matters of all backups. */
    public BackupSummary summary() {
        var now = database.read(Database::serverClock);
        // A clock that runs ahead must not make one backup the newest for years.
        var horizon = now.plus(Duration.ofDays(1));
        var since = now.minus(BackupSummary.LATELY);
        var failed = BackupFacetCount.condition(BackupFilter.ALL.failedSince(since));
        return new BackupSummary(now,
                newest(new Condition().and(HAS_FILE).and("""
                        r.outcome = 'succeeded' or r.completedAt is not null and r.outcome is null \
                        or r.completedAt is not null and r.outcome not in ('running', 'failed', 'abandoned')"""),
                        horizon),
                newest(new Condition().and(HAS_FILE).and("r.verificationStatus = 'passed'")
                        .and("r.grade = :proved", "proved", Grade.PROVED.rank()), horizon),
                newest(new Condition().and("r.outcome is null or r.outcome <> 'running'"), horizon),
                LIST.rows(database, failed).count(), since,
                database.read(session -> new BackupSchedules_(session).all()).stream().map(BackupSchedule::row)
                        .toList());
    }

    private @Nullable BackupRow newest(Condition condition, Instant horizon) {
        var rows = LIST.rows(database, condition.and("r.startedAt <= :horizon", "horizon", horizon))
                .page(PageRequest.start(DEFAULT_ORDER, 1)).rows();
        return rows.isEmpty() ? null : rows.getFirst();
    }

    /** What failed, or was found not to hold, since then, the newest runs first; at most so many. */
    public List<BackupRow> failedAfter(Instant since, int most) {
        // A row of long ago that was touched for another reason didn't fail now.
        var condition = new Condition().and(HAS_FILE).and("r.updatedAt >= :since", "since", since).and("""
                r.verificationStatus = 'failed' or r.outcome in ('failed', 'abandoned') \
                and r.startedAt >= :begun""", "begun", since.minus(Duration.ofDays(1)));
        return LIST.rows(database, condition).page(PageRequest.start(DEFAULT_ORDER, most)).rows();
    }

    /** How the backups stand, in one word and one sentence; may be asked every minute. */
    public BackupHealth health() {
        return BackupHealth.of(summary());
    }

    /** A backup as the list shows it; empty where it was deleted. */
    public Optional<BackupRow> row(UUID id) {
        return database.read(session -> new BackupRuns_(session).byId(id).map(BackupRun::row));
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public BackupDetail detail(UUID id) {
        return database.read(session -> {
            var run = find(session, id);
            var schedule = run.scheduleId == null
                    ? null
                    : new BackupSchedules_(session).byId(run.scheduleId).map(found -> found.name).orElse(null);
            return run.detail(schedule);
        });
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public Versioned<BackupDraft> load(UUID id) {
        return database.read(session -> find(session, id).versioned());
    }

    /**
     * Records a backup that was taken elsewhere. Its outcome stays "not recorded": Rackside didn't see it.
     *
     * @param person who records it
     */
    public Versioned<BackupDraft> create(BackupDraft draft, String person) {
        InvalidDraft.refuse(draft.violations());
        var id = Ids.next();
        var noted = draft.recordedBy(person);
        return database.write(session -> {
            new BackupRuns_(session).insert(new BackupRun(id, noted, Database.serverClock(session)));
            return find(session, id).versioned();
        }, session -> new BackupRuns_(session).byId(id).isPresent(), new Versioned<>(id, 0, noted));
    }

    /**
     * Saves an edit on top of the record as it was loaded.
     *
     * @throws EditConflict where somebody changed it since; nothing was written
     * @throws Problem ROW_GONE where somebody deleted it; VALUE_REFUSED where it is a run of Rackside's own
     */
    public Versioned<BackupDraft> save(Versioned<BackupDraft> loaded, BackupDraft draft) {
        InvalidDraft.refuse(draft.violations(loaded.draft()));
        return database.write(session -> {
            var run = find(session, loaded.id());
            if (run.own()) {
                throw new Problem(ErrorCode.VALUE_REFUSED, Messages.get("backup.not-by-hand"));
            }
            if (!edit(loaded, draft).apply(session)) {
                throw new EditConflict(find(session, loaded.id()).versioned());
            }
            return find(session, loaded.id()).versioned();
        });
    }

    private static Edit edit(Versioned<BackupDraft> loaded, BackupDraft draft) {
        var before = loaded.draft();
        return Edit.of("backup_log", loaded.id(), loaded.rowVersion())
                .column("backup_type", before.type().text(), draft.type().text())
                .column("file_path", before.filePath(), draft.filePath())
                .column("file_size_bytes", before.sizeBytes(), draft.sizeBytes())
                .column("backup_started_at", before.startedAt(), draft.startedAt())
                .column("backup_completed_at", before.completedAt(), draft.completedAt())
                .column("backup_method", before.method(), draft.method())
                .column("database_host", before.host(), draft.host())
                .column("database_name", before.databaseName(), draft.databaseName())
                .column("verification_status", before.verification().text(), draft.verification().text())
                .column("verification_details", before.details(), draft.details())
                .keep("backup_started_at")
                .keep("created_at");
    }

    /**
     * A person says that a backup which holds so much less than the one before is right: it counts as good from then on.
     *
     * @throws Problem ROW_GONE; EDIT_CONFLICT where it changed meanwhile
     */
    public void confirm(UUID id, String person) {
        database.write(session -> {
            var run = find(session, id);
            if (run.row().suspect() && !Edit.of("backup_log", id, run.rowVersion)
                    .column("reason_code", run.reasonCode, null)
                    .column("verification_details", run.verificationDetails,
                            VerificationReport.withConfirmed(run.verificationDetails,
                                    Database.serverClock(session), person, run.failure))
                    .column("failure", run.failure, null)
                    .keep("backup_started_at").keep("created_at").apply(session)) {
                throw new Problem(ErrorCode.EDIT_CONFLICT);
            }
            return id;
        });
    }

    /** What hangs on a record, as it is counted now; the file isn't touched by a delete. */
    public List<Dependent> dependents(UUID id) {
        return database.read(session -> Dependents.of(session, "backup_log", id).groups().stream()
                .map(group -> new Dependent(group.table(), group.rows(),
                        group.effect() == Dependents.Effect.DELETED))
                .toList());
    }

    /** Deletes the record; the file stays where it is. */
    public void delete(UUID id) {
        database.write(session -> new BackupRuns_(session).delete(id));
    }

    private static BackupRun find(StatelessSession session, UUID id) {
        return new BackupRuns_(session).byId(id)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("backup.this")));
    }
}
