package dev.rackside.ticket;

import dev.rackside.row.Facet;
import java.util.List;

/** The values by which the list of ticket links can be narrowed, each counted under what else narrows it. */
public record TicketFacets(List<Facet> clients, List<Facet> systems, List<Facet> states, List<Facet> linkTypes,
        List<Facet> linkedBy) {}
