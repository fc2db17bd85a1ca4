package dev.rackside.integration;

import dev.rackside.db.Condition;
import dev.rackside.db.Database;
import dev.rackside.db.Edit;
import dev.rackside.db.Ids;
import dev.rackside.db.Listing;
import dev.rackside.db.SortColumn;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.row.Choice;
import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.FacetedList;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The door to what outside systems' customers and computers are here: all that any of them told of, and what a person
 * said of each. Their ids lead, so what is renamed there stays what it was. Every call reads or writes the database, so
 * none is made on the screen thread.
 */
public final class MappingService implements FacetedList<MappingRow, MappingFacet> {

    /** The list's order: what nobody said anything of first. */
    public static final Order DEFAULT_ORDER = Order.by("state");

    private static final String STATE = "case when r.clientId is null and r.machineId is null then '"
            + MappingFacet.OPEN + "' else '" + MappingFacet.MAPPED + "' end";

    static final Listing<MappingRow> LIST = Listing.of(MappingRow.class, "Mapping r")
            .joins("left join Client c on c.id = r.clientId left join Machine m on m.id = r.machineId")
            .select("""
                    r.id, r.system, r.kind, r.externalId, r.externalName, r.clientId, c.name, r.machineId, m.hostname, \
                    r.mappedBy, r.createdAt, r.updatedAt, r.rowVersion""")
            .changedAt("r.updatedAt")
            .orderedBy("state", SortColumn.<MappingRow>own("case when r.clientId is null and r.machineId is null "
                    + "then 0 else 1 end", row -> row.here() == null ? 0 : 1)
                    .then("r.externalName", MappingRow::externalName))
            .orderedBy("name", SortColumn.own("r.externalName", MappingRow::externalName))
            .orderedBy("system", SortColumn.own("r.system", row -> row.system().text()))
            .orderedBy("kind", SortColumn.own("r.kind", row -> row.kind().text()))
            .orderedBy("here", SortColumn.joined("coalesce(m.hostname, c.name)", MappingRow::hereName))
            .orderedBy("by", SortColumn.own("r.mappedBy", MappingRow::mappedBy));

    private static final String NOTICE = """
            insert into integration_mappings (id, integration_type, external_kind, external_id, external_name)
            values (:id, :system, :kind, :external, :name)
            on duplicate key update external_name = values(external_name)""";
    private static final String FIND = """
            select id from integration_mappings
            where integration_type = :system and external_kind = :kind and external_id = :external""";
    private static final int LONGEST = 255;

    private final Database database;
    private final Supplier<String> who;

    /** @param who the name that stands beside what was mapped */
    public MappingService(Database database, Supplier<String> who) {
        this.database = database;
        this.who = who;
    }

    /**
     * What one row shall be here.
     *
     * @param here a client, or a machine for a computer; null for nothing
     */
    public record Assigned(MappingRow row, @Nullable Choice here) {}

    /** Notes that a system told of something; what somebody said of it stays. In the caller's transaction. */
    public static void notice(StatelessSession session, ExchangeSystem system, ExternalKind kind, String externalId,
            @Nullable String name) {
        session.createNativeMutationQuery(NOTICE).setParameter("id", Ids.next().toString())
                .setParameter("system", Coded.code(system)).setParameter("kind", Coded.code(kind))
                .setParameter("external", cut(externalId))
                .setParameter("name", name == null ? null : cut(name), String.class).executeUpdate();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** The row of something that a system told of. In the caller's transaction. */
    public static Optional<UUID> find(StatelessSession session, ExchangeSystem system, ExternalKind kind,
            String externalId) {
        return session.createNativeQuery(FIND, String.class).setParameter("system", Coded.code(system))
                .setParameter("kind", Coded.code(kind)).setParameter("external", externalId).getResultList().stream()
                .findFirst().map(UUID::fromString);
    }

    @Override
    public Rows<MappingRow> list(FacetFilter<MappingFacet> filter) {
        return LIST.rows(database, condition(filter));
    }

    @Override
    public Optional<MappingRow> row(UUID id) {
        return database.read(session -> row(session, id));
    }

    private Optional<MappingRow> row(StatelessSession session, UUID id) {
        return LIST.some(session, new Condition().and("r.id = :id", "id", id), 1).stream().findFirst();
    }

    @Override
    public Map<MappingFacet, List<Facet>> facets(FacetFilter<MappingFacet> filter) {
        return database.read(session -> {
            var facets = new EnumMap<MappingFacet, List<Facet>>(MappingFacet.class);
            for (var facet : MappingFacet.values()) {
                var others = condition(filter.without(facet));
                facets.put(facet, switch (facet) {
                    case STATE -> LIST.facetOrNone(session, STATE, others);
                    case SYSTEM -> LIST.facetOrNone(session, "r.system", others);
                    case KIND -> LIST.facetOrNone(session, "r.kind", others);
                });
            }
            return facets;
        });
    }

    private static Condition condition(FacetFilter<MappingFacet> filter) {
        return new Condition()
                .search("r.externalName like {0} or r.externalId like {0} or r.mappedBy like {0}", filter.text())
                .andIn(STATE + " in (:states)", "states", filter.chosen(MappingFacet.STATE))
                .andIn("r.system in (:systems)", "systems", filter.chosen(MappingFacet.SYSTEM))
                .andIn("r.kind in (:kinds)", "kinds", filter.chosen(MappingFacet.KIND));
    }

    /** What the rows that nobody said anything of probably are; a row of which two could be meant has none. */
    public Map<UUID, Suggestion> suggestions() {
        return database.read(Suggestions::of);
    }

    /**
     * Says what something is here.
     *
     * @return the row as it stands now
     * @throws Problem EDIT_CONFLICT where somebody else said something of it meanwhile, ROW_GONE
     */
    public MappingRow assign(Assigned wish) {
        return assignAll(List.of(wish)).stream().findFirst()
                .orElseThrow(() -> row(wish.row().id()).isPresent()
                        ? new Problem(ErrorCode.EDIT_CONFLICT)
                        : new Problem(ErrorCode.ROW_GONE, Messages.get("mapping.this")));
    }

    /**
     * Says so of many at once, all in one transaction.
     *
     * @return those that were written, as they stand now; of the others somebody said something meanwhile, or they are gone
     */
    public List<MappingRow> assignAll(List<Assigned> wishes) {
        return database.write(session -> {
            var written = new ArrayList<MappingRow>();
            for (var wish : wishes) {
                var row = wish.row();
                if (edit(row, wish.here()).apply(session)) {
                    row(session, row.id()).ifPresent(written::add);
                }
            }
            return written;
        });
    }

    private Edit edit(MappingRow row, @Nullable Choice here) {
        var edit = Edit.of("integration_mappings", row.id(), row.rowVersion());
        var id = here == null ? null : here.id();
        if (row.isComputer()) {
            edit.column("infrastructure_id", row.machineId(), id);
        } else {
            edit.column("client_id", row.clientId(), id);
        }
        return edit.column("mapped_by", row.mappedBy(), who.get()).keep("created_at");
    }
}
