package dev.rackside.row;

/**
 * One value by which a list can be narrowed, and how many of its rows have it.
 *
 * @param value the value as the filter takes it: a code, an id, a tag's id
 * @param label what a person reads
 * @param more whether there are more rows of it than {@code count}: counting all would have taken too long
 */
public record Facet(String value, String label, long count, boolean more) {

    /** A value whose rows were all counted. */
    public Facet(String value, String label, long count) {
        this(value, label, count, false);
    }
}
