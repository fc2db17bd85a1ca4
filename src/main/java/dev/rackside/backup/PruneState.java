package dev.rackside.backup;

/** How the file of a backup stands that retention lets go. */
public enum PruneState {
    /** It is there and may be removed. */
    HERE,
    /** It was removed. */
    REMOVED,
    /** There is no file of that name on this computer. */
    MISSING,
    /** Its path is one of another computer. */
    ELSEWHERE,
    /** Not below the schedule's directory, a link, a folder, or of another size than the row says: left alone. */
    NOT_OURS,
    /** Somebody reads it: left until the next time. */
    BUSY,
    /** The operating system refuses. */
    REFUSED
}
