package dev.rackside.insight.ui;

import dev.rackside.client.ClientService;
import dev.rackside.failure.FailureService;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.insight.EvidenceService;
import dev.rackside.insight.InsightService;
import dev.rackside.session.SessionService;

/** The services that the screen of insights reads and writes through. */
public record InsightDoors(InsightService insights, EvidenceService evidence, ClientService clients,
        MachineService machines, FailureService failures, SessionService sessions) {}
