package dev.rackside.session.ui;

import dev.rackside.infrastructure.MachineService;
import dev.rackside.session.SessionService;
import dev.rackside.session.WorkService;
import dev.rackside.tag.TagService;

/** The services that the screen of work items reads and writes through. */
public record WorkDoors(WorkService work, SessionService sessions, MachineService machines, TagService tags) {}
