package dev.rackside.ticket;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.text.Coded;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket link as a form edits it, with the rules that the form shows and the service checks.
 *
 * @param system where the ticket lives
 * @param ticketId the system's own id; null only in rows of other programs
 * @param number what people call it by, where that isn't the id
 * @param url http or https, without user name or password
 * @param status in the vendor's own words
 * @param state in ours; without a text where another program's row has none
 */
public record TicketDraft(@Nullable UUID clientId, @Nullable UUID sessionId, Coded<TicketSystem> system,
        @Nullable String ticketId, @Nullable String number, @Nullable String subject, @Nullable String url,
        @Nullable String status, Coded<TicketState> state, Coded<LinkType> linkType, @Nullable String note) {

    /** What a new link starts from. */
    public static TicketDraft blank(@Nullable UUID clientId, @Nullable UUID sessionId) {
        return new TicketDraft(clientId, sessionId, Coded.of(TicketSystem.class, null), null, null, null, null, null,
                Coded.of(TicketState.UNKNOWN), Coded.of(LinkType.RELATED), null);
    }

    /** The same ticket for another session. */
    public TicketDraft copy() {
        return new TicketDraft(clientId, null, system, ticketId, number, subject, url, status, state, linkType, null);
    }

    /** The same link with another client. */
    public TicketDraft ofClient(@Nullable UUID client) {
        return new TicketDraft(client, sessionId, system, ticketId, number, subject, url, status, state, linkType,
                note);
    }

    /** The rules that the draft breaks by itself; that the same ticket is linked once, the service sees to. */
    public List<Violation> violations() {
        return new Rules()
                .that(sessionId != null || clientId != null, "sessionId", "ticket.rule.session-or-client")
                .required("system", system.text())
                .that(system.text() == null || system.known() != null, "system", "rule.unknown-value",
                        String.valueOf(system.text()))
                .required("ticketId", ticketId)
                .atMost("ticketId", ticketId, 255)
                .atMost("number", number, 100)
                .atMost("subject", subject, 500)
                .atMost("url", url, 500)
                .that(url == null || url.isBlank() || webAddress(url), "url", "ticket.rule.address")
                .atMost("status", status, 100)
                .that(state.known() != null || state.text() == null, "state", "rule.unknown-value",
                        String.valueOf(state.text()))
                .required("linkType", linkType.text())
                .that(linkType.text() == null || linkType.known() != null, "linkType", "rule.unknown-value",
                        String.valueOf(linkType.text()))
                .fitsText("note", note)
                .violations();
    }

    private static boolean webAddress(String address) {
        try {
            var uri = new URI(address.strip());
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
