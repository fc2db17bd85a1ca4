package dev.rackside.access;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the list of people is narrowed by.
 *
 * @param text what the search box says; null or blank for all
 * @param chosen for a facet the values any of which will do; none narrow nothing
 */
public record PersonFilter(@Nullable String text, Map<PersonFacet, Set<String>> chosen) {

    public static final PersonFilter ALL = new PersonFilter(null, Map.of());

    public PersonFilter {
        chosen = Map.copyOf(chosen);
    }

    /** The values chosen of a facet; empty for any. */
    public Set<String> chosen(PersonFacet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    /** The filter with other values of one facet. */
    public PersonFilter with(PersonFacet facet, Set<String> values) {
        var next = new EnumMap<PersonFacet, Set<String>>(PersonFacet.class);
        next.putAll(chosen);
        if (values.isEmpty()) {
            next.remove(facet);
        } else {
            next.put(facet, Set.copyOf(values));
        }
        return new PersonFilter(text, next);
    }

    public PersonFilter withText(@Nullable String words) {
        return new PersonFilter(words, chosen);
    }
}
