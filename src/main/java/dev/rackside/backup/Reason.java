package dev.rackside.backup;

import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.fault.Problem;
import java.util.Locale;

/** Why a backup or a proof came to nothing. The code stands in {@code backup_log.reason_code}. */
public enum Reason {
    /** The dump's program was killed. */
    DUMP_KILLED,
    /** The dump's program failed otherwise. */
    DUMP_FAILED,
    /** The dump ended before its completion mark. */
    TRAILER_MISSING,
    /** A stage behind the dump failed: compressing, sealing, writing. */
    STAGE_FAILED, DISK_FULL,
    /** The place to write to was lost or can't be written. */
    TARGET_LOST,
    /** The account may not read all of it. */
    RIGHTS_MISSING,
    /** Somebody's transaction kept the tables for too long. */
    DATABASE_BUSY,
    /** A table, view, routine, trigger or event isn't in the dump. */
    OBJECT_MISSING,
    /** A table, view or routine can't be read. */
    OBJECT_BROKEN,
    /** A definition was changed while it was dumped. */
    DEFINITION_CHANGED, CONNECTION_LOST,
    /** A row is larger than what the server or the dump's program sends at once. */
    PACKET_TOO_SMALL,
    /** The dump's program or the proving server is older than the server that the data are of. */
    TOOL_TOO_OLD,
    /** A person stopped it. */
    CANCELLED,
    /** The file isn't where the record says. */
    FILE_MISSING, HASH_DIFFERS,
    /** The file is shorter than the one that was written. */
    TRUNCATED,
    /** File and manifest are of another backup. */
    WRONG_FILE,
    /** The file can't be decompressed, or the dump isn't whole. */
    UNREADABLE,
    /** The restored data differ from the manifest, or the manifest was changed. */
    MANIFEST_DIFFERS, MANIFEST_MISSING,
    /** The key that the manifest is authenticated by isn't on this workstation. */
    KEY_MISSING,
    /** The dump didn't load. */
    RESTORE_FAILED,
    /** It holds half of the last good one or less, and waits for a person who says that this is right. */
    SHRUNK,
    /** The program that took it ended in its midst. */
    LEASE_EXPIRED;

    /** What a problem means for a backup that was to be taken. */
    static Reason of(Problem problem) {
        return switch (problem.code()) {
            case BACKUP_NOT_TAKEN -> problem.getCause() instanceof DumpFailure failure ? failure.reason() : DUMP_FAILED;
            case NOT_WRITABLE -> TARGET_LOST;
            case DISK_FULL -> Reason.DISK_FULL;
            case NO_SERVER_PROGRAM -> DUMP_FAILED;
            case RIGHTS_MISSING, ACCOUNT_ONLY_READS -> RIGHTS_MISSING;
            case DATABASE_BUSY -> Reason.DATABASE_BUSY;
            default -> CONNECTION_LOST;
        };
    }

    /** Whether it may be another way in a minute: a full disk or a missing right isn't. */
    boolean passes() {
        return this == CONNECTION_LOST || this == DATABASE_BUSY || this == DUMP_KILLED || this == DEFINITION_CHANGED;
    }

    /** As it stands in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
