package dev.rackside.ticket;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a refresh found of one link that is otherwise now.
 *
 * @param before what stood in the row: the vendor's words; where those are the same our state, or else the subject;
 *     null where there was nothing
 * @param after the same of now
 */
public record StatusChange(UUID link, String title, Kind kind, @Nullable String before, @Nullable String after) {

    /** What happened to the ticket. */
    public enum Kind {
        CHANGED, CLOSED, REOPENED,
        /** Deleted or merged there, or hidden from the credential. */
        GONE
    }

    static Kind kind(TicketState before, TicketState after) {
        if (before == TicketState.CLOSED && after != TicketState.CLOSED) {
            return Kind.REOPENED;
        }
        return after == TicketState.CLOSED && before != TicketState.CLOSED ? Kind.CLOSED : Kind.CHANGED;
    }
}
