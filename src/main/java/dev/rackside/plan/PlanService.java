package dev.rackside.plan;

import dev.rackside.db.Condition;
import dev.rackside.db.Database;
import dev.rackside.db.Listing;
import dev.rackside.db.SortColumn;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.ExternalKind;
import dev.rackside.integration.InboundLog;
import dev.rackside.integration.MappingService;
import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.FacetedList;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Rows;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The door to the backup plans of clients' machines. They are read here, never edited: they are as their system reported
 * them last. Every call reads the database, so none is made on the screen thread.
 */
public final class PlanService implements FacetedList<PlanRow, PlanFacet> {

    /** The classes that the room maps. */
    public static final Set<Class<?>> ENTITIES = Set.of(BackupPlan.class);

    /** What needs somebody comes first. */
    public static final Order DEFAULT_ORDER = Order.by("state");

    private static final int MOST_RUNS = 100;

    private static final String OWNED = """
            exists (select 1 from Mapping x where x.system = r.system and x.kind = 'customer' \
            and x.externalId = r.customerKey and cast(x.clientId as String) in (:clients))""";
    private static final String UNOWNED = """
            not exists (select 1 from Mapping y where y.system = r.system and y.kind = 'customer' \
            and y.externalId = r.customerKey and y.clientId is not null)""";

    static final Listing<PlanRow> LIST = Listing.of(PlanRow.class, "BackupPlan r")
            .joins("""
                    left join Mapping cm on cm.system = r.system and cm.kind = 'customer' \
                    and cm.externalId = r.customerKey left join Client c on c.id = cm.clientId \
                    left join Mapping mm on mm.system = r.system and mm.kind = 'computer' \
                    and mm.externalId = r.computerKey left join Machine m on m.id = mm.machineId""")
            .select("""
                    r.id, r.name, r.type, r.state, r.status, c.id, c.name, r.company, m.id, m.hostname, r.computer, \
                    r.lastStart, r.nextStart, r.duration, r.dataCopied, r.lastSeenAt""")
            .changedAt("r.lastSeenAt")
            .orderedBy("state", SortColumn.own(PlanState.RANK, PlanRow::rank).then("r.name", PlanRow::name))
            .orderedBy("name", SortColumn.own("r.name", PlanRow::name))
            .orderedBy("type", SortColumn.own("r.type", PlanRow::type))
            .orderedBy("client", SortColumn.joined("coalesce(c.name, r.company)", PlanRow::owner))
            .orderedBy("machine", SortColumn.joined("coalesce(m.hostname, r.computer)", PlanRow::machine))
            .orderedBy("last", SortColumn.own("r.lastStart", PlanRow::lastStart))
            .orderedBy("next", SortColumn.own("r.nextStart", PlanRow::nextStart))
            .orderedBy("data", SortColumn.own("r.dataCopied", PlanRow::dataCopied));

    private final Database database;

    public PlanService(Database database) {
        this.database = database;
    }

    @Override
    public Rows<PlanRow> list(FacetFilter<PlanFacet> filter) {
        return LIST.rows(database, condition(filter));
    }

    @Override
    public Optional<PlanRow> row(UUID id) {
        return LIST.rows(database, new Condition().and("r.id = :id", "id", id))
                .page(PageRequest.start(DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }

    @Override
    public Map<PlanFacet, List<Facet>> facets(FacetFilter<PlanFacet> filter) {
        return database.read(session -> {
            var facets = new EnumMap<PlanFacet, List<Facet>>(PlanFacet.class);
            for (var facet : PlanFacet.values()) {
                var others = condition(filter.without(facet));
                facets.put(facet, switch (facet) {
                    case STATE -> LIST.facetOrNone(session, "r.state", others);
                    case CLIENT -> LIST.joinedFacet(session, "coalesce(cast(c.id as String), '')",
                            "coalesce(c.name, '')", others);
                    case TYPE -> LIST.facetOrNone(session, "r.type", others);
                });
            }
            return facets;
        });
    }

    private static Condition condition(FacetFilter<PlanFacet> filter) {
        var condition = new Condition()
                .search("""
                        r.name like {0} or r.company like {0} or r.computer like {0} or r.error like {0} \
                        or r.externalId like {0}""", filter.text())
                .andIn("r.state in (:states)", "states", filter.chosen(PlanFacet.STATE))
                .andIn("coalesce(r.type, '') in (:types)", "types", filter.chosen(PlanFacet.TYPE));
        var clients = filter.chosen(PlanFacet.CLIENT);
        var known = clients.stream().filter(client -> !client.isEmpty()).collect(Collectors.toSet());
        if (clients.size() == known.size()) {
            return condition.andIn(OWNED, "clients", known);
        }
        return known.isEmpty() ? condition.and(UNOWNED) : condition.andIn(OWNED + " or " + UNOWNED, "clients", known);
    }

    /** @throws Problem ROW_GONE where it was deleted */
    public PlanDetail detail(UUID id) {
        var row = row(id).orElseThrow(PlanService::gone);
        return database.read(session -> {
            var plan = new BackupPlans_(session).byId(id).orElseThrow(PlanService::gone);
            return new PlanDetail(row, plan.storage, plan.filesCopied, plan.filesFailed, plan.error, plan.firstSeenAt,
                    mapping(session, ExternalKind.CUSTOMER, plan.customerKey),
                    mapping(session, ExternalKind.COMPUTER, plan.computerKey), runs(session, plan.externalId));
        });
    }

    private static Problem gone() {
        return new Problem(ErrorCode.ROW_GONE, Messages.get("plan.this"));
    }

    private static @Nullable UUID mapping(StatelessSession session, ExternalKind kind, @Nullable String key) {
        return key == null ? null : MappingService.find(session, ExchangeSystem.MSP_BACKUPS, kind, key).orElse(null);
    }

    private static List<PlanRun> runs(StatelessSession session, String plan) {
        return InboundLog.about(session, ExchangeSystem.MSP_BACKUPS, plan, MOST_RUNS).stream()
                .map(kept -> PlanRun.of(kept.id(), kept.at(), kept.content())).toList();
    }

    /**
     * How the plans stand as a whole.
     *
     * @param counts of every state that there is
     * @param seenAt when a system told of any of them last; null where there are none
     */
    public record Standing(Map<PlanState, Long> counts, @Nullable Instant seenAt) {

        public long count(PlanState state) {
            return counts.getOrDefault(state, 0L);
        }
    }

    public Standing standing() {
        return database.read(session -> {
            var counts = new EnumMap<PlanState, Long>(PlanState.class);
            Instant seen = null;
            for (var group : new BackupPlans_(session).counted()) {
                for (var state : PlanState.values()) {
                    if (state.code().equals(group[0])) {
                        counts.put(state, (Long) group[1]);
                    }
                }
                var at = (Instant) group[2];
                seen = seen == null || at.isAfter(seen) ? at : seen;
            }
            return new Standing(counts, seen);
        });
    }
}
