package dev.rackside.ticket;

/** How a ticket stands, in our words; the vendor's own stand beside it. */
public enum TicketState {
    OPEN, WAITING, CLOSED, UNKNOWN
}
