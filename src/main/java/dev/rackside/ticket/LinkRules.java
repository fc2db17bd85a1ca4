package dev.rackside.ticket;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.row.Versioned;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a link that only the database can tell. An adopted database has no unique key for them, so the session's
 * row is locked while they are looked at: two technicians can't link the same ticket at once.
 */
final class LinkRules {

    private LinkRules() {
    }

    /** @param loaded the row that is edited, null for a new one; what an edit leaves alone is not held against it */
    static List<Violation> violations(StatelessSession session, TicketDraft draft,
            @Nullable Versioned<TicketDraft> loaded) {
        var sessionId = draft.sessionId();
        if (sessionId == null) {
            return List.of();
        }
        var owner = session
                .createNativeQuery("select client_id from sessions where id = :id for update", Object[].class)
                .setParameter("id", sessionId.toString()).getResultList();
        var moved = loaded == null || !sessionId.equals(loaded.draft().sessionId())
                || !Objects.equals(draft.clientId(), loaded.draft().clientId());
        return new Rules()
                .that(!owner.isEmpty() || !moved, "sessionId", "ticket.rule.session-gone")
                .that(!moved || !another(owner, draft.clientId()), "sessionId", "ticket.rule.session-of-another")
                .that(!linked(session, sessionId, draft, loaded), "ticketId", "ticket.rule.linked-already")
                .violations();
    }

    private static boolean another(List<Object[]> owner, @Nullable UUID clientId) {
        return clientId != null && !owner.isEmpty() && owner.getFirst()[0] != null
                && !clientId.toString().equalsIgnoreCase(String.valueOf(owner.getFirst()[0]));
    }

    private static boolean linked(StatelessSession session, UUID sessionId, TicketDraft draft,
            @Nullable Versioned<TicketDraft> loaded) {
        var system = draft.system().text();
        var ticketId = draft.ticketId();
        var linkType = draft.linkType().text();
        if (system == null || ticketId == null || linkType == null || unmoved(draft, loaded)) {
            return false;
        }
        return new TicketLinks_(session).same(sessionId, system, ticketId, linkType).stream()
                .anyMatch(id -> loaded == null || !id.equals(loaded.id()));
    }

    /** A double that another program wrote can still have its note edited. */
    private static boolean unmoved(TicketDraft draft, @Nullable Versioned<TicketDraft> loaded) {
        return loaded != null && Objects.equals(draft.sessionId(), loaded.draft().sessionId())
                && Objects.equals(draft.ticketId(), loaded.draft().ticketId())
                && draft.system().equals(loaded.draft().system())
                && draft.linkType().equals(loaded.draft().linkType());
    }
}
