package dev.rackside.session;

import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import org.hibernate.StatelessSession;

/** Counts the list of sessions by the values that it can be narrowed by. */
final class SessionFacetCount {

    private SessionFacetCount() {
    }

    static SessionFacets of(StatelessSession session, SessionFilter filter) {
        return new SessionFacets(
                SessionService.LIST.joinedFacet(session, "r.clientId", "c.name",
                        SessionService.condition(filter.withoutClients())),
                SessionService.LIST.facet(session, "r.status",
                        SessionService.condition(filter.withoutStatuses()), SessionFacetCount::status),
                SessionService.LIST.facet(session, "r.technician",
                        SessionService.condition(filter.withoutTechnicians()), name -> name),
                SessionService.LIST.facet(session, "case when r.billable then 'true' else 'false' end",
                        SessionService.condition(filter.withoutBillable()),
                        billable -> Messages.get("session.billable." + billable)));
    }

    private static String status(String text) {
        var known = Coded.of(SessionStatus.class, text).known();
        return known == null ? text : Messages.get("session.status." + Coded.code(known));
    }
}
