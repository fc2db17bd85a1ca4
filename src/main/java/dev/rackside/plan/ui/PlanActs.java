package dev.rackside.plan.ui;

import java.util.UUID;
import java.util.function.Consumer;

/**
 * Where the screen leads to.
 *
 * @param openMapping shows what a customer or computer of the system is here
 * @param openMappings shows all that nobody said anything of
 * @param openExchange shows a row of the log
 * @param say tells the person what came of something
 */
public record PlanActs(Consumer<UUID> openClient, Consumer<UUID> openMachine, Consumer<UUID> openMapping,
        Runnable openMappings, Consumer<UUID> openExchange, Consumer<String> say) {}
