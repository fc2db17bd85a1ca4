package dev.rackside.row;

/**
 * How many rows a list has, as far as they were counted.
 *
 * @param more whether there are more: counting all would have taken too long
 */
public record Count(long rows, boolean more) {}
