package dev.rackside.failure;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.rackside.db.Condition;
import dev.rackside.db.Listing;
import dev.rackside.db.SortColumn;
import dev.rackside.row.Facet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The list of failure patterns: its columns, its orders, what narrows it and what can be counted by. */
final class FailureList {

    private static final String RANK = """
            case r.severity when 'blocking' then 4 when 'major' then 3 when 'minor' then 2 when 'info' then 1 else 0 end""";

    private static final String SEARCHED = """
            r.signature like {0} or r.errorPattern like {0} or r.rootCause like {0} \
            or r.recommendedSolution like {0} or r.alternativeApproaches like {0}""";

    static final Listing<FailureRow> LIST = Listing.of(FailureRow.class, "FailurePattern r")
            .joins("left join Client c on c.id = r.clientId left join Machine m on m.id = r.machineId")
            .select("r.id, r.signature, r.type, r.severity, " + RANK + ", r.clientId, c.name, r.machineId, "
                    + "m.hostname, r.occurrences, r.firstSeen, r.lastSeen, r.active")
            .changedAt("r.updatedAt")
            .orderedBy("seen", SortColumn.own("r.lastSeen", FailureRow::lastSeen))
            .orderedBy("first", SortColumn.own("r.firstSeen", FailureRow::firstSeen))
            .orderedBy("occurrences", SortColumn.own("r.occurrences", FailureRow::occurrences))
            .orderedBy("severity", SortColumn.<FailureRow>own(RANK, FailureRow::rank)
                    .then("r.lastSeen", FailureRow::lastSeen))
            .orderedBy("signature", SortColumn.own("r.signature", FailureRow::signature))
            .orderedBy("type", SortColumn.own("r.type", row -> row.type().text()))
            .orderedBy("client", SortColumn.joined("c.name", FailureRow::client))
            .orderedBy("machine", SortColumn.joined("m.hostname", FailureRow::machine));

    private static final Listing<FailureRow> CLIENTS = Listing.of(FailureRow.class,
            "FailurePattern r left join Client c on c.id = r.clientId");
    private static final Listing<FailureRow> MACHINES = Listing.of(FailureRow.class,
            "FailurePattern r left join Machine m on m.id = r.machineId");

    private FailureList() {
    }

    static Condition condition(FailureFilter filter) {
        return condition(filter, null);
    }

    /** What can be chosen of each facet under what is chosen of the others, with how many rows. */
    static Map<FailureFacet, List<Facet>> facets(StatelessSession session, FailureFilter filter) {
        var facets = new EnumMap<FailureFacet, List<Facet>>(FailureFacet.class);
        for (var facet : FailureFacet.values()) {
            facets.put(facet, facet(session, facet, condition(filter, facet)));
        }
        return facets;
    }

    private static List<Facet> facet(StatelessSession session, FailureFacet facet, Condition condition) {
        return switch (facet) {
            case CLIENT -> CLIENTS.joinedFacet(session, "coalesce(cast(r.clientId as String), '')", "c.name",
                    condition);
            case MACHINE -> MACHINES.joinedFacet(session, "coalesce(cast(r.machineId as String), '')", "m.hostname",
                    condition);
            case TYPE -> LIST.facet(session, "coalesce(r.type, '')", condition, text -> text);
            case SEVERITY -> LIST.facet(session, "coalesce(r.severity, '')", condition, text -> text);
            case ACTIVE -> LIST.facet(session, "case when r.active = true then '" + FailureFacet.YES + "' else '"
                    + FailureFacet.NO + "' end", condition, text -> text);
        };
    }

    private static Condition condition(FailureFilter filter, @Nullable FailureFacet except) {
        var condition = new Condition()
                .search(SEARCHED, filter.text())
                .and("r.clientId = :scope", "scope", filter.scope());
        filter.chosen().forEach((facet, values) -> {
            if (facet != except) {
                narrow(condition, facet, values);
            }
        });
        return condition;
    }

    private static void narrow(Condition condition, FailureFacet facet, Set<String> values) {
        switch (facet) {
            case CLIENT -> either(condition, values, UUID::fromString, "clients", "r.clientId in (:clients)",
                    "coalesce(cast(r.clientId as String), '') in (:clients)");
            case MACHINE -> either(condition, values, UUID::fromString, "machines", "r.machineId in (:machines)",
                    "coalesce(cast(r.machineId as String), '') in (:machines)");
            case TYPE -> either(condition, values, text -> text, "types", "r.type in (:types)",
                    "coalesce(r.type, '') in (:types)");
            case SEVERITY -> either(condition, values, text -> text, "severities", "r.severity in (:severities)",
                    "coalesce(r.severity, '') in (:severities)");
            case ACTIVE -> active(condition, values);
        }
    }

    private static void active(Condition condition, Set<String> values) {
        if (values.equals(Set.of(FailureFacet.YES))) {
            condition.and("r.active = true");
        } else if (values.equals(Set.of(FailureFacet.NO))) {
            condition.and("r.active is null or r.active <> true");
        }
    }

    /** By the column itself, so that its index helps, unless rows without a value are wanted too. */
    private static void either(Condition condition, Set<String> values, Function<String, Object> value,
            @CompileTimeConstant String parameter, @CompileTimeConstant String column,
            @CompileTimeConstant String orNone) {
        if (values.contains(FailureFacet.NONE)) {
            condition.andIn(orNone, parameter, values);
        } else {
            condition.andIn(column, parameter, values.stream().map(value).collect(Collectors.toList()));
        }
    }
}
