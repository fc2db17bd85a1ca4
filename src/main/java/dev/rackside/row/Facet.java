package dev.rackside.row;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One value by which a list can be narrowed, and how many of its rows have it.
 *
 * @param value the value as the filter takes it: a code, an id, a tag's id
 * @param label what a person reads
 * @param more whether there are more rows of it than {@code count}: counting all would have taken too long
 */
public record Facet(String value, String label, long count, boolean more) {

    private static final Comparator<Facet> MOST_FIRST = Comparator.comparingLong(Facet::count).reversed()
            .thenComparing(Facet::label);

    /** A value whose rows were all counted. */
    public Facet(String value, String label, long count) {
        this(value, label, count, false);
    }

    /** The same value in other words. */
    public Facet labelled(String words) {
        return new Facet(value, words, count, more);
    }

    /** Values with their counts, most first; each is its own label. */
    public static List<Facet> ordered(Map<String, Long> counts, boolean more) {
        return counts.entrySet().stream().map(each -> new Facet(each.getKey(), each.getKey(), each.getValue(), more))
                .sorted(MOST_FIRST).toList();
    }
}
