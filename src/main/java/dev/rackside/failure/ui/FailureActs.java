package dev.rackside.failure.ui;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * What the screen of failure patterns asks of the rest of the window.
 *
 * @param openClient shows a client
 * @param openMachine shows a machine
 * @param openInsight shows an insight
 * @param openAddress opens an address in the browser; refuses what isn't plain http or https
 */
public record FailureActs(Consumer<UUID> openClient, Consumer<UUID> openMachine, Consumer<UUID> openInsight,
        Consumer<String> openAddress) {}
