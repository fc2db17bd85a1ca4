package dev.rackside.backup;

import java.util.UUID;

/**
 * Something that happened to a schedule's slot, for a log and for a person.
 *
 * @param sentence what happened
 */
public record SlotNotice(Kind kind, UUID schedule, String sentence) {

    /** What happened. */
    public enum Kind {
        BEGAN, DONE,
        /** Somebody else is at it. */
        TAKEN,
        /** Times went by without anybody who runs them; one backup is caught up now. */
        MISSED, FAILED, NOT_PROVED,
        /** Somebody else took it over. */
        LOST, CANCELLED
    }

    /** Whether somebody has to do something. */
    public boolean bad() {
        return kind == Kind.MISSED || kind == Kind.FAILED || kind == Kind.NOT_PROVED;
    }
}
