package dev.rackside.insight;

import dev.rackside.db.Condition;
import dev.rackside.db.Listing;
import dev.rackside.db.SortColumn;
import dev.rackside.row.Facet;
import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The list of insights: its columns, its orders, what narrows it and what can be counted by. */
final class InsightList {

    /** Half-lives as {@link InsightCategory#halfLifeDays()} has them, by the server's clock. */
    static final String STALE = """
            r.lastVerified is null or r.lastVerified < instant - 365 day \
            or r.lastVerified < instant - 180 day and coalesce(r.category, '') <> 'command_constraints' \
            or r.lastVerified < instant - 90 day and coalesce(r.category, '') = 'version_limitations'""";

    /** Commands are stored as JSON, byte for byte compared and with escapes: searched as a person reads them. */
    private static final String EXAMPLES = """
            cast(sql('replace(replace(convert(? using utf8mb4), concat(char(92 using utf8mb4), char(34 using utf8mb4)), \
            char(34 using utf8mb4)), concat(char(92 using utf8mb4), char(92 using utf8mb4)), \
            char(92 using utf8mb4)) collate utf8mb4_unicode_ci', r.examples) as String)""";

    /** The same for words that hold no sign that JSON escapes: they stand there as a person reads them. */
    private static final String PLAIN_EXAMPLES = """
            cast(sql('convert(? using utf8mb4) collate utf8mb4_unicode_ci', r.examples) as String)""";

    private static final String SEARCHED = "r.title like {0} or r.description like {0} or " + EXAMPLES
            + " like {0} or ";
    private static final String PLAIN_SEARCHED = "r.title like {0} or r.description like {0} or " + PLAIN_EXAMPLES
            + " like {0} or ";
    /** Row by row, which is quick where few rows are looked at; and all at once, where all are. */
    private static final String ITS_MACHINE = "(select m1.hostname from Machine m1 where m1.id = r.machineId) like {0}";
    private static final String ANY_MACHINE = "r.machineId in (select m1.id from Machine m1 where m1.hostname like {0})";

    static final Listing<InsightRow> LIST = Listing.of(InsightRow.class, "Insight r")
            .joins("left join Client c on c.id = r.clientId left join Machine m on m.id = r.machineId")
            .select("r.id, r.priority, r.title, r.category, r.confidence, r.clientId, c.name, r.machineId, m.hostname, "
                    + "r.lastVerified, r.updatedAt, case when " + STALE + " then 1 else 0 end")
            .changedAt("r.updatedAt")
            .glancing("select id from environmental_insights"
                    + " where match(insight_title, insight_description) against (:words in boolean mode)")
            .orderedBy("priority", SortColumn.<InsightRow>own("r.priority", InsightRow::priority)
                    .then("r.updatedAt", InsightRow::updatedAt))
            .orderedBy("title", SortColumn.own("r.title", InsightRow::title))
            .orderedBy("category", SortColumn.own("r.category", row -> row.category().text()))
            .orderedBy("confidence", SortColumn.own("r.confidence", row -> row.confidence().text()))
            .orderedBy("client", SortColumn.joined("c.name", InsightRow::client))
            .orderedBy("machine", SortColumn.joined("m.hostname", InsightRow::machine))
            .orderedBy("verified",
                    SortColumn.own("r.lastVerified", InsightRow::lastVerified))
            .orderedBy("updated",
                    SortColumn.own("r.updatedAt", InsightRow::updatedAt));

    private InsightList() {
    }

    static Condition condition(InsightFilter filter) {
        return condition(filter, null);
    }

    /** What can be chosen of each facet under what is chosen of the others, with how many rows. */
    static Map<InsightFacet, List<Facet>> facets(StatelessSession session, InsightFilter filter) {
        if (filter.text() != null) {
            return InsightSearchFacets.of(session, filter);
        }
        var facets = new EnumMap<InsightFacet, List<Facet>>(InsightFacet.class);
        for (var facet : InsightFacet.values()) {
            facets.put(facet, facet(session, facet, condition(filter, facet)));
        }
        return facets;
    }

    private static List<Facet> facet(StatelessSession session, InsightFacet facet, Condition condition) {
        return switch (facet) {
            case CLIENT -> LIST.namedFacet(session, "r.clientId", InsightSearchFacets.CLIENT_NAMES, condition);
            case MACHINE -> LIST.namedFacet(session, "r.machineId", InsightSearchFacets.MACHINE_NAMES, condition);
            case TAG -> LIST.namedFacet(session, "t.tagId", "join MachineTag t on t.machineId = r.machineId",
                    InsightSearchFacets.TAG_NAMES, condition);
            case CATEGORY -> LIST.facetOrNone(session, "r.category", condition);
            case CONFIDENCE -> LIST.facetOrNone(session, "r.confidence", condition);
            case PRIORITY -> LIST.facetOrNone(session, "r.priority", condition);
            case STALE -> LIST.facet(session, "case when " + STALE + " then '" + InsightFacet.NOT_VERIFIED + "' else '"
                    + InsightFacet.VERIFIED + "' end", condition, text -> text);
        };
    }

    static Condition condition(InsightFilter filter, @Nullable InsightFacet except) {
        var text = filter.text();
        var condition = new Condition();
        if (text != null && (text.contains("\\") || text.contains("\""))) {
            condition.search(SEARCHED + ITS_MACHINE, SEARCHED + ANY_MACHINE, text);
        } else {
            condition.search(PLAIN_SEARCHED + ITS_MACHINE, PLAIN_SEARCHED + ANY_MACHINE, text);
        }
        condition
                .and("r.clientId = :scope", "scope", filter.scope());
        filter.chosen().forEach((facet, values) -> {
            if (facet != except) {
                narrow(condition, facet, values);
            }
        });
        return condition;
    }

    private static void narrow(Condition condition, InsightFacet facet, Set<String> values) {
        switch (facet) {
            case CLIENT -> either(condition, values, UUID::fromString, "clients", "r.clientId in (:clients)",
                    "coalesce(cast(r.clientId as String), '') in (:clients)");
            case MACHINE -> either(condition, values, UUID::fromString, "machines", "r.machineId in (:machines)",
                    "coalesce(cast(r.machineId as String), '') in (:machines)");
            case CATEGORY -> either(condition, values, text -> text, "categories", "r.category in (:categories)",
                    "coalesce(r.category, '') in (:categories)");
            case CONFIDENCE -> either(condition, values, text -> text, "confidences", "r.confidence in (:confidences)",
                    "coalesce(r.confidence, '') in (:confidences)");
            case PRIORITY -> either(condition, values, Integer::valueOf, "priorities", "r.priority in (:priorities)",
                    "coalesce(cast(r.priority as String), '') in (:priorities)");
            case TAG -> condition.andIn(
                    "r.machineId in (select t1.machineId from MachineTag t1 where t1.tagId in (:tags))", "tags",
                    values.stream().map(UUID::fromString).toList());
            case STALE -> stale(condition, values);
        }
    }

    /** By the column itself, so that its index helps, unless rows without a value are wanted too. */
    private static void either(Condition condition, Set<String> values, Function<String, Object> value,
            @CompileTimeConstant String parameter, @CompileTimeConstant String column,
            @CompileTimeConstant String orNone) {
        if (values.contains(InsightFacet.NONE)) {
            condition.andIn(orNone, parameter, values);
        } else {
            condition.andIn(column, parameter, values.stream().map(value).collect(Collectors.toList()));
        }
    }

    private static void stale(Condition condition, Set<String> values) {
        if (values.equals(Set.of(InsightFacet.NOT_VERIFIED))) {
            condition.and(STALE);
        } else if (values.equals(Set.of(InsightFacet.VERIFIED))) {
            condition.and("not (" + STALE + ")");
        }
    }
}
