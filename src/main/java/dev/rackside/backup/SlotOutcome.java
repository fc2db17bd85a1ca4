package dev.rackside.backup;

/** What became of a time at which a schedule's backup was due. */
public enum SlotOutcome {
    RUNNING, SUCCEEDED, FAILED,
    /** Who had taken it went away, and a later time is due by now. */
    ABANDONED,
    /** Nobody was there; a later one was caught up in its place. */
    MISSED
}
