package dev.rackside.backup.restoring;

/** Where a backup is restored to. */
public sealed interface RestoreTarget {

    /** A database that isn't there yet, on the workspace's server. */
    record NewDatabase(String name) implements RestoreTarget {}

    /**
     * The workspace's own database: what is in it goes.
     *
     * @param typed its name, as the person typed it
     * @param others how many connections of others the person knows of and accepts; fewer than there are is refused
     */
    record OverLive(String typed, int others) implements RestoreTarget {}

    /**
     * A table beside the others in the workspace's own database, with the rows of one table of the backup.
     *
     * @param name what it shall be called; there must be none of that name
     */
    record SideTable(String table, String name) implements RestoreTarget {}
}
