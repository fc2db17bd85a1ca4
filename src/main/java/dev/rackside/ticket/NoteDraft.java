package dev.rackside.ticket;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note that is to be added to a ticket.
 *
 * @param ticketId the system's own id
 * @param session the session in whose course it is written; null for none
 * @param visibility who can read it there
 */
public record NoteDraft(String ticketId, @Nullable UUID session, String title, String text, Visibility visibility) {

    private static final int LONGEST_TITLE = 250;

    /** What most systems take. */
    private static final int LONGEST_TEXT = 32_000;

    /** Who can read a note. */
    public enum Visibility {
        INTERNAL,
        /** The customer too, who may get it by e-mail. */
        CUSTOMER
    }

    /** One that the customer doesn't see. */
    public static NoteDraft internal(String ticketId, @Nullable UUID session, String title, String text) {
        return new NoteDraft(ticketId, session, title, text, Visibility.INTERNAL);
    }

    public boolean forCustomer() {
        return visibility == Visibility.CUSTOMER;
    }

    /** The rules that it breaks; none when it may be sent. */
    public List<Violation> violations() {
        return new Rules().required("title", title).atMost("title", title, LONGEST_TITLE).required("text", text)
                .atMost("text", text, LONGEST_TEXT).violations();
    }
}
