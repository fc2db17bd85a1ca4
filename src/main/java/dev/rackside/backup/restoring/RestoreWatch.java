package dev.rackside.backup.restoring;

import dev.rackside.backup.Watch;

/** Hears how a restore goes on, and may stop it. */
public interface RestoreWatch extends Watch {

    /** For those who neither look nor stop. */
    RestoreWatch NONE = _ -> {
    };

    /** What is being done; each has stages of its own. */
    enum Phase {
        /** The backup is read and authenticated. */
        READ,
        /** It is restored into a server that is thrown away, to see that it can be. */
        TRY,
        /** What is there now is backed up. */
        BACK_UP, LOAD, COMPARE,
        /** What was there before is put back; this isn't stopped. */
        ROLL_BACK
    }

    /** A phase begins; called before the first pace of it. */
    default void begins(Phase phase) {
    }
}
