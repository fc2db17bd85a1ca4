package dev.rackside.failure.ui;

import dev.rackside.client.ClientService;
import dev.rackside.failure.FailureService;
import dev.rackside.infrastructure.MachineService;

/** The services that the screen of failure patterns reads and writes through. */
public record FailureDoors(FailureService failures, ClientService clients, MachineService machines) {}
