package dev.rackside.row;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed by, where that is words and facets.
 *
 * @param <K> the list's facets
 * @param text what the search box says; null or blank for all
 * @param chosen for a facet the values any of which will do; none narrow nothing
 */
public record FacetFilter<K extends Enum<K>>(@Nullable String text, Map<K, Set<String>> chosen) {

    public FacetFilter {
        chosen = Map.copyOf(chosen);
    }

    /** What narrows nothing. */
    public static <K extends Enum<K>> FacetFilter<K> all() {
        return new FacetFilter<K>(null, Map.of());
    }

    /** The values chosen of a facet; empty for any. */
    public Set<String> chosen(K facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    /** The filter with other values of one facet. */
    public FacetFilter<K> with(K facet, Set<String> values) {
        var next = new HashMap<>(chosen);
        if (values.isEmpty()) {
            next.remove(facet);
        } else {
            next.put(facet, Set.copyOf(values));
        }
        return new FacetFilter<>(text, next);
    }

    /** The filter without what is chosen of a facet: what its values are counted under. */
    public FacetFilter<K> without(K facet) {
        return with(facet, Set.of());
    }

    public FacetFilter<K> withText(@Nullable String words) {
        return new FacetFilter<>(words == null || words.isBlank() ? null : words.strip(), chosen);
    }

    /** Whether anything is left out by it. */
    public boolean narrows() {
        return text != null || !chosen.isEmpty();
    }
}
