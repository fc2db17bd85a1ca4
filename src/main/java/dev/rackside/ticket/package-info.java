/**
 * Tickets of other systems that sessions are linked to. The door is {@link dev.rackside.ticket.TicketService}.
 */
@NullMarked
package dev.rackside.ticket;

import org.jspecify.annotations.NullMarked;
