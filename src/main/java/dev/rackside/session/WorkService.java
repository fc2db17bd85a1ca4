package dev.rackside.session;

import dev.rackside.db.BulkEdit;
import dev.rackside.db.Condition;
import dev.rackside.db.Database;
import dev.rackside.db.Dependents;
import dev.rackside.db.Edit;
import dev.rackside.db.Ids;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.row.Bulk;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.row.Versioned;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The door to work items: what was done in a session. Every call reads or writes the database, so none is made on the
 * screen thread.
 */
public final class WorkService {

    /** The list's order before anyone chooses one. */
    public static final Order DEFAULT_ORDER = Order.byDescending("created");

    private final Database database;

    public WorkService(Database database) {
        this.database = database;
    }

    /** The list of work items under a filter. */
    public Rows<WorkRow> list(WorkFilter filter) {
        return WorkList.LIST.rows(database, WorkList.condition(filter));
    }

    /** One work item as the list shows it; empty where it is gone. */
    public Optional<WorkRow> row(UUID id) {
        return WorkList.LIST.rows(database, new Condition().and("r.id = :id", "id", id))
                .page(PageRequest.start(DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }

    /** How many rows each value would leave, under what else the filter says. */
    public Map<WorkFacet, List<Facet>> facets(WorkFilter filter) {
        return database.read(session -> WorkList.facets(session, filter));
    }

    /**
     * A work item with all machines that stand in it.
     *
     * @throws Problem ROW_GONE where it was deleted
     */
    public WorkItemRow detail(UUID id) {
        return database.read(session -> WorkItemRows.of(session, List.of(find(session, id))).getFirst());
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public Versioned<WorkDraft> load(UUID id) {
        return database.read(session -> find(session, id).versioned());
    }

    /** What goes with a work item when it is deleted. */
    public List<Dependent> dependents(UUID id) {
        return database.read(session -> Dependents.of(session, "work_items", id)).groups().stream()
                .map(group -> new Dependent(group.table(), group.rows(),
                        group.effect() == Dependents.Effect.DELETED))
                .toList();
    }

    /**
     * Writes a new work item and returns it as it stands now.
     *
     * @throws InvalidDraft where it breaks a rule, or its machine belongs to another client than its session
     */
    public Versioned<WorkDraft> create(WorkDraft draft) {
        InvalidDraft.refuse(draft.violations());
        var id = Ids.next();
        return database.write(session -> {
            InvalidDraft.refuse(against(session, draft, null));
            var now = Database.serverClock(session);
            new WorkItems_(session).insert(new WorkItem(id, draft.completedBy(now), now));
            return find(session, id).versioned();
        }, session -> new WorkItems_(session).byId(id).isPresent(), new Versioned<>(id, 0, draft));
    }

    /**
     * Saves an edit on top of the row as it was loaded.
     *
     * @throws EditConflict where somebody changed the row since; nothing was written
     * @throws InvalidDraft as {@link #create}
     * @throws Problem ROW_GONE where somebody deleted it
     */
    public Versioned<WorkDraft> save(Versioned<WorkDraft> loaded, WorkDraft draft) {
        InvalidDraft.refuse(draft.violationsSince(loaded.draft()));
        return database.write(session -> {
            InvalidDraft.refuse(against(session, draft, loaded.draft()));
            var completed = loaded.draft().status().equals(draft.status())
                    ? draft
                    : draft.completedBy(Database.serverClock(session));
            if (!edit(loaded, completed).apply(session)) {
                throw new EditConflict(find(session, loaded.id()).versioned());
            }
            return find(session, loaded.id()).versioned();
        });
    }

    static Edit edit(Versioned<WorkDraft> loaded, WorkDraft draft) {
        var before = loaded.draft();
        return Edit.of("work_items", loaded.id(), loaded.rowVersion())
                .column("session_id", before.sessionId(), draft.sessionId())
                .column("category", before.category().text(), draft.category().text())
                .column("title", before.title(), draft.title())
                .column("description", before.description(), draft.description())
                .column("status", before.status().text(), draft.status().text())
                .column("priority", before.priority().text(), draft.priority().text())
                .column("infrastructure_id", before.machineId(), draft.machineId())
                .column("estimated_minutes", before.estimatedMinutes(), draft.estimatedMinutes())
                .column("actual_minutes", before.actualMinutes(), draft.actualMinutes())
                .column("completed_at", before.completedAt(), draft.completedAt())
                .keep("created_at");
    }

    /** Many work items edited at once: their status, their priority and their tags. */
    public Bulk<WorkManyDraft> bulk() {
        return new BulkEdit<>(database, new WorkBulk());
    }

    /** Deletes a work item and what hangs on it. */
    public void delete(UUID id) {
        database.write(session -> new WorkItems_(session).delete(id));
    }

    private static WorkItem find(StatelessSession session, UUID id) {
        return new WorkItems_(session).byId(id)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("work.this")));
    }

    /** The rules that only other rows can tell; what an edit leaves alone is not held against it. */
    private static List<Violation> against(StatelessSession session, WorkDraft draft, @Nullable WorkDraft before) {
        var sessionId = draft.sessionId();
        var unmoved = before != null && Objects.equals(sessionId, before.sessionId())
                && Objects.equals(draft.machineId(), before.machineId());
        if (sessionId == null || unmoved) {
            return List.of();
        }
        var owner = new WorkSessions_(session).byId(sessionId);
        if (owner.isEmpty()) {
            return List.of(Violation.of("sessionId", "work.rule.session-gone"));
        }
        var machineId = draft.machineId();
        if (machineId == null) {
            return List.of();
        }
        var machines = session.createSelectionQuery("select m.id, m.clientId from Machine m where m.id = :id",
                Object[].class).setParameter("id", machineId).getResultList();
        if (machines.isEmpty()) {
            return List.of(Violation.of("machineId", "work.rule.machine-gone"));
        }
        var client = owner.get().clientId;
        var machineOf = machines.getFirst()[1];
        return client != null && machineOf != null && !client.equals(machineOf)
                ? List.of(Violation.of("machineId", "work.rule.others-machine"))
                : List.of();
    }
}
