package dev.rackside.session;

import dev.rackside.row.Facet;
import java.util.List;

/**
 * The values by which the list of sessions can be narrowed, each counted under what else narrows it.
 *
 * @param billable {@code true} and {@code false}
 */
public record SessionFacets(List<Facet> clients, List<Facet> statuses, List<Facet> technicians,
        List<Facet> billable) {}
