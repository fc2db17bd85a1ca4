package dev.rackside.client;

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
import dev.rackside.fault.Violation;
import dev.rackside.row.Choice;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.row.Versioned;
import dev.rackside.text.Messages;
import jakarta.data.Limit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.function.UnaryOperator;
import org.hibernate.StatelessSession;

/** The door to clients. Every call reads or writes the database, so none is made on the screen thread. */
public final class ClientService {

    /** The classes that the room maps. */
    public static final Set<Class<?>> ENTITIES = Set.of(Client.class);

    /** The list's order before anyone chooses one. */
    public static final Order DEFAULT_ORDER = Order.by("name");

    private static final Listing<ClientRow> LIST = Listing.of(ClientRow.class, "Client r")
            .select("r.id, r.name, r.type, r.domainName, r.networkSubnet, r.primaryContact, r.active, r.updatedAt")
            .changedAt("r.updatedAt")
            .orderedBy("name", SortColumn.own("r.name", ClientRow::name))
            .orderedBy("type", SortColumn.own("r.type", row -> row.type().text()))
            .orderedBy("domain", SortColumn.own("r.domainName", ClientRow::domainName))
            .orderedBy("subnet", SortColumn.own("r.networkSubnet", ClientRow::networkSubnet))
            .orderedBy("contact", SortColumn.own("r.primaryContact", ClientRow::primaryContact))
            .orderedBy("active", SortColumn.own("r.active", ClientRow::active))
            .orderedBy("updated", SortColumn.own("r.updatedAt", ClientRow::updatedAt));

    private final Database database;

    public ClientService(Database database) {
        this.database = database;
    }

    /** The list of clients under a filter. */
    public Rows<ClientRow> list(ClientFilter filter) {
        return LIST.rows(database, condition(filter));
    }

    /** One client as the list shows it; empty where it is gone. */
    public Optional<ClientRow> row(UUID id) {
        return LIST.rows(database, new Condition().and("r.id = :id", "id", id))
                .page(PageRequest.start(DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }

    /** By what the list can be narrowed further, with counts. */
    public ClientFacets facets(ClientFilter filter) {
        return database.read(session -> new ClientFacets(
                LIST.facet(session, "r.type", condition(filter.withTypes(Set.of())), UnaryOperator.identity()),
                LIST.facet(session, "case when r.active then 'true' else 'false' end",
                        condition(filter.withActive(null)), UnaryOperator.identity())));
    }

    private static Condition condition(ClientFilter filter) {
        return new Condition()
                .search("""
                        r.name like {0} or r.domainName like {0} or r.networkSubnet like {0} \
                        or r.primaryContact like {0} or r.notes like {0}""", filter.text())
                .andIn("r.type in (:types)", "types", filter.types())
                .and("coalesce(r.active, false) = :active", "active", filter.active());
    }

    /** The first clients, by name, whose name contains a text. */
    public List<Choice> choices(String text, int atMost) {
        return database.read(session -> new Clients_(session).choices(SearchText.like(text), Limit.of(atMost)));
    }

    /** Those of the clients that there are, with their names; part of another room's transaction. */
    public static List<Choice> named(StatelessSession session, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : new Clients_(session).byIds(List.copyOf(ids));
    }

    /** As {@link #named}, by id. */
    public static Map<UUID, String> names(StatelessSession session, Collection<UUID> ids) {
        return named(session, ids).stream().collect(Collectors.toMap(Choice::id, Choice::label));
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public Versioned<ClientDraft> load(UUID id) {
        return database.read(session -> load(session, id));
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public ClientFacts facts(UUID id) {
        return database.read(session -> {
            var clients = new Clients_(session);
            var client = clients.byId(id)
                    .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("client.this")));
            return ClientFacts.of(client.versioned(), clients.counts(id), client.createdAt, client.updatedAt);
        });
    }

    /** What goes with a client when it is deleted. */
    public List<Dependent> dependents(UUID id) {
        return database.read(session -> Dependents.of(session, "clients", id)).groups().stream()
                .map(group -> new Dependent(group.table(), group.rows(),
                        group.effect() == Dependents.Effect.DELETED))
                .toList();
    }

    /** Writes a new client and returns it as it stands now. */
    public Versioned<ClientDraft> create(ClientDraft draft) {
        InvalidDraft.refuse(draft.violations());
        var id = Ids.next();
        return database.write(session -> {
            refuseNamesake(session, id, draft);
            new Clients_(session).insert(new Client(id, draft, Database.serverClock(session)));
            return load(session, id);
        }, session -> new Clients_(session).byId(id).isPresent(), new Versioned<>(id, 0, draft));
    }

    /**
     * Saves an edit on top of the row as it was loaded.
     *
     * @throws EditConflict where somebody changed the row since; nothing was written
     * @throws Problem ROW_GONE where somebody deleted it
     */
    public Versioned<ClientDraft> save(Versioned<ClientDraft> loaded, ClientDraft draft) {
        InvalidDraft.refuse(draft.violationsSince(loaded.draft()));
        return database.write(session -> {
            if (!Objects.equals(loaded.draft().name(), draft.name())) {
                refuseNamesake(session, loaded.id(), draft);
            }
            if (!edit(loaded, draft).apply(session)) {
                throw new EditConflict(load(session, loaded.id()));
            }
            return load(session, loaded.id());
        });
    }

    private static Edit edit(Versioned<ClientDraft> loaded, ClientDraft draft) {
        var before = loaded.draft();
        return Edit.of("clients", loaded.id(), loaded.rowVersion())
                .column("name", before.name(), draft.name())
                .column("type", before.type().text(), draft.type().text())
                .column("primary_contact", before.primaryContact(), draft.primaryContact())
                .column("domain_name", before.domainName(), draft.domainName())
                .column("network_subnet", before.networkSubnet(), draft.networkSubnet())
                .column("notes", before.notes(), draft.notes())
                .column("is_active", before.active(), draft.active())
                .keep("created_at");
    }

    /** Deletes a client and what hangs on it. */
    public void delete(UUID id) {
        database.write(session -> new Clients_(session).delete(id));
    }

    private static void refuseNamesake(StatelessSession session, UUID id, ClientDraft draft) {
        var name = String.valueOf(draft.name());
        if (new Clients_(session).namesakes(name, id) > 0) {
            InvalidDraft.refuse(List.of(Violation.of("name", "rule.client-taken", name)));
        }
    }

    private static Versioned<ClientDraft> load(StatelessSession session, UUID id) {
        return new Clients_(session).byId(id).map(Client::versioned)
                .orElseThrow(() -> new Problem(ErrorCode.ROW_GONE, Messages.get("client.this")));
    }
}
