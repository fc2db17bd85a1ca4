package dev.rackside.insight.ui;

import dev.rackside.client.ClientService;
import dev.rackside.db.TestDatabase;
import dev.rackside.failure.FailureService;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.insight.EvidenceService;
import dev.rackside.insight.InsightService;
import dev.rackside.session.SessionService;

/** The real services on a test's database. */
final class Doors {

    private Doors() {
    }

    static InsightDoors of(TestDatabase test) {
        var database = test.database();
        return new InsightDoors(new InsightService(database), new EvidenceService(database),
                new ClientService(database), new MachineService(database), new FailureService(database),
                new SessionService(database));
    }
}
