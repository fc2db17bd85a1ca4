package dev.rackside.ticket;

/** The systems that tickets live in. */
public enum TicketSystem {
    SYNCRO_MSP, AUTOTASK, CONNECTWISE
}
