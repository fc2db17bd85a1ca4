package dev.rackside.insight;

import dev.rackside.db.Listing;
import dev.rackside.row.Facet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * What a search can be narrowed by. To find the rows takes the time, so they are looked for once and counted by
 * everything here; of very many only so many that their counts say "at least".
 */
final class InsightSearchFacets {

    static final String CLIENT_NAMES = "select c.id, c.name from Client c where c.id in (:ids)";
    static final String MACHINE_NAMES = "select m.id, m.hostname from Machine m where m.id in (:ids)";
    static final String TAG_NAMES = "select g.id, g.name from Tag g where g.id in (:ids)";

    private static final int COUNTED = 10_000;
    private static final int NAMED = 1_000;

    /** In the order of {@link InsightFacet}. */
    private static final String VALUES = "r.clientId, r.machineId, r.category, r.confidence, r.priority, "
            + "(select listagg(cast(t.tagId as String), ',') within group (order by t.tagId) from MachineTag t "
            + "where t.machineId = r.machineId), case when " + InsightList.STALE + " then '" + InsightFacet.NOT_VERIFIED
            + "' else '" + InsightFacet.VERIFIED + "' end";

    private InsightSearchFacets() {
    }

    /** Each facet under what is chosen of the others: those of which nothing is chosen share one look. */
    static Map<InsightFacet, List<Facet>> of(StatelessSession session, InsightFilter filter) {
        var shared = filter.chosen().keySet();
        var facets = new EnumMap<InsightFacet, List<Facet>>(InsightFacet.class);
        var rows = rows(session, filter, null);
        for (var facet : InsightFacet.values()) {
            facets.put(facet, counted(session, facet, shared.contains(facet) ? rows(session, filter, facet) : rows));
        }
        return facets;
    }

    private static List<Object[]> rows(StatelessSession session, InsightFilter filter, @Nullable InsightFacet except) {
        return InsightList.LIST.values(session, VALUES, InsightList.condition(filter, except), COUNTED + 1);
    }

    /** Where a facet's value stands in a line of {@link #VALUES}, which has them in the order of the facets. */
    @SuppressWarnings("EnumOrdinal")
    private static int place(InsightFacet facet) {
        return facet.ordinal();
    }

    private static List<Facet> counted(StatelessSession session, InsightFacet facet, List<Object[]> rows) {
        var counts = new HashMap<String, Long>();
        for (var row : rows.subList(0, Math.min(rows.size(), COUNTED))) {
            var value = row[place(facet)];
            if (facet != InsightFacet.TAG) {
                counts.merge(value == null ? InsightFacet.NONE : value.toString(), 1L, Long::sum);
            } else if (value != null) {
                Set.of(value.toString().split(",")).forEach(tag -> counts.merge(tag, 1L, Long::sum));
            }
        }
        var facets = Facet.ordered(counts, rows.size() > COUNTED);
        return switch (facet) {
            case CLIENT -> named(facets, Listing.names(session, CLIENT_NAMES, ids(facets)));
            case MACHINE -> named(facets.subList(0, Math.min(facets.size(), NAMED)),
                    Listing.names(session, MACHINE_NAMES, ids(facets)));
            case TAG -> named(facets, Listing.names(session, TAG_NAMES, ids(facets)));
            default -> facets;
        };
    }

    private static List<UUID> ids(List<Facet> facets) {
        return facets.stream().limit(NAMED).map(Facet::value).filter(value -> !value.isEmpty()).map(UUID::fromString)
                .toList();
    }

    private static List<Facet> named(List<Facet> facets, Map<String, String> names) {
        return facets.stream().map(facet -> facet
                .labelled(Objects.requireNonNull(names.getOrDefault(facet.value(), facet.value())))).toList();
    }
}
