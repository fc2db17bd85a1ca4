package dev.rackside.session.ui;

import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the screen of sessions asks of the rest of the window.
 *
 * @param whoIAm the technician of a new session, before anyone changes it
 * @param linkTicket finds a ticket where it lives, to link it to a session
 * @param showTickets shows the tickets of a session in their list
 * @param tell tells a session to Zapier
 * @param addWork opens the form of a new work item of a session
 * @param showWork shows the work items of a session in their list
 * @param openWork shows a work item
 * @param openMachine shows a machine
 * @param openAddress opens an address in the browser; refuses what isn't plain http or https
 */
public record SessionActs(Supplier<String> whoIAm, Consumer<UUID> linkTicket, Consumer<UUID> showTickets,
        Consumer<UUID> tell, Consumer<UUID> addWork, Consumer<UUID> showWork, Consumer<UUID> openWork,
        Consumer<UUID> openMachine,
        Consumer<String> openAddress) {}
