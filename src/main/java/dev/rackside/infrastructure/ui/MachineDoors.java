package dev.rackside.infrastructure.ui;

import dev.rackside.client.ClientService;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.tag.TagService;

/** The services that the screen of machines reads and writes through. */
public record MachineDoors(MachineService machines, ClientService clients, TagService tags) {}
