package dev.rackside.integration;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the log is narrowed by.
 *
 * @param text what the search box says, looked for in external ids and addresses; null or blank for all
 * @param scope the client that everything is narrowed to; null for all
 * @param from the first moment that is meant; null for no limit
 * @param until the first moment that is no longer meant; null for no limit
 * @param chosen for a facet the values any of which will do; none narrow nothing
 */
public record ExchangeFilter(@Nullable String text, @Nullable UUID scope, @Nullable Instant from,
        @Nullable Instant until, Map<ExchangeFacet, Set<String>> chosen) {

    public static final ExchangeFilter ALL = new ExchangeFilter(null, null, null, null, Map.of());

    public ExchangeFilter {
        chosen = Map.copyOf(chosen);
    }

    /** The values chosen of a facet; empty for any. */
    public Set<String> chosen(ExchangeFacet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    /** The filter with other values of one facet. */
    public ExchangeFilter with(ExchangeFacet facet, Set<String> values) {
        var next = new EnumMap<ExchangeFacet, Set<String>>(ExchangeFacet.class);
        next.putAll(chosen);
        if (values.isEmpty()) {
            next.remove(facet);
        } else {
            next.put(facet, Set.copyOf(values));
        }
        return new ExchangeFilter(text, scope, from, until, next);
    }

    public ExchangeFilter withText(@Nullable String words) {
        return new ExchangeFilter(words, scope, from, until, chosen);
    }

    /** The filter under another client scope; what was chosen of clients no longer holds. */
    public ExchangeFilter withScope(@Nullable UUID client) {
        return new ExchangeFilter(text, client, from, until, chosen).with(ExchangeFacet.CLIENT, Set.of());
    }

    public ExchangeFilter between(@Nullable Instant first, @Nullable Instant end) {
        return new ExchangeFilter(text, scope, first, end, chosen);
    }

    /** Whether anything hides rows of the scope. */
    public boolean narrowed() {
        return !equals(ALL.withScope(scope));
    }
}
