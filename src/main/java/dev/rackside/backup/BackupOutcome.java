package dev.rackside.backup;

/** How a run of Rackside's own ended. Other programs don't record it: no outcome never means that something runs. */
public enum BackupOutcome {
    RUNNING, SUCCEEDED, FAILED,
    /** The workstation that took it went away; what it wrote isn't used. */
    ABANDONED
}
