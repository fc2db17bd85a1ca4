package dev.rackside.access;

/**
 * Where a person's name stands in rows that outlive them.
 *
 * @param table the table's name in the database
 * @param count in how many rows; at most {@value #MOST}, which means that or more
 */
public record Trace(String table, long count) {

    public static final int MOST = 1000;
}
