package dev.rackside.ticket;

import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import org.hibernate.StatelessSession;

/** Counts the list of ticket links by the values that it can be narrowed by. */
final class TicketFacetCount {

    private TicketFacetCount() {
    }

    static TicketFacets of(StatelessSession session, TicketFilter filter) {
        return new TicketFacets(
                TicketService.LIST.joinedFacet(session, "r.clientId", "c.name",
                        TicketService.condition(filter.withoutClients())),
                TicketService.LIST.facet(session, "r.integrationType",
                        TicketService.condition(filter.withoutSystems()),
                        text -> word(Coded.of(TicketSystem.class, text), "ticket.system.", text)),
                TicketService.LIST.facet(session, ShownState.HQL,
                        TicketService.condition(filter.withoutStates()),
                        text -> word(Coded.of(TicketState.class, text), "ticket.state.", text)),
                TicketService.LIST.facet(session, "r.linkType",
                        TicketService.condition(filter.withoutLinkTypes()),
                        text -> word(Coded.of(LinkType.class, text), "ticket.link.", text)),
                TicketService.LIST.facet(session, "r.linkedBy",
                        TicketService.condition(filter.withoutLinkedBy()), name -> name));
    }

    private static String word(Coded<?> coded, String key, String text) {
        return coded.known() == null ? text : Messages.get(key + Coded.code(coded.known()));
    }
}
