package dev.rackside.workspace;

import java.util.List;

/**
 * What would be copied.
 *
 * @param tables those that have rows
 * @param tablesNeeded whether the target has no tables yet; then nothing is left out that is known of
 * @param targetRows how many rows the target has by now
 * @param begun whether these are what an interrupted copy of this source left; they are replaced
 * @param leftOut tables, and columns as {@code table.column}, that the target has no place for
 */
public record CopyPreview(List<Counted> tables, boolean tablesNeeded, long targetRows, boolean begun,
        List<String> leftOut) {

    /** A table and how many rows it has. */
    public record Counted(String table, long rows) {}

    public CopyPreview {
        tables = List.copyOf(tables);
        leftOut = List.copyOf(leftOut);
    }

    public long rows() {
        return tables.stream().mapToLong(Counted::rows).sum();
    }

    /** Whether rows that are no copy's stand in the way. */
    public boolean refused() {
        return targetRows > 0 && !begun;
    }
}
