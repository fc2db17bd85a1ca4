package dev.rackside.ticket.ui;

import dev.rackside.client.ClientService;
import dev.rackside.session.SessionService;
import dev.rackside.ticket.TicketService;

/** The services that the screen of ticket links reads and writes through. */
public record TicketDoors(TicketService tickets, SessionService sessions, ClientService clients) {}
