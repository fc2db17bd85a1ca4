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
import dev.rackside.fault.Violation;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.FacetedList;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.row.Versioned;
import dev.rackside.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The door to the schedules: when backups are due, and where they go. Every call reads or writes the database, so none
 * is made on the screen thread.
 */
public final class ScheduleService implements FacetedList<ScheduleRow, ScheduleFacet> {

    /** The list's order before anyone chooses one. */
    public static final Order DEFAULT_ORDER = Order.by("name");

    private static final String STATE = "case when r.enabled = false then '" + ScheduleFacet.OFF
            + "' when r.nextRunAt + r.missedAfterMinutes * 1 minute < instant then '" + ScheduleFacet.OVERDUE
            + "' else '" + ScheduleFacet.ON + "' end";

    private static final Listing<ScheduleRow> LIST = Listing.of(ScheduleRow.class, "BackupSchedule r")
            .select("""
                    r.id, r.name, r.type, r.enabled, r.lastRunAt, r.nextRunAt, r.missedAfterMinutes, \
                    r.cronExpression, r.timeZone, r.verifyLevel, r.updatedAt""")
            .changedAt("r.updatedAt")
            .orderedBy("name", SortColumn.own("r.name", ScheduleRow::name))
            .orderedBy("type", SortColumn.own("r.type", row -> row.type().text()))
            .orderedBy("verify", SortColumn.own("r.verifyLevel", row -> row.verifyLevel().text()))
            .orderedBy("zone", SortColumn.own("r.timeZone", ScheduleRow::timeZone))
            .orderedBy("next", SortColumn.own("r.nextRunAt", ScheduleRow::nextRunAt))
            .orderedBy("last", SortColumn.own("r.lastRunAt", ScheduleRow::lastRunAt))
            .orderedBy("updated", SortColumn.own("r.updatedAt", ScheduleRow::updatedAt));

    /** How many of a schedule's latest slots are shown. */
    private static final int SLOTS = 5;

    private final Database database;

    public ScheduleService(Database database) {
        this.database = database;
    }

    @Override
    public Rows<ScheduleRow> list(FacetFilter<ScheduleFacet> filter) {
        return LIST.rows(database, condition(filter));
    }

    @Override
    public Optional<ScheduleRow> row(UUID id) {
        return LIST.rows(database, new Condition().and("r.id = :id", "id", id))
                .page(PageRequest.start(DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }

    @Override
    public Map<ScheduleFacet, List<Facet>> facets(FacetFilter<ScheduleFacet> filter) {
        return database.read(session -> {
            var facets = new EnumMap<ScheduleFacet, List<Facet>>(ScheduleFacet.class);
            for (var facet : ScheduleFacet.values()) {
                var others = condition(filter.without(facet));
                facets.put(facet, switch (facet) {
                    case TYPE -> LIST.facetOrNone(session, "r.type", others);
                    case STATE -> LIST.facetOrNone(session, STATE, others);
                    case VERIFY -> LIST.facetOrNone(session, "r.verifyLevel", others);
                    case ZONE -> LIST.facetOrNone(session, "r.timeZone", others);
                });
            }
            return facets;
        });
    }

    private static Condition condition(FacetFilter<ScheduleFacet> filter) {
        return new Condition()
                .search("""
                        r.name like {0} or r.targetDirectory like {0} or r.cronExpression like {0} \
                        or r.timeZone like {0}""", filter.text())
                .andIn("coalesce(r.type, '') in (:types)", "types", filter.chosen(ScheduleFacet.TYPE))
                .andIn(STATE + " in (:states)", "states", filter.chosen(ScheduleFacet.STATE))
                .andIn("coalesce(r.verifyLevel, '') in (:levels)", "levels", filter.chosen(ScheduleFacet.VERIFY))
                .andIn("coalesce(r.timeZone, '') in (:zones)", "zones", filter.chosen(ScheduleFacet.ZONE));
    }

    /** All of them, the one that is due first first. */
    public List<ScheduleRow> all() {
        return database.read(session -> new BackupSchedules_(session).all().stream().map(BackupSchedule::row).toList());
    }

    /** The schedule of a name, in whatever case. */
    public Optional<ScheduleRow> named(String name) {
        return all().stream().filter(schedule -> schedule.name().equalsIgnoreCase(name.strip())).findFirst();
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public ScheduleDetail detail(UUID id) {
        var found = database.read(session -> {
            var schedule = read(session, id);
            var now = Database.serverClock(session);
            return new ScheduleDetail(schedule.versioned(), schedule.row().overdueAt(now), schedule.lastRunAt,
                    schedule.nextRunAt, null, new BackupSchedules_(session).backups(id),
                    Slots.latest(session, id, SLOTS, now), schedule.createdAt,
                    schedule.updatedAt, now);
        });
        return new ScheduleDetail(found.schedule(), found.overdue(), found.lastRunAt(), found.nextRunAt(),
                lastBackup(id), found.backups(), found.slots(), found.createdAt(), found.updatedAt(), found.readAt());
    }

    private @Nullable BackupRow lastBackup(UUID id) {
        return BackupService.LIST.rows(database, new Condition()
                .and("r.id = (select s.lastBackupId from BackupSchedule s where s.id = :id)", "id", id))
                .page(PageRequest.start(BackupService.DEFAULT_ORDER, 1)).rows().stream().findFirst().orElse(null);
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public Versioned<ScheduleDraft> load(UUID id) {
        return database.read(session -> read(session, id).versioned());
    }

    /** What goes with a schedule when it is deleted. */
    public List<Dependent> dependents(UUID id) {
        return database.read(session -> Dependents.of(session, "backup_schedules", id)).groups().stream()
                .map(group -> new Dependent(group.table(), group.rows(),
                        group.effect() == Dependents.Effect.DELETED))
                .toList();
    }

    /**
     * Writes a new schedule and returns it as it stands now.
     *
     * @throws InvalidDraft where it breaks a rule or its name is taken
     */
    public Versioned<ScheduleDraft> create(ScheduleDraft draft) {
        InvalidDraft.refuse(draft.violations());
        var id = Ids.next();
        return database.write(session -> {
            refuseTaken(session, id, draft);
            new BackupSchedules_(session).insert(new BackupSchedule(id, draft, Database.serverClock(session)));
            return read(session, id).versioned();
        }, session -> new BackupSchedules_(session).byId(id).isPresent(), new Versioned<>(id, 0, draft));
    }

    /**
     * Saves an edit on top of the row as it was loaded; where it says other times, the next run is planned anew.
     *
     * @throws EditConflict where somebody changed the row since; nothing was written
     * @throws InvalidDraft where it breaks a rule or its name is taken
     * @throws Problem ROW_GONE where somebody deleted it
     */
    public Versioned<ScheduleDraft> save(Versioned<ScheduleDraft> loaded, ScheduleDraft draft) {
        InvalidDraft.refuse(draft.violationsSince(loaded.draft()));
        return database.write(session -> {
            var current = read(session, loaded.id());
            if (!Objects.equals(loaded.draft().name(), draft.name())) {
                refuseTaken(session, loaded.id(), draft);
            }
            var edit = edit(loaded, draft);
            if (!draft.sameTimes(loaded.draft())) {
                edit.column("next_run_at", current.nextRunAt, draft.nextRun(Database.serverClock(session)));
            }
            if (!edit.apply(session)) {
                throw new EditConflict(read(session, loaded.id()).versioned());
            }
            return read(session, loaded.id()).versioned();
        });
    }

    private static Edit edit(Versioned<ScheduleDraft> loaded, ScheduleDraft draft) {
        var before = loaded.draft();
        return Edit.of("backup_schedules", loaded.id(), loaded.rowVersion())
                .column("name", before.name(), draft.name())
                .column("backup_type", before.type().text(), draft.type().text())
                .column("cron_expression", before.cronExpression(), draft.cronExpression())
                .column("time_zone", before.timeZone(), draft.timeZone())
                .column("target_directory", before.targetDirectory(), draft.targetDirectory())
                .column("retention_count", before.retentionCount(), draft.retentionCount())
                .column("retention_days", before.retentionDays(), draft.retentionDays())
                .column("retention_daily", before.retentionDaily(), draft.retentionDaily())
                .column("retention_weekly", before.retentionWeekly(), draft.retentionWeekly())
                .column("retention_monthly", before.retentionMonthly(), draft.retentionMonthly())
                .column("verify_level", before.verifyLevel().text(), draft.verifyLevel().text())
                .column("is_enabled", before.enabled(), draft.enabled())
                .column("missed_after_minutes", before.missedAfterMinutes(), draft.missedAfterMinutes())
                .keep("created_at");
    }

    /** Deletes a schedule; the records of its backups stay, and so do their files. */
    public void delete(UUID id) {
        database.write(session -> new BackupSchedules_(session).delete(id));
    }

    private static void refuseTaken(StatelessSession session, UUID id, ScheduleDraft draft) {
        var name = String.valueOf(draft.name());
        if (new BackupSchedules_(session).namesakes(name, id) > 0) {
            InvalidDraft.refuse(List.of(Violation.of("name", "schedule.rule.taken", name)));
        }
    }

    private static BackupSchedule read(StatelessSession session, UUID id) {
        return new BackupSchedules_(session).byId(id)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("schedule.this")));
    }
}
