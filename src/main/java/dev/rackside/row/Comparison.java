package dev.rackside.row;

import java.util.List;

/**
 * What two databases have in common, row by row and value by value.
 *
 * @param tables one result each
 */
public record Comparison(List<Table> tables) {

    public Comparison {
        tables = List.copyOf(tables);
    }

    /**
     * @param rows how many the source has
     * @param copied how many the target has
     * @param equal rows that are the same in every value
     * @param different rows that are on both sides and differ
     * @param missing rows that the target lacks
     * @param extra rows that only the target has
     * @param named the first differences: the row's key, and the column where one value differs; never the value
     */
    public record Table(String name, long rows, long copied, long equal, long different, long missing, long extra,
            List<String> named) {

        public Table {
            named = List.copyOf(named);
        }

        public boolean same() {
            return different == 0 && missing == 0 && extra == 0;
        }
    }

    /** Whether nothing differs. */
    public boolean same() {
        return tables.stream().allMatch(Table::same);
    }

    /** All rows of the source. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** All rows of the target. */
    public long copied() {
        return tables.stream().mapToLong(Table::copied).sum();
    }

    /** Whether the target has nothing that the source hasn't just so: what an interrupted copy leaves. */
    public boolean partOfTheSource() {
        return tables.stream().allMatch(table -> table.different() == 0 && table.extra() == 0);
    }
}
