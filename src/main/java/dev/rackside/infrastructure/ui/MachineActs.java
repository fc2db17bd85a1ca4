package dev.rackside.infrastructure.ui;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * What the screen of machines asks of the rest of the window.
 *
 * @param showInsights shows the insights of a machine in their list
 * @param openClient shows a client
 * @param openAddress opens an address in the browser; refuses what isn't plain http or https
 */
public record MachineActs(Consumer<UUID> showInsights, Consumer<UUID> openClient, Consumer<String> openAddress) {}
