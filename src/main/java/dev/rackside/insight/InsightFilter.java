package dev.rackside.insight;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list of insights is narrowed by.
 *
 * @param text what the search box says; null or blank for all
 * @param scope the client that everything is narrowed to; null for all
 * @param chosen for a facet the values any of which will do; none narrow nothing
 */
public record InsightFilter(@Nullable String text, @Nullable UUID scope, Map<InsightFacet, Set<String>> chosen) {

    public static final InsightFilter ALL = new InsightFilter(null, null, Map.of());

    public InsightFilter {
        chosen = Map.copyOf(chosen);
    }

    /** The values chosen of a facet; empty for any. */
    public Set<String> chosen(InsightFacet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    /** How many facets narrow the list. */
    public int narrowed() {
        return chosen.size();
    }

    /** The filter with other values of one facet. */
    public InsightFilter with(InsightFacet facet, Set<String> values) {
        var next = new EnumMap<InsightFacet, Set<String>>(InsightFacet.class);
        next.putAll(chosen);
        if (values.isEmpty()) {
            next.remove(facet);
        } else {
            next.put(facet, Set.copyOf(values));
        }
        return new InsightFilter(text, scope, next);
    }

    public InsightFilter withText(@Nullable String words) {
        return new InsightFilter(words, scope, chosen);
    }

    /** The filter under another client scope; what was chosen of clients and machines no longer holds. */
    public InsightFilter withScope(@Nullable UUID client) {
        return new InsightFilter(text, client, chosen)
                .with(InsightFacet.CLIENT, Set.of()).with(InsightFacet.MACHINE, Set.of());
    }
}
