package dev.rackside.ticket.ui;

import dev.rackside.fx.Badge;
import dev.rackside.fx.CodedBox;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import dev.rackside.ticket.LinkType;
import dev.rackside.ticket.TicketDraft;
import dev.rackside.ticket.TicketRow;
import dev.rackside.ticket.TicketState;
import dev.rackside.ticket.TicketSystem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ticket links in a person's words. */
final class TicketWords {

    private TicketWords() {
    }

    static String system(Coded<TicketSystem> system) {
        return CodedBox.word(system, "ticket.system.");
    }

    static String linkType(Coded<LinkType> type) {
        return CodedBox.word(type, "ticket.link.");
    }

    static Badge badge(Coded<TicketState> state) {
        var word = CodedBox.word(state, "ticket.state.");
        var known = state.known();
        if (known == null || state.odd()) {
            return Badge.warn(word);
        }
        return switch (known) {
            case OPEN -> Badge.info(word);
            case WAITING -> Badge.warn(word);
            case CLOSED -> Badge.good(word);
            case UNKNOWN -> Badge.rest(word);
        };
    }

    /** The state's badge; a tooltip says where it was derived. */
    static Badge state(TicketRow row) {
        var badge = badge(row.state());
        if (row.stateDerived()) {
            return badge.explained(() -> Messages.get("ticket.state.derived", String.valueOf(row.status())));
        }
        return row.state().odd()
                ? badge.explained(() -> Messages.get("ticket.odd", String.valueOf(row.state().text())))
                : badge;
    }

    /** A code in words; one that isn't spelled by the rule is marked, and the tooltip says how it stands there. */
    static Badge coded(Coded<?> coded, String words) {
        return coded.odd()
                ? Badge.warn(words).explained(() -> Messages.get("ticket.odd", String.valueOf(coded.text())))
                : Badge.plain(words);
    }

    static @Nullable String client(TicketRow row) {
        return nameOrId(row.clientName(), row.clientId());
    }

    static @Nullable String session(TicketRow row) {
        return nameOrId(row.sessionTitle(), row.sessionId());
    }

    /** "77567: New starter"; whatever of it there is. */
    static String title(TicketRow row) {
        var subject = row.subject();
        return subject == null || subject.isBlank() ? Messages.get("ticket.untitled", number(row)) : subject;
    }

    static String title(TicketDraft draft) {
        var subject = draft.subject();
        return subject == null || subject.isBlank()
                ? Messages.get("ticket.untitled", number(draft.number(), draft.ticketId()))
                : subject;
    }

    /** What people call the ticket by; its id where it has no number. */
    static String number(TicketRow row) {
        return number(row.number(), row.ticketId());
    }

    private static String number(@Nullable String number, @Nullable String id) {
        return number != null && !number.isBlank() ? number : id == null ? "" : id;
    }

    private static @Nullable String nameOrId(@Nullable String name, @Nullable UUID id) {
        return name != null ? name : id == null ? null : id.toString();
    }
}
