package dev.rackside.shell;

/** How the window's database is reached at the moment. */
public enum Link {
    /** Opening, for the first time or again. */
    CONNECTING, CONNECTED,
    /** Lost; tried again by itself. */
    LOST,
    /** No workspace is open. */
    CLOSED
}
