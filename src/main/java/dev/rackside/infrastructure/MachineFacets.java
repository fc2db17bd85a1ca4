package dev.rackside.infrastructure;

import dev.rackside.row.Facet;
import java.util.List;

/** By what the list of machines can be narrowed; each counted under all of the filter but itself. */
public record MachineFacets(List<Facet> clients, List<Facet> types, List<Facet> statuses, List<Facet> tags) {}
