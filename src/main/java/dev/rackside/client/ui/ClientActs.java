package dev.rackside.client.ui;

import dev.rackside.row.Choice;
import java.util.function.Consumer;

/**
 * What the screen of clients asks of the rest of the window.
 *
 * @param workOn narrows the whole window to a client
 * @param showMachines shows the machines of a client in their list; the others likewise
 * @param openAddress opens an address in the browser; refuses what isn't plain http or https
 */
public record ClientActs(Consumer<Choice> workOn, Consumer<Choice> showMachines, Consumer<Choice> showSessions,
        Consumer<Choice> showTickets, Consumer<Choice> showInsights, Consumer<String> openAddress) {}
