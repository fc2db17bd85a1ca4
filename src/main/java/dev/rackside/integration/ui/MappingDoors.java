package dev.rackside.integration.ui;

import dev.rackside.fx.ChoicePicker.Lookup;
import dev.rackside.integration.MappingService;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;

/**
 * The services that the screen of mappings stands on.
 *
 * @param clients finds the clients that a customer can be
 * @param machines finds the machines that a computer can be
 * @param fetch asks the ticket systems in use for their customers, and says how many they told of; called off the screen
 *     thread, with whether the person cancelled
 */
public record MappingDoors(MappingService mappings, Lookup clients, Lookup machines,
        ToIntFunction<BooleanSupplier> fetch) {}
