package dev.rackside.ticket;

import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its own system tells it. Texts are strangers' texts: shown as text, and cut where a row couldn't hold them.
 *
 * @param id the system's own
 * @param number what people call it by; null where that is the id
 * @param status in the vendor's own words; null where it has none
 * @param state in ours
 * @param customerId the system's own id of whose it is
 * @param url where a person sees it; null where that can't be told
 */
public record RemoteTicket(TicketSystem system, String id, @Nullable String number, @Nullable String subject,
        @Nullable String status, TicketState state, @Nullable String customerId, @Nullable String customer,
        @Nullable String url, @Nullable Instant updatedAt) {

    static final int LONGEST_SUBJECT = 500;
    static final int LONGEST_STATUS = 100;
    private static final int LONGEST_URL = 500;

    /** The link of a session or client to it, as it is to be saved. */
    public TicketDraft linked(@Nullable UUID client, @Nullable UUID session, LinkType type, @Nullable String note) {
        return new TicketDraft(client, session, Coded.of(system), id, number, cut(subject, LONGEST_SUBJECT),
                url == null || url.length() > LONGEST_URL ? null : url, cut(status, LONGEST_STATUS), Coded.of(state),
                Coded.of(type), note);
    }

    /** As much as a column holds, with a mark where more there was; NUL and the like are left out. */
    static @Nullable String cut(@Nullable String text, int most) {
        if (text == null) {
            return null;
        }
        var clean = text.codePoints().filter(each -> !Character.isISOControl(each)
                && !(each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
        if (clean.length() <= most) {
            return clean;
        }
        var end = Character.isHighSurrogate(clean.charAt(most - 2)) ? most - 2 : most - 1;
        return clean.substring(0, end) + "…";
    }
}
