package dev.rackside.row;

/**
 * One value by which a list can be narrowed, and how many of its rows have it.
 *
 * @param value the value as the filter takes it: a code, an id, a tag's id
 * @param label what a person reads
 */
public record Facet(String value, String label, long count) {}
