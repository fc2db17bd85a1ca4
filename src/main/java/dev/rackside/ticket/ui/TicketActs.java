package dev.rackside.ticket.ui;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * What the screen of ticket links asks of the rest of the window.
 *
 * @param openSession shows a session
 * @param openAddress opens an address in the browser; refuses what isn't plain http or https
 */
public record TicketActs(Consumer<UUID> openSession, Consumer<String> openAddress) {}
