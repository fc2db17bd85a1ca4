package dev.rackside.backup;

/**
 * Something that happened to the backups since the last look, and that a person should hear of.
 *
 * @param sentence what happened
 */
public record BackupAlert(Kind kind, String sentence) {

    /** What happened. */
    public enum Kind {
        /** A backup, or the proof of one, failed. */
        FAILED,
        /** A schedule's backup didn't come in time. */
        OVERDUE,
        /** What failed or was overdue is well again. */
        BACK
    }

    /** Whether somebody has to do something. */
    public boolean bad() {
        return kind != Kind.BACK;
    }
}
