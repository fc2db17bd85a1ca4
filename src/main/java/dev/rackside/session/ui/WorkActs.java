package dev.rackside.session.ui;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * What the screen of work items asks of the rest of the window.
 *
 * @param openSession shows a session
 * @param openMachine shows a machine
 * @param openAddress opens an address in the browser; refuses what isn't plain http or https
 */
public record WorkActs(Consumer<UUID> openSession, Consumer<UUID> openMachine, Consumer<String> openAddress) {}
