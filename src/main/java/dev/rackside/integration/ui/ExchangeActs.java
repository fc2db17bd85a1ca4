package dev.rackside.integration.ui;

import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What the screen of exchanges asks of the rest of the window.
 *
 * @param openSession shows a session
 * @param openWorkItem shows a work item: its session's id, and its own
 * @param openAddress opens an address in the browser; refuses what isn't plain http or https
 */
public record ExchangeActs(Consumer<UUID> openSession, BiConsumer<UUID, UUID> openWorkItem,
        Consumer<String> openAddress) {}
