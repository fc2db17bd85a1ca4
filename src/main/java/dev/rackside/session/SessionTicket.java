package dev.rackside.session;

import dev.rackside.row.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that is linked to a session, as the session's detail names it. What another program left out is null.
 *
 * @param system the code of the ticket system
 * @param status in the vendor's own words
 */
public record SessionTicket(UUID id, @Nullable String system, @Nullable String number, @Nullable String ticketId,
        @Nullable String subject, @Nullable String status, @Nullable String url) implements Row {}
