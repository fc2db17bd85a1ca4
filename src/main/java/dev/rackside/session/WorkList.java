package dev.rackside.session;

import dev.rackside.db.Condition;
import dev.rackside.db.Listing;
import dev.rackside.db.SortColumn;
import dev.rackside.row.Facet;
import dev.rackside.tag.TagService;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The list of work items: its columns, what narrows it, and the counts of its facets. */
final class WorkList {

    private static final String URGENCY = "case r.priority when 'critical' then 4 when 'high' then 3 "
            + "when 'medium' then 2 when 'low' then 1 else 0 end";

    private static final String CLIENT = "(select s1.clientId from WorkSession s1 where s1.id = r.sessionId)";

    static final Listing<WorkRow> LIST = Listing.of(WorkRow.class, "WorkItem r")
            .joins("""
                    left join WorkSession s on s.id = r.sessionId left join Client c on c.id = s.clientId \
                    left join Machine m on m.id = r.infrastructureId""")
            .select("""
                    r.id, r.title, r.category, r.status, r.priority, r.sessionId, s.title, s.sessionDate, s.clientId, \
                    c.name, r.infrastructureId, m.hostname, r.estimatedMinutes, r.actualMinutes, r.completedAt, \
                    (select listagg(t.name, ', ') within group (order by t.name) from WorkItemTag w \
                    join Tag t on t.id = w.tagId where w.workItemId = r.id), r.createdAt, r.updatedAt""")
            .changedAt("r.updatedAt")
            .orderedBy("created", SortColumn.own("r.createdAt", WorkRow::createdAt))
            .orderedBy("title", SortColumn.own("r.title", WorkRow::title))
            .orderedBy("category", SortColumn.own("r.category", row -> row.category().text()))
            .orderedBy("status", SortColumn.own("r.status", row -> row.status().text()))
            .orderedBy("priority", SortColumn.<WorkRow>own(URGENCY, WorkRow::urgency)
                    .then("r.createdAt", WorkRow::createdAt))
            .orderedBy("session", SortColumn.joined("s.title", WorkRow::sessionTitle))
            .orderedBy("client", SortColumn.joined("c.name", WorkRow::clientName))
            .orderedBy("machine", SortColumn.joined("m.hostname", WorkRow::machine))
            .orderedBy("minutes", SortColumn.own("r.actualMinutes", WorkRow::actualMinutes))
            .orderedBy("updated", SortColumn.own("r.updatedAt", WorkRow::updatedAt));

    private static final Listing<WorkRow> CLIENTS = Listing.of(WorkRow.class,
            "WorkItem r left join WorkSession s on s.id = r.sessionId left join Client c on c.id = s.clientId");
    private static final Listing<WorkRow> MACHINES = Listing.of(WorkRow.class,
            "WorkItem r left join Machine m on m.id = r.infrastructureId");

    private WorkList() {
    }

    static Condition condition(WorkFilter filter) {
        return condition(filter, null);
    }

    /** What can be chosen of each facet under what is chosen of the others, with how many rows. */
    static Map<WorkFacet, List<Facet>> facets(StatelessSession session, WorkFilter filter) {
        var facets = new EnumMap<WorkFacet, List<Facet>>(WorkFacet.class);
        for (var facet : WorkFacet.values()) {
            // Under "all of", a further tag narrows what the others left.
            var except = facet == WorkFacet.TAG && filter.allTags() ? null : facet;
            facets.put(facet, facet(session, facet, condition(filter, except)));
        }
        return facets;
    }

    private static List<Facet> facet(StatelessSession session, WorkFacet facet, Condition condition) {
        return switch (facet) {
            case CLIENT -> CLIENTS.joinedFacet(session, "coalesce(cast(s.clientId as String), '')", "c.name",
                    condition);
            case MACHINE -> MACHINES.joinedFacet(session, "coalesce(cast(r.infrastructureId as String), '')",
                    "m.hostname", condition);
            case STATUS -> LIST.facet(session, "coalesce(r.status, '')", condition, UnaryOperator.identity());
            case PRIORITY -> LIST.facet(session, "coalesce(r.priority, '')", condition, UnaryOperator.identity());
            case CATEGORY -> LIST.facet(session, "coalesce(r.category, '')", condition, UnaryOperator.identity());
            case TAG -> TagService.labelled(session, LIST.facet(session, "t.tagId",
                    "join WorkItemTag t on t.workItemId = r.id", condition, UnaryOperator.identity()));
        };
    }

    private static Condition condition(WorkFilter filter, @Nullable WorkFacet except) {
        var condition = new Condition()
                .search("r.title like {0} or r.description like {0}", filter.text())
                .and("r.sessionId = :session", "session", filter.session())
                .and("r.sessionId in (select s0.id from WorkSession s0 where s0.clientId = :scope)", "scope",
                        filter.scope());
        filter.chosen().forEach((facet, values) -> {
            if (facet != except) {
                narrow(condition, facet, values, filter.allTags());
            }
        });
        return condition;
    }

    private static void narrow(Condition condition, WorkFacet facet, Set<String> values, boolean allTags) {
        switch (facet) {
            case CLIENT -> clients(condition, values);
            case MACHINE -> machines(condition, values);
            case STATUS -> condition.andIn("coalesce(r.status, '') in (:statuses)", "statuses", values);
            case PRIORITY -> condition.andIn("coalesce(r.priority, '') in (:priorities)", "priorities", values);
            case CATEGORY -> condition.andIn("coalesce(r.category, '') in (:categories)", "categories", values);
            case TAG -> tags(condition, ids(values), allTags);
        }
    }

    /** By the columns themselves, so that their indexes help, unless rows without a value are wanted too. */
    private static void clients(Condition condition, Set<String> values) {
        if (values.contains(WorkFacet.NONE)) {
            condition.andIn("coalesce(cast(" + CLIENT + " as String), '') in (:clients)", "clients", values);
        } else {
            condition.andIn("r.sessionId in (select s1.id from WorkSession s1 where s1.clientId in (:clients))",
                    "clients", ids(values));
        }
    }

    private static void machines(Condition condition, Set<String> values) {
        if (values.contains(WorkFacet.NONE)) {
            condition.andIn("coalesce(cast(r.infrastructureId as String), '') in (:machines)", "machines", values);
        } else {
            condition.andIn("r.infrastructureId in (:machines)", "machines", ids(values));
        }
    }

    private static void tags(Condition condition, List<UUID> tags, boolean all) {
        if (all) {
            condition.andEach("exists (select 1 from WorkItemTag t1 where t1.workItemId = r.id and t1.tagId = {0})",
                    "tag", tags);
        } else {
            condition.andIn("exists (select 1 from WorkItemTag t1 where t1.workItemId = r.id and t1.tagId in (:tags))",
                    "tags", tags);
        }
    }

    private static List<UUID> ids(Set<String> values) {
        return values.stream().map(UUID::fromString).toList();
    }
}
