package dev.rackside.failure;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list of failure patterns is narrowed by.
 *
 * @param text what the search box says; null or blank for all
 * @param scope the client that everything is narrowed to; null for all
 * @param chosen for a facet the values any of which will do; none narrow nothing
 */
public record FailureFilter(@Nullable String text, @Nullable UUID scope, Map<FailureFacet, Set<String>> chosen) {

    public static final FailureFilter ALL = new FailureFilter(null, null, Map.of());

    public FailureFilter {
        chosen = Map.copyOf(chosen);
    }

    /** The values chosen of a facet; empty for any. */
    public Set<String> chosen(FailureFacet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    /** The filter with other values of one facet. */
    public FailureFilter with(FailureFacet facet, Set<String> values) {
        var next = new EnumMap<FailureFacet, Set<String>>(FailureFacet.class);
        next.putAll(chosen);
        if (values.isEmpty()) {
            next.remove(facet);
        } else {
            next.put(facet, Set.copyOf(values));
        }
        return new FailureFilter(text, scope, next);
    }

    public FailureFilter withText(@Nullable String words) {
        return new FailureFilter(words, scope, chosen);
    }

    /** The filter under another client scope; what was chosen of clients and machines no longer holds. */
    public FailureFilter withScope(@Nullable UUID client) {
        return new FailureFilter(text, client, chosen)
                .with(FailureFacet.CLIENT, Set.of()).with(FailureFacet.MACHINE, Set.of());
    }

    /** Whether a search or a facet hides rows of the scope. */
    public boolean narrowed() {
        return text != null || !chosen.isEmpty();
    }
}
