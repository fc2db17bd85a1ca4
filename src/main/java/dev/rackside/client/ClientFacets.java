package dev.rackside.client;

import dev.rackside.row.Facet;
import java.util.List;

/**
 * By what the list of clients can be narrowed; each counted under all of the filter but itself.
 *
 * @param active its values are {@code true} and {@code false}
 */
public record ClientFacets(List<Facet> types, List<Facet> active) {}
