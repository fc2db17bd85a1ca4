package dev.rackside.ticket;

import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket link as the list shows it. What another program left out is null.
 *
 * @param clientName null without a client, and where the client is gone
 * @param sessionTitle null without a session, and where the session is gone
 * @param status in the vendor's own words
 * @param state as it stands in the row, or derived from the vendor's words where the row has none
 * @param stateDerived whether it was derived
 */
public record TicketRow(UUID id, Coded<TicketSystem> system, @Nullable String ticketId, @Nullable String number,
        @Nullable String subject, @Nullable String url, @Nullable UUID clientId, @Nullable String clientName,
        @Nullable UUID sessionId, @Nullable String sessionTitle, @Nullable LocalDate sessionDate,
        @Nullable String status, Coded<TicketState> state, boolean stateDerived, Coded<LinkType> linkType,
        @Nullable String note, @Nullable String linkedBy, @Nullable Instant linkedAt,
        @Nullable Instant statusCheckedAt) implements Row {

    /** As the list's query makes it. */
    public TicketRow(UUID id, @Nullable String system, @Nullable String ticketId, @Nullable String number,
            @Nullable String subject, @Nullable String url, @Nullable UUID clientId, @Nullable String clientName,
            @Nullable UUID sessionId, @Nullable String sessionTitle, @Nullable LocalDate sessionDate,
            @Nullable String status, @Nullable String state, @Nullable String storedState, @Nullable String linkType,
            @Nullable String note, @Nullable String linkedBy, @Nullable Instant linkedAt,
            @Nullable Instant statusCheckedAt) {
        this(id, Coded.of(TicketSystem.class, system), ticketId, number, subject, url, clientId, clientName, sessionId,
                sessionTitle, sessionDate, status, Coded.of(TicketState.class, state),
                state != null && !state.equals(storedState), Coded.of(LinkType.class, linkType), note, linkedBy,
                linkedAt, statusCheckedAt);
    }
}
