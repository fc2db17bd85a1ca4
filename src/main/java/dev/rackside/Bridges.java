package dev.rackside;

import dev.rackside.credential.ConnectionTests;
import dev.rackside.credential.OAuth;
import dev.rackside.credential.SecretService;
import dev.rackside.credential.SignIns;
import dev.rackside.credential.Tester;
import dev.rackside.db.Database;
import dev.rackside.hook.HookService;
import dev.rackside.integration.CustomerMapping;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.MappingService;
import dev.rackside.integration.Outside;
import dev.rackside.plan.Msp360;
import dev.rackside.plan.PlanPoll;
import dev.rackside.session.SessionService;
import dev.rackside.ticket.RemoteCustomers;
import dev.rackside.ticket.RemoteTickets;
import dev.rackside.ticket.StatusRefresh;
import dev.rackside.ticket.TicketGateway;
import dev.rackside.ticket.autotask.AutotaskGateway;
import dev.rackside.ticket.connectwise.ConnectWiseGateway;
import dev.rackside.ticket.syncro.SyncroGateway;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What leads out of the house, as long as a workspace is open: the one way out, and each vendor's gateway. */
final class Bridges implements AutoCloseable {

    private final Outside outside;
    private final SignIns signIns;
    private final OAuth oauth;
    private final ConnectionTests tests;
    private final RemoteTickets tickets;
    private final StatusRefresh statuses;
    private final CustomerMapping customers;
    private final HookService hooks;
    private final RemoteCustomers fetching;
    private final MappingService mappings;
    private final PlanPoll plans;

    /** @param who the name that stands in the log */
    Bridges(Database database, SecretService secrets, SessionService sessions, Supplier<String> who) {
        outside = new Outside(database, who);
        oauth = new OAuth(database, secrets, outside);
        signIns = new SignIns(database, secrets, oauth);
        TicketGateway syncro = new SyncroGateway(outside);
        TicketGateway autotask = new AutotaskGateway(outside);
        TicketGateway connectWise = new ConnectWiseGateway(outside);
        var msp360 = new Msp360(outside);
        tests = new ConnectionTests(database, signIns, Map.<ExchangeSystem, Tester>of(
                ExchangeSystem.SYNCRO_MSP, syncro, ExchangeSystem.AUTOTASK, autotask, ExchangeSystem.CONNECTWISE,
                connectWise, ExchangeSystem.MSP_BACKUPS, msp360));
        tickets = new RemoteTickets(signIns, List.of(syncro, autotask, connectWise));
        statuses = new StatusRefresh(database, tickets);
        hooks = new HookService(signIns, sessions, outside);
        customers = new CustomerMapping(database, who);
        fetching = new RemoteCustomers(database, tickets);
        mappings = new MappingService(database, who);
        plans = new PlanPoll(database, signIns, msp360, who);
    }

    Outside outside() {
        return outside;
    }

    SignIns signIns() {
        return signIns;
    }

    OAuth oauth() {
        return oauth;
    }

    ConnectionTests tests() {
        return tests;
    }

    RemoteTickets tickets() {
        return tickets;
    }

    StatusRefresh statuses() {
        return statuses;
    }

    HookService hooks() {
        return hooks;
    }

    CustomerMapping customers() {
        return customers;
    }

    MappingService mappings() {
        return mappings;
    }

    PlanPoll plans() {
        return plans;
    }

    /** Asks the ticket systems in use for their customers; returns how many they told of. */
    int fetchCustomers(BooleanSupplier cancelled) {
        return fetching.fetch(cancelled);
    }

    /** What is under way breaks off. */
    @Override
    public void close() {
        outside.close();
    }
}
