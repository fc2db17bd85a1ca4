package dev.rackside.ticket;

import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Nearly every column of an adopted table may be NULL. */
@Entity
@Table(name = "ticket_links")
@SuppressWarnings("NullAway.Init")
class TicketLink {

    @Id
    UUID id;
    @Column(name = "session_id")
    @Nullable
    UUID sessionId;
    @Column(name = "client_id")
    @Nullable
    UUID clientId;
    @Column(name = "integration_type")
    @Nullable
    String integrationType;
    @Column(name = "ticket_id")
    @Nullable
    String ticketId;
    @Column(name = "ticket_number")
    @Nullable
    String ticketNumber;
    @Column(name = "ticket_subject")
    @Nullable
    String ticketSubject;
    @Column(name = "ticket_url")
    @Nullable
    String ticketUrl;
    @Column(name = "ticket_status")
    @Nullable
    String ticketStatus;
    @Column(name = "ticket_state")
    @Nullable
    String ticketState;
    @Column(name = "link_type")
    @Nullable
    String linkType;
    @Column(name = "link_note", columnDefinition = "text")
    @Nullable
    String linkNote;
    @Column(name = "linked_at")
    @Nullable
    Instant linkedAt;
    @Column(name = "linked_by")
    @Nullable
    String linkedBy;
    @Column(name = "status_checked_at")
    @Nullable
    Instant statusCheckedAt;
    @Column(name = "created_at")
    @Nullable
    Instant createdAt;
    @Column(name = "updated_at")
    @Nullable
    Instant updatedAt;
    @Column(name = "row_version")
    int rowVersion;

    protected TicketLink() {
    }

    TicketLink(UUID id, TicketDraft draft, String linkedBy, Instant now) {
        this.id = id;
        sessionId = draft.sessionId();
        clientId = draft.clientId();
        integrationType = draft.system().text();
        ticketId = draft.ticketId();
        ticketNumber = draft.number();
        ticketSubject = draft.subject();
        ticketUrl = draft.url();
        ticketStatus = draft.status();
        ticketState = Objects.requireNonNullElse(draft.state().text(), Coded.code(TicketState.UNKNOWN));
        linkType = draft.linkType().text();
        linkNote = draft.note();
        linkedAt = now;
        this.linkedBy = linkedBy;
        createdAt = now;
        updatedAt = now;
    }

    Versioned<TicketDraft> versioned() {
        return new Versioned<>(id, rowVersion, new TicketDraft(clientId, sessionId,
                Coded.of(TicketSystem.class, integrationType), ticketId, ticketNumber, ticketSubject, ticketUrl,
                ticketStatus, Coded.of(TicketState.class, ticketState), Coded.of(LinkType.class, linkType), linkNote));
    }
}
