package dev.rackside.row;

/**
 * What hangs on a row that is about to be deleted, counted in one table.
 *
 * @param table the table's name in the database, also one that Rackside doesn't know
 * @param count how many of its rows
 * @param deleted true: they are deleted too; false: they stay and only lose the reference
 */
public record Dependent(String table, long count, boolean deleted) {}
