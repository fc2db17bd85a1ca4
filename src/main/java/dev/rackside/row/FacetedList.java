package dev.rackside.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A service's list that is narrowed by words and facets. Every call reads the database.
 *
 * @param <K> the list's facets
 */
public interface FacetedList<R extends Row, K extends Enum<K>> {

    /** The list under a filter. */
    Rows<R> list(FacetFilter<K> filter);

    /** What the list can be narrowed by, each under what the filter has of the others; labels are the values. */
    Map<K, List<Facet>> facets(FacetFilter<K> filter);

    /** One row as the list shows it; empty where it is gone. */
    Optional<R> row(UUID id);
}
