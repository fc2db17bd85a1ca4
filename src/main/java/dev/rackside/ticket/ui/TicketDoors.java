package dev.rackside.ticket.ui;

import dev.rackside.client.ClientService;
import dev.rackside.credential.VaultService;
import dev.rackside.integration.CustomerMapping;
import dev.rackside.session.SessionService;
import dev.rackside.ticket.RemoteTickets;
import dev.rackside.ticket.StatusRefresh;
import dev.rackside.ticket.TicketService;

/**
 * The services that the screens of tickets read and write through.
 *
 * @param remote the tickets where they live
 * @param statuses looks how linked tickets stand there
 * @param customers whose the vendors' customers are here
 * @param vault without which nothing is read there
 */
public record TicketDoors(TicketService tickets, SessionService sessions, ClientService clients,
        RemoteTickets remote, StatusRefresh statuses, CustomerMapping customers, VaultService vault) {}
