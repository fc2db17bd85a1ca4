package dev.rackside.workspace;

import java.sql.Connection;

/** Where the rows of a copy go. */
interface CopyTarget extends AutoCloseable {

    /** Makes the tables where there are none, and connects. */
    Connection connect();

    /** Whether the tables must be made first. */
    boolean tablesNeeded();

    /** The copy came to nothing: takes away what was made for it. */
    void abandon();

    @Override
    void close();
}
