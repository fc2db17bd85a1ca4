package dev.rackside.ticket.ui;

import dev.rackside.access.Role;
import dev.rackside.access.Who;
import dev.rackside.client.ClientService;
import dev.rackside.credential.Pins;
import dev.rackside.credential.SealedCredentials;
import dev.rackside.credential.SecretService;
import dev.rackside.credential.SignIns;
import dev.rackside.credential.VaultService;
import dev.rackside.db.TestDatabase;
import dev.rackside.integration.CustomerMapping;
import dev.rackside.session.SessionService;
import dev.rackside.text.Coded;
import dev.rackside.ticket.RemoteTickets;
import dev.rackside.ticket.StatusRefresh;
import dev.rackside.ticket.TicketGateway;
import dev.rackside.ticket.TicketService;
import java.nio.file.Path;
import java.util.List;

/** The doors that the screens of tickets need. */
final class Doors {

    private Doors() {
    }

    /** Nothing answers outside. */
    static TicketDoors offline(TestDatabase test) {
        var vault = new VaultService(test.database(), new Who(null, "mara.ellis", "Mara", Coded.of(Role.TECHNICIAN)),
                new Pins(Path.of("target", "no-pins")));
        return of(test, new SignIns(test.database(), new SecretService(test.database(), vault)), vault, List.of());
    }

    static TicketDoors of(TestDatabase test, SealedCredentials credentials, List<TicketGateway> gateways) {
        return of(test, credentials.signIns(), credentials.vault(), gateways);
    }

    private static TicketDoors of(TestDatabase test, SignIns signIns, VaultService vault,
            List<TicketGateway> gateways) {
        var remote = new RemoteTickets(signIns, gateways);
        return new TicketDoors(new TicketService(test.database(), () -> "mara.ellis"),
                new SessionService(test.database()), new ClientService(test.database()), remote,
                new StatusRefresh(test.database(), remote),
                new CustomerMapping(test.database(), () -> "mara.ellis"), vault);
    }
}
