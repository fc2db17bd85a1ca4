package dev.rackside.session.ui;

import dev.rackside.client.ClientService;
import dev.rackside.session.SessionService;

/** The services that the screen of sessions reads and writes through. */
public record SessionDoors(SessionService sessions, ClientService clients) {}
