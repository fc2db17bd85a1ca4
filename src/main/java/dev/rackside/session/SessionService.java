package dev.rackside.session;

import dev.rackside.db.BulkEdit;
import dev.rackside.db.Condition;
import dev.rackside.db.Database;
import dev.rackside.db.Dependents;
import dev.rackside.db.Edit;
import dev.rackside.db.Ids;
import dev.rackside.db.Listing;
import dev.rackside.db.SearchText;
import dev.rackside.db.SortColumn;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.row.Bulk;
import dev.rackside.row.Choice;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.row.Versioned;
import dev.rackside.text.Messages;
import jakarta.data.Limit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The door to sessions. Every call reads or writes the database, so none is made on the screen thread. */
public final class SessionService {

    /** The classes that the room maps. Its list also counts ticket links, by the name of their entity. */
    public static final Set<Class<?>> ENTITIES = Set.of(WorkSession.class, WorkItem.class);

    /** The list's order before anyone chooses one. */
    public static final Order DEFAULT_ORDER = Order.byDescending("date");

    static final Listing<SessionRow> LIST = Listing.of(SessionRow.class, "WorkSession r")
            .joins("left join Client c on c.id = r.clientId")
            .select("""
                    r.id, r.title, r.clientId, c.name, r.sessionDate, r.startTime, r.endTime, \
                    timestampdiff(second, r.startTime, r.endTime), r.status, r.technician, r.billable, \
                    r.billableHours, (select count(*) from TicketLink t where t.sessionId = r.id)""")
            .changedAt("r.updatedAt")
            .orderedBy("date", SortColumn.own("r.sessionDate", SessionRow::date))
            .orderedBy("title", SortColumn.own("r.title", SessionRow::title))
            .orderedBy("client", SortColumn.joined("c.name", SessionRow::clientName))
            .orderedBy("technician", SortColumn.own("r.technician", SessionRow::technician))
            .orderedBy("status", SortColumn.own("r.status", row -> row.status().text()))
            .orderedBy("duration", SortColumn.own("timestampdiff(second, r.startTime, r.endTime)", SessionRow::seconds))
            .orderedBy("hours", SortColumn.own("r.billableHours", SessionRow::billableHours))
            .orderedBy("tickets", SortColumn.own("(select count(*) from TicketLink t where t.sessionId = r.id)",
                    SessionRow::tickets));

    private final Database database;

    public SessionService(Database database) {
        this.database = database;
    }

    /** The list of sessions under a filter. */
    public Rows<SessionRow> list(SessionFilter filter) {
        return LIST.rows(database, condition(filter));
    }

    /** One session as the list shows it; empty where it is gone. */
    public Optional<SessionRow> row(UUID id) {
        return LIST.rows(database, new Condition().and("r.id = :id", "id", id))
                .page(PageRequest.start(DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }

    /** How many rows each value would leave, under what else the filter says. */
    public SessionFacets facets(SessionFilter filter) {
        return database.read(session -> SessionFacetCount.of(session, filter));
    }

    static Condition condition(SessionFilter filter) {
        return new Condition()
                .search("r.title like {0} or r.summary like {0} or r.notes like {0}", filter.text())
                .andIn("r.clientId in (:clients)", "clients", filter.clients())
                .andIn("r.status in (:statuses)", "statuses", filter.statuses())
                .andIn("r.technician in (:technicians)", "technicians", filter.technicians())
                .and("r.billable = :billable", "billable", filter.billable());
    }

    /**
     * The newest sessions whose title or day contains a text.
     *
     * @param clientId only this client's; null for all
     */
    public List<Choice> choices(@Nullable UUID clientId, String text, int atMost) {
        var pattern = SearchText.like(text.strip());
        return database.read(session -> clientId == null
                ? new WorkSessions_(session).choices(pattern, Limit.of(atMost))
                : new WorkSessions_(session).choices(clientId, pattern, Limit.of(atMost)));
    }

    /** One session as it is picked from a box; empty where it is gone. */
    public Optional<Choice> choice(UUID id) {
        return database.read(session -> new WorkSessions_(session).choice(id));
    }

    /** The client of a session; empty where it has none, or one that is gone. */
    public Optional<Choice> clientOf(UUID id) {
        return database.read(session -> session.createSelectionQuery(
                "select c.id, c.name from WorkSession s join Client c on c.id = s.clientId where s.id = :id",
                Choice.class).setParameter("id", id).getResultList().stream().findFirst());
    }

    /** What hangs on a session, as it is counted now. */
    public List<Dependent> dependents(UUID id) {
        return database.read(session -> Dependents.of(session, "sessions", id).groups().stream()
                .map(group -> new Dependent(group.table(), group.rows(),
                        group.effect() == Dependents.Effect.DELETED))
                .toList());
    }

    /** The work items of a session, oldest first. */
    public List<WorkItemRow> workItems(UUID sessionId) {
        return database.read(session -> WorkItemRows.of(session, new WorkSessions_(session).workItems(sessionId)));
    }

    /** The tickets that are linked to a session, newest link first. */
    public List<SessionTicket> tickets(UUID sessionId) {
        return database.read(session -> session.createSelectionQuery("""
                select t.id, t.integrationType, t.ticketNumber, t.ticketId, t.ticketSubject, t.ticketStatus, \
                t.ticketUrl from TicketLink t where t.sessionId = :sessionId order by t.linkedAt desc, t.id desc""",
                SessionTicket.class).setParameter("sessionId", sessionId).getResultList());
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public Versioned<SessionDraft> load(UUID id) {
        return database.read(session -> load(session, id));
    }

    /** Writes a new session and returns it as it stands now. */
    public Versioned<SessionDraft> create(SessionDraft draft) {
        InvalidDraft.refuse(draft.violations());
        var id = Ids.next();
        return database.write(session -> {
            new WorkSessions_(session).insert(new WorkSession(id, draft, Database.serverClock(session)));
            return load(session, id);
        }, session -> new WorkSessions_(session).byId(id).isPresent(), new Versioned<>(id, 0, draft));
    }

    /**
     * Saves an edit on top of the row as it was loaded.
     *
     * @throws EditConflict where somebody changed the row since; nothing was written
     * @throws Problem ROW_GONE where somebody deleted it
     */
    public Versioned<SessionDraft> save(Versioned<SessionDraft> loaded, SessionDraft draft) {
        InvalidDraft.refuse(draft.violations());
        return database.write(session -> {
            if (!edit(loaded, draft).apply(session)) {
                throw new EditConflict(load(session, loaded.id()));
            }
            return load(session, loaded.id());
        });
    }

    static Edit edit(Versioned<SessionDraft> loaded, SessionDraft draft) {
        var before = loaded.draft();
        return Edit.of("sessions", loaded.id(), loaded.rowVersion())
                .column("session_title", before.title(), draft.title())
                .column("client_id", before.clientId(), draft.clientId())
                .column("session_date", before.date(), draft.date())
                .column("start_time", before.start(), draft.start())
                .column("end_time", before.end(), draft.end())
                .column("status", before.status().text(), draft.status().text())
                .column("technician", before.technician(), draft.technician())
                .column("is_billable", before.billable(), draft.billable())
                .column("billable_hours", before.billableHours(), draft.billableHours())
                .column("summary", before.summary(), draft.summary())
                .column("notes", before.notes(), draft.notes())
                .keep("created_at");
    }

    /** Many sessions edited at once. */
    public Bulk<SessionDraft> bulk() {
        return new BulkEdit<>(database, new SessionBulk());
    }

    /** Deletes a session and what goes with it. */
    public void delete(UUID id) {
        database.write(session -> new WorkSessions_(session).delete(id));
    }

    private static Versioned<SessionDraft> load(StatelessSession session, UUID id) {
        return new WorkSessions_(session).byId(id).map(WorkSession::versioned)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("session.this")));
    }
}
