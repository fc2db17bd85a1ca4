package dev.rackside.insight.ui;

import dev.rackside.access.Who;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the screen of insights asks of the rest of the window.
 *
 * @param openClient shows a client
 * @param openMachine shows a machine
 * @param openAddress opens an address in the browser; refuses what isn't plain http or https
 * @param who the person at this workstation, who says "still true"
 */
public record InsightActs(Consumer<UUID> openClient, Consumer<UUID> openMachine, Consumer<String> openAddress,
        Supplier<Who> who) {}
