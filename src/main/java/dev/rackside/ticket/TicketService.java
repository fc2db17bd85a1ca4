package dev.rackside.ticket;

import dev.rackside.db.BulkEdit;
import dev.rackside.db.Condition;
import dev.rackside.db.Database;
import dev.rackside.db.Edit;
import dev.rackside.db.Ids;
import dev.rackside.db.Listing;
import dev.rackside.db.SortColumn;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.row.Bulk;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.row.Versioned;
import dev.rackside.text.Messages;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;

/** The door to ticket links. Every call reads or writes the database, so none is made on the screen thread. */
public final class TicketService {

    /** The classes that the room maps. Its list also names clients and sessions, by the names of their entities. */
    public static final Set<Class<?>> ENTITIES = Set.of(TicketLink.class);

    /** The list's order before anyone chooses one. */
    public static final Order DEFAULT_ORDER = Order.byDescending("linked");

    static final Listing<TicketRow> LIST = Listing.of(TicketRow.class, "TicketLink r")
            .joins("left join Client c on c.id = r.clientId left join WorkSession s on s.id = r.sessionId")
            .select("""
                    r.id, r.integrationType, r.ticketId, r.ticketNumber, r.ticketSubject, r.ticketUrl, r.clientId, \
                    c.name, r.sessionId, s.title, s.sessionDate, r.ticketStatus,""" + " " + ShownState.HQL + """
                    , r.ticketState, r.linkType, r.linkNote, r.linkedBy, r.linkedAt, r.statusCheckedAt""")
            .changedAt("r.updatedAt")
            .orderedBy("linked", SortColumn.own("r.linkedAt", TicketRow::linkedAt))
            .orderedBy("system", SortColumn.own("r.integrationType", row -> row.system().text()))
            .orderedBy("number", SortColumn.own("r.ticketNumber", TicketRow::number))
            .orderedBy("subject", SortColumn.own("r.ticketSubject", TicketRow::subject))
            .orderedBy("client", SortColumn.joined("c.name", TicketRow::clientName))
            .orderedBy("session", SortColumn.joined("s.title", TicketRow::sessionTitle))
            .orderedBy("status", SortColumn.own("r.ticketStatus", TicketRow::status))
            .orderedBy("state", SortColumn.own(ShownState.HQL, row -> row.state().text()))
            .orderedBy("link", SortColumn.own("r.linkType", row -> row.linkType().text()))
            .orderedBy("by", SortColumn.own("r.linkedBy", TicketRow::linkedBy));

    private final Database database;
    private final Supplier<String> whoIAm;

    /** @param whoIAm the name that stands in {@code linked_by} */
    public TicketService(Database database, Supplier<String> whoIAm) {
        this.database = database;
        this.whoIAm = whoIAm;
    }

    /** The list of ticket links under a filter. */
    public Rows<TicketRow> list(TicketFilter filter) {
        return LIST.rows(database, condition(filter));
    }

    /** One ticket link as the list shows it; empty where it is gone. */
    public Optional<TicketRow> row(UUID id) {
        return LIST.rows(database, new Condition().and("r.id = :id", "id", id))
                .page(PageRequest.start(DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }

    /** How many rows each value would leave, under what else the filter says. */
    public TicketFacets facets(TicketFilter filter) {
        return database.read(session -> TicketFacetCount.of(session, filter));
    }

    static Condition condition(TicketFilter filter) {
        return new Condition()
                .search("""
                        r.ticketNumber like {0} or r.ticketId like {0} or r.ticketSubject like {0} \
                        or r.linkNote like {0}""", filter.text())
                .and("r.sessionId = :session", "session", filter.session())
                .andIn("r.clientId in (:clients)", "clients", filter.clients())
                .andIn("r.integrationType in (:systems)", "systems", filter.systems())
                .andIn(ShownState.HQL + " in (:states)", "states", filter.states())
                .andIn("r.linkType in (:linkTypes)", "linkTypes", filter.linkTypes())
                .andIn("r.linkedBy in (:linkedBy)", "linkedBy", filter.linkedBy());
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public Versioned<TicketDraft> load(UUID id) {
        return database.read(session -> load(session, id));
    }

    /**
     * Links a ticket in the name of who works here, and returns the link as it stands now.
     *
     * @throws InvalidDraft also where the same ticket is linked to the session by the same type already, or where the
     *     session is another client's
     */
    public Versioned<TicketDraft> link(TicketDraft draft) {
        InvalidDraft.refuse(draft.violations());
        var id = Ids.next();
        var linkedBy = whoIAm.get();
        return database.write(session -> {
            InvalidDraft.refuse(LinkRules.violations(session, draft, null));
            new TicketLinks_(session).insert(new TicketLink(id, draft, linkedBy, Database.serverClock(session)));
            return load(session, id);
        }, session -> new TicketLinks_(session).byId(id).isPresent(), new Versioned<>(id, 0, draft));
    }

    /**
     * Saves an edit on top of the row as it was loaded.
     *
     * @throws EditConflict where somebody changed the row since; nothing was written
     * @throws Problem ROW_GONE where somebody deleted it
     * @throws InvalidDraft as {@link #link}
     */
    public Versioned<TicketDraft> save(Versioned<TicketDraft> loaded, TicketDraft draft) {
        InvalidDraft.refuse(draft.violations());
        return database.write(session -> {
            InvalidDraft.refuse(LinkRules.violations(session, draft, loaded));
            if (!edit(loaded, draft).apply(session)) {
                throw new EditConflict(load(session, loaded.id()));
            }
            return load(session, loaded.id());
        });
    }

    static Edit edit(Versioned<TicketDraft> loaded, TicketDraft draft) {
        var before = loaded.draft();
        return Edit.of("ticket_links", loaded.id(), loaded.rowVersion())
                .column("session_id", before.sessionId(), draft.sessionId())
                .column("client_id", before.clientId(), draft.clientId())
                .column("integration_type", before.system().text(), draft.system().text())
                .column("ticket_id", before.ticketId(), draft.ticketId())
                .column("ticket_number", before.number(), draft.number())
                .column("ticket_subject", before.subject(), draft.subject())
                .column("ticket_url", before.url(), draft.url())
                .column("ticket_status", before.status(), draft.status())
                .column("ticket_state", before.state().text(), draft.state().text())
                .column("link_type", before.linkType().text(), draft.linkType().text())
                .column("link_note", before.note(), draft.note())
                .keep("linked_at")
                .keep("created_at");
    }

    /** Many ticket links edited at once: their state and their client. */
    public Bulk<TicketDraft> bulk() {
        return new BulkEdit<>(database, new TicketBulk());
    }

    /** Removes the link; the ticket itself stays where it is. */
    public void delete(UUID id) {
        database.write(session -> new TicketLinks_(session).delete(id));
    }

    private static Versioned<TicketDraft> load(StatelessSession session, UUID id) {
        return new TicketLinks_(session).byId(id).map(TicketLink::versioned)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("ticket.this")));
    }
}
