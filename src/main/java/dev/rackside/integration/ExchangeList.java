package dev.rackside.integration;

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
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The log: its columns, its order, what narrows it and what can be counted by. */
final class ExchangeList {

    /** Only by time: any other order would sort a million rows for a hundred. */
    static final Listing<ExchangeRow> LIST = Listing.of(ExchangeRow.class, "Exchange r")
            .joins("left join WorkSession s on s.id = r.sessionId left join Client c on c.id = s.clientId")
            .select("r.id, r.createdAt, r.system, r.action, r.direction, r.outcome, r.httpStatus, r.durationMs, "
                    + "r.externalId, r.sessionId, c.name, r.createdBy")
            .changedAt("r.createdAt")
            .orderedBy("created", SortColumn.own("r.createdAt", ExchangeRow::createdAt));

    private static final String STATUS = """
            case when r.httpStatus is null then '' when r.httpStatus between 100 and 199 then '1' \
            when r.httpStatus between 200 and 299 then '2' when r.httpStatus between 300 and 399 then '3' \
            when r.httpStatus between 400 and 499 then '4' when r.httpStatus between 500 and 599 then '5' \
            else 'x' end""";

    /** The server folds what is constant and reads only the ranges that are wanted. */
    private static final String STATUS_IN = """
            locate('1', :statuses) > 0 and r.httpStatus between 100 and 199 \
            or locate('2', :statuses) > 0 and r.httpStatus between 200 and 299 \
            or locate('3', :statuses) > 0 and r.httpStatus between 300 and 399 \
            or locate('4', :statuses) > 0 and r.httpStatus between 400 and 499 \
            or locate('5', :statuses) > 0 and r.httpStatus between 500 and 599 \
            or locate('x', :statuses) > 0 and (r.httpStatus < 100 or r.httpStatus > 599) \
            or locate('-', :statuses) > 0 and r.httpStatus is null""";

    private static final String SEARCHED = "r.externalId like {0} or r.externalUrl like {0}";

    private static final String NOTHING = "r.id is null";

    /** A few ids more than that, and it is quicker to walk. */
    private static final int FEW = 1000;

    private ExchangeList() {
    }

    /**
     * What a search and a client come down to: where it is little, it is named id by id, and the server needs no plan;
     * where it is much, the log is walked from its newest row until a page is full.
     *
     * @param found the rows that the search finds; null where there is none, or they are many
     * @param sessions those of the client; null where none is meant, or they are many
     */
    record Reach(@Nullable List<UUID> found, @Nullable List<UUID> sessions) {}

    static Reach reach(StatelessSession session, ExchangeFilter filter) {
        return new Reach(found(session, filter), sessions(session, filter));
    }

    private static @Nullable List<UUID> found(StatelessSession session, ExchangeFilter filter) {
        if (filter.text() == null) {
            return null;
        }
        var found = LIST.ids(session, new Condition().search(SEARCHED, filter.text()), FEW + 1);
        return found.size() > FEW ? null : found;
    }

    private static @Nullable List<UUID> sessions(StatelessSession session, ExchangeFilter filter) {
        var clients = clients(filter);
        if (clients.isEmpty() || withoutClient(filter)) {
            return null;
        }
        var sessions = session.createSelectionQuery("select s.id from WorkSession s where s.clientId in (:clients)",
                UUID.class).setParameterList("clients", clients).setMaxResults(FEW + 1).getResultList();
        return sessions.size() > FEW ? null : sessions;
    }

    private static Set<UUID> clients(ExchangeFilter filter) {
        var scope = filter.scope();
        return scope != null
                ? Set.of(scope)
                : filter.chosen(ExchangeFacet.CLIENT).stream().filter(value -> !value.equals(ExchangeFacet.NONE))
                        .map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean withoutClient(ExchangeFilter filter) {
        return filter.scope() == null && filter.chosen(ExchangeFacet.CLIENT).contains(ExchangeFacet.NONE);
    }

    /** What can be chosen of each facet under what is chosen of the others, with how many rows. */
    static Map<ExchangeFacet, List<Facet>> facets(StatelessSession session, ExchangeFilter filter,
            Set<ExchangeFacet> wanted) {
        var facets = new EnumMap<ExchangeFacet, List<Facet>>(ExchangeFacet.class);
        var reach = reach(session, filter);
        for (var facet : wanted) {
            facets.put(facet, facet(session, facet, filter, reach));
        }
        return facets;
    }

    static List<Facet> facet(StatelessSession session, ExchangeFacet facet, ExchangeFilter filter, Reach reach) {
        return facet(session, facet, counted(filter.with(facet, Set.of()), reach));
    }

    private static List<Facet> facet(StatelessSession session, ExchangeFacet facet, Condition condition) {
        return switch (facet) {
            case SYSTEM -> LIST.facet(session, "coalesce(r.system, '')", condition, text -> text);
            case ACTION -> LIST.facet(session, "coalesce(r.action, '')", condition, text -> text);
            case DIRECTION -> LIST.facet(session, "coalesce(r.direction, '')", condition, text -> text);
            case OUTCOME -> LIST.facet(session, "coalesce(r.outcome, '')", condition, text -> text);
            case STATUS -> LIST.facet(session, STATUS, condition, text -> text);
            case CLIENT -> LIST.joinedFacet(session, "coalesce(cast(s.clientId as String), '')", "c.name", condition);
        };
    }

    /** To read a page along the index of the order. */
    static Condition walked(ExchangeFilter filter, Reach reach) {
        var condition = condition(filter, reach);
        var sessions = reach.sessions();
        if (sessions != null) {
            among(condition, sessions);
        } else if (withoutClient(filter)) {
            condition.andIn("coalesce((select cast(s1.clientId as String) from WorkSession s1 "
                    + "where s1.id = r.sessionId), '') in (:clients)", "clients", filter.chosen(ExchangeFacet.CLIENT));
        } else {
            condition.andIn("(select s1.clientId from WorkSession s1 where s1.id = r.sessionId) in (:clients)",
                    "clients", clients(filter));
        }
        return condition;
    }

    /** To count all that there is. */
    static Condition counted(ExchangeFilter filter, Reach reach) {
        var condition = condition(filter, reach);
        var clients = clients(filter);
        var sessions = reach.sessions();
        if (sessions != null && !clients.isEmpty()) {
            among(condition, sessions);
        } else if (!withoutClient(filter)) {
            condition.andIn("r.sessionId in (select s2.id from WorkSession s2 where s2.clientId in (:clients))",
                    "clients", clients);
        } else if (clients.isEmpty()) {
            condition.and("r.sessionId is null or r.sessionId in "
                    + "(select s2.id from WorkSession s2 where s2.clientId is null)");
        } else {
            condition.andIn("r.sessionId is null or r.sessionId in (select s2.id from WorkSession s2 "
                    + "where s2.clientId is null or s2.clientId in (:clients))", "clients", clients);
        }
        return condition;
    }

    private static void among(Condition condition, List<UUID> sessions) {
        if (sessions.isEmpty()) {
            condition.and(NOTHING);
        } else {
            condition.andIn("r.sessionId in (:sessions)", "sessions", sessions);
        }
    }

    private static Condition condition(ExchangeFilter filter, Reach reach) {
        var condition = new Condition()
                .and("r.createdAt >= :from", "from", filter.from())
                .and("r.createdAt < :until", "until", filter.until());
        var found = reach.found();
        if (found == null) {
            condition.search(SEARCHED, filter.text());
        } else if (found.isEmpty()) {
            condition.and(NOTHING);
        } else {
            condition.andIn("r.id in (:found)", "found", found);
        }
        filter.chosen().forEach((facet, values) -> narrow(condition, facet, values));
        return condition;
    }

    private static void narrow(Condition condition, ExchangeFacet facet, Set<String> values) {
        switch (facet) {
            case SYSTEM -> either(condition, values, "systems", "r.system in (:systems)",
                    "r.system in (:systems) or r.system is null");
            case ACTION -> either(condition, values, "actions", "r.action in (:actions)",
                    "r.action in (:actions) or r.action is null");
            case DIRECTION -> either(condition, values, "directions", "r.direction in (:directions)",
                    "r.direction in (:directions) or r.direction is null");
            case OUTCOME -> either(condition, values, "outcomes", "r.outcome in (:outcomes)",
                    "r.outcome in (:outcomes) or r.outcome is null");
            case STATUS -> condition.and(STATUS_IN, "statuses",
                    String.join(" ", values) + (values.contains(ExchangeFacet.NONE) ? "-" : ""));
            case CLIENT -> {
                // Through the sessions, by whoever walks or counts.
            }
        }
    }

    private static void either(Condition condition, Set<String> values, @CompileTimeConstant String parameter,
            @CompileTimeConstant String column, @CompileTimeConstant String orNone) {
        condition.andIn(values.contains(ExchangeFacet.NONE) ? orNone : column, parameter, values);
    }
}
