package dev.rackside.access;

import dev.rackside.db.Condition;
import dev.rackside.db.Listing;
import dev.rackside.db.SortColumn;
import dev.rackside.row.Facet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.StatelessSession;

/** The list of people: its columns, its orders, what narrows it and what can be counted by. */
final class PersonList {

    private static final String STATE = "case when r.active = false then '" + PersonFacet.INACTIVE
            + "' when r.lockedUntil > instant then '" + PersonFacet.LOCKED + "' else '" + PersonFacet.ACTIVE + "' end";

    static final Listing<PersonRow> LIST = Listing.of(PersonRow.class, "ApiUser r")
            .select("r.id, r.username, r.displayName, r.email, r.role, " + STATE + ", r.lastLoginAt, r.createdAt")
            .changedAt("r.updatedAt")
            .orderedBy("username", SortColumn.own("r.username", PersonRow::username))
            .orderedBy("name", SortColumn.own("r.displayName", PersonRow::displayName))
            .orderedBy("email", SortColumn.own("r.email", PersonRow::email))
            .orderedBy("role", SortColumn.own("r.role", row -> row.role().text()))
            .orderedBy("login", SortColumn.own("r.lastLoginAt", PersonRow::lastLoginAt))
            .orderedBy("created", SortColumn.own("r.createdAt", PersonRow::createdAt));

    private PersonList() {
    }

    /** What can be chosen of each facet under what is chosen of the others, with how many rows. */
    static Map<PersonFacet, List<Facet>> facets(StatelessSession session, PersonFilter filter) {
        var facets = new EnumMap<PersonFacet, List<Facet>>(PersonFacet.class);
        facets.put(PersonFacet.ROLE, LIST.facet(session, "coalesce(r.role, '')",
                condition(filter.with(PersonFacet.ROLE, Set.of())), text -> text));
        facets.put(PersonFacet.STATE, LIST.facet(session, STATE,
                condition(filter.with(PersonFacet.STATE, Set.of())), text -> text));
        return facets;
    }

    static Condition condition(PersonFilter filter) {
        return new Condition()
                .search("r.username like {0} or r.displayName like {0} or r.email like {0}", filter.text())
                .andIn("r.role in (:roles)", "roles", filter.chosen(PersonFacet.ROLE))
                .andIn(STATE + " in (:states)", "states", filter.chosen(PersonFacet.STATE));
    }
}
