package dev.rackside.session;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list of work items is narrowed by.
 *
 * @param scope the one client whose work is meant; null for all
 * @param session the one session; null for all
 * @param text what the search box says; null or blank for all
 * @param chosen any of these values of each facet: ids, codes, or texts that stand in the rows
 * @param allTags whether a row must have all of the tags that are chosen, not just one
 */
public record WorkFilter(@Nullable UUID scope, @Nullable UUID session, @Nullable String text,
        Map<WorkFacet, Set<String>> chosen, boolean allTags) {

    public static final WorkFilter ALL = new WorkFilter(null, null, null, Map.of(), false);

    public WorkFilter {
        chosen = Map.copyOf(chosen);
    }

    public WorkFilter withScope(@Nullable UUID client) {
        return new WorkFilter(client, session, text, chosen, allTags);
    }

    public WorkFilter withSession(@Nullable UUID one) {
        return new WorkFilter(scope, one, text, chosen, allTags);
    }

    public WorkFilter withText(@Nullable String words) {
        return new WorkFilter(scope, session, words, chosen, allTags);
    }

    public WorkFilter withAllTags(boolean all) {
        return new WorkFilter(scope, session, text, chosen, all);
    }

    public WorkFilter with(WorkFacet facet, Set<String> values) {
        var next = new EnumMap<WorkFacet, Set<String>>(WorkFacet.class);
        next.putAll(chosen);
        if (values.isEmpty()) {
            next.remove(facet);
        } else {
            next.put(facet, Set.copyOf(values));
        }
        return new WorkFilter(scope, session, text, next, allTags);
    }

    /** What is chosen of a facet; empty for all. */
    public Set<String> chosen(WorkFacet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    /** Whether a search or a facet hides rows. */
    public boolean narrowed() {
        return !chosen.isEmpty() || (text != null && !text.isBlank());
    }
}
