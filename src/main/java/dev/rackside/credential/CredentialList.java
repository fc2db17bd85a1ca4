package dev.rackside.credential;

import dev.rackside.db.Condition;
import dev.rackside.db.Listing;
import dev.rackside.db.SortColumn;
import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.StatelessSession;

/**
 * The list of credentials: its columns, its orders, what narrows it and what can be counted by. Nothing in it compares
 * a secret with what somebody types.
 */
final class CredentialList {

    private static final String SECRETS = "concat(r.apiKey, ' ', r.password, ' ', r.token, ' ', r.refreshToken, ' ',"
            + " r.hook, ' ', r.plainHook)";
    /** A credential may have secrets that are kept in several ways, and is found by each of them. */
    private static final String KEPT = SECRETS + " like '%plain%' and 'plain' in (:secrets) or " + SECRETS
            + " like '%foreign%' and 'foreign' in (:secrets) or " + SECRETS
            + " like '%sealed%' and 'sealed' in (:secrets) or " + SECRETS
            + " = 'none none none none none none' and 'none' in (:secrets)";
    private static final String ACTIVE = "case when coalesce(r.active, false) = true then 'true' else 'false' end";

    /** By the server's clock. */
    private static final String SECONDS_LEFT = "cast(sql('timestampdiff(second, utc_timestamp(6), ?)', r.expiresAt) "
            + "as Long)";
    private static final String EXPIRES = "case when r.expiresAt is null then 'never' when " + SECONDS_LEFT
            + " <= 0 then 'over' when " + SECONDS_LEFT + " <= " + Expiring.VERY_SOON_SECONDS + " then 'very-soon' when "
            + SECONDS_LEFT + " <= " + Expiring.SOON_SECONDS + " then 'soon' else 'later' end";

    static final Listing<CredentialRow> LIST = Listing.of(CredentialRow.class, "Credential r")
            .select("r.id, r.name, r.system, r.type, r.username, r.host, r.active, " + SECRETS
                    + ", r.testStatus, r.testedAt, r.expiresAt, " + SECONDS_LEFT + ", r.updatedAt")
            .changedAt("r.updatedAt")
            .orderedBy("name", SortColumn.own("r.name", CredentialRow::name))
            .orderedBy("system", SortColumn.own("r.system", row -> row.system().text()))
            .orderedBy("type", SortColumn.own("r.type", row -> row.type().text()))
            .orderedBy("username", SortColumn.own("r.username", CredentialRow::username))
            .orderedBy("active", SortColumn.own("r.active", CredentialRow::active))
            .orderedBy("tested", SortColumn.own("r.testedAt", CredentialRow::testedAt))
            .orderedBy("expires", SortColumn.own("r.expiresAt", CredentialRow::expiresAt))
            .orderedBy("updated", SortColumn.own("r.updatedAt", CredentialRow::updatedAt));

    private CredentialList() {
    }

    /** What can be chosen of each facet under what is chosen of the others, with how many rows. */
    static Map<CredentialFacet, List<Facet>> facets(StatelessSession session, FacetFilter<CredentialFacet> filter) {
        var facets = new EnumMap<CredentialFacet, List<Facet>>(CredentialFacet.class);
        for (var facet : CredentialFacet.values()) {
            var others = condition(filter.without(facet));
            facets.put(facet, switch (facet) {
                case SYSTEM -> LIST.facetOrNone(session, "r.system", others);
                case TYPE -> LIST.facetOrNone(session, "r.type", others);
                case ACTIVE -> LIST.facetOrNone(session, ACTIVE, others);
                case EXPIRES -> LIST.facetOrNone(session, EXPIRES, others);
                case TEST -> LIST.facetOrNone(session, "r.testStatus", others);
                case SECRETS -> ways(LIST.facetOrNone(session, SECRETS, others));
            });
        }
        return facets;
    }

    /** How many have a secret that is kept in each way. */
    private static List<Facet> ways(List<Facet> mixtures) {
        var counts = new HashMap<String, Long>();
        mixtures.forEach(mixture -> Secrets.of(mixture.value()).ways().forEach(
                state -> counts.merge(state.name().toLowerCase(Locale.ROOT), mixture.count(), Long::sum)));
        return Facet.ordered(counts, false);
    }

    static Condition condition(FacetFilter<CredentialFacet> filter) {
        return new Condition()
                .search("r.name like {0} or r.username like {0} or r.host like {0}", filter.text())
                .andIn("coalesce(r.system, '') in (:systems)", "systems", filter.chosen(CredentialFacet.SYSTEM))
                .andIn("coalesce(r.type, '') in (:types)", "types", filter.chosen(CredentialFacet.TYPE))
                .andIn(ACTIVE + " in (:actives)", "actives", filter.chosen(CredentialFacet.ACTIVE))
                .andIn(EXPIRES + " in (:ends)", "ends", filter.chosen(CredentialFacet.EXPIRES))
                .andIn("coalesce(r.testStatus, '') in (:tests)", "tests", filter.chosen(CredentialFacet.TEST))
                .andIn(KEPT, "secrets", filter.chosen(CredentialFacet.SECRETS));
    }
}
