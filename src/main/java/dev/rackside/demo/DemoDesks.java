package dev.rackside.demo;

import dev.rackside.credential.CredentialDraft;
import dev.rackside.credential.CredentialFacet;
import dev.rackside.credential.CredentialRow;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.CredentialType;
import dev.rackside.credential.SecretService;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.credential.VaultService;
import dev.rackside.credential.VaultService.Standing;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.infrastructure.MachineFilter;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.PageRequest;
import dev.rackside.text.Coded;
import dev.rackside.ticket.TicketFilter;
import dev.rackside.ticket.TicketRow;
import dev.rackside.ticket.TicketService;
import dev.rackside.ticket.TicketSystem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outside systems of a demo on this machine: three of tickets, with those that a workspace is linked to and some more,
 * and one of clients' backups; and the credentials by which that workspace reaches them. Everything in them is made up.
 */
public final class DemoDesks implements AutoCloseable {

    /** Of the demo workspace's vault; it keeps nothing that is worth keeping. */
    public static final String PASSWORD = "nothing real in here";

    /** About as long as the real ones take. */
    private static final int DELAY_MILLIS = 150;
    private static final int MOST_LINKS = 2000;

    private static final int MOST_MACHINES = 60;

    private final Map<TicketSystem, VendorStub> stubs = new EnumMap<>(TicketSystem.class);
    private final Msp360Stub backups = new Msp360Stub(DELAY_MILLIS);

    /** The workspace that is shown. */
    public record Workspace(CredentialService credentials, SecretService secrets, VaultService vault,
            TicketService tickets, MachineService machines) {}

    public DemoDesks() {
        stubs.put(TicketSystem.SYNCRO_MSP, new SyncroStub(DELAY_MILLIS));
        stubs.put(TicketSystem.AUTOTASK, new AutotaskStub(DELAY_MILLIS));
        stubs.put(TicketSystem.CONNECTWISE, new ConnectWiseStub(DELAY_MILLIS));
    }

    /**
     * Starts the systems and lets the workspace reach them; its vault is made, or opened where its password is the
     * demo's. To be called again where the workspace's screens were made anew. Takes a moment.
     */
    public void start(Workspace workspace) {
        stubs.values().forEach(VendorStub::start);
        DemoTickets.of(linked(workspace.tickets())).forEach((system, tickets) -> stub(system).add(tickets));
        backups.start();
        DemoPlans.tell(backups, workspace.machines().list(MachineFilter.ALL)
                .page(PageRequest.start(MachineService.DEFAULT_ORDER, MOST_MACHINES)).rows());
        open(workspace.vault());
        if (workspace.vault().isOpen()) {
            for (var system : TicketSystem.values()) {
                reach(workspace, draft(system), secrets(system));
            }
            reach(workspace, draft("Demo: MSP360", ExchangeSystem.MSP_BACKUPS, Msp360Stub.LOGIN,
                    backups.base().toString(), Map.of()), Map.of(Place.PASSWORD, Msp360Stub.PASSWORD));
        }
    }

    private static List<TicketRow> linked(TicketService tickets) {
        return tickets.list(TicketFilter.ALL).page(PageRequest.start(TicketService.DEFAULT_ORDER, MOST_LINKS)).rows();
    }

    private static void open(VaultService vault) {
        var password = PASSWORD.toCharArray();
        if (vault.standing() == Standing.NONE) {
            vault.create(password).close();
        } else if (vault.standing() == Standing.LOCKED) {
            try {
                vault.unlock(password);
            } catch (Problem problem) {
                // Somebody gave it another password, and knows that.
                if (problem.code() != ErrorCode.SECRET_PASSWORD_WRONG) {
                    throw problem;
                }
            }
        }
    }

    private VendorStub stub(TicketSystem system) {
        var stub = stubs.get(system);
        if (stub == null) {
            throw new IllegalArgumentException(system.name());
        }
        return stub;
    }

    /** The systems answer under other numbers at every start, so the address is written anew. */
    private static void reach(Workspace workspace, CredentialDraft draft, Map<Place, String> values) {
        var credentials = workspace.credentials();
        var known = named(credentials, String.valueOf(draft.name()));
        UUID id;
        if (known.isEmpty()) {
            id = credentials.create(draft).id();
        } else {
            var loaded = credentials.load(known.get().id());
            id = credentials.save(loaded, draft).id();
        }
        var secrets = new EnumMap<Place, Optional<char[]>>(Place.class);
        values.forEach((place, secret) -> secrets.put(place, Optional.of(secret.toCharArray())));
        workspace.secrets().write(id, secrets);
    }

    private static Optional<CredentialRow> named(CredentialService credentials, String name) {
        return credentials.list(new FacetFilter<CredentialFacet>(name, Map.of()))
                .page(PageRequest.start(CredentialService.DEFAULT_ORDER, 50)).rows().stream()
                .filter(row -> name.equals(row.name())).findFirst();
    }

    private CredentialDraft draft(TicketSystem system) {
        var base = stub(system).base().toString();
        return switch (system) {
            case SYNCRO_MSP -> draft("Demo: Syncro", ExchangeSystem.SYNCRO_MSP, null, base, Map.of());
            case AUTOTASK -> draft("Demo: Autotask", ExchangeSystem.AUTOTASK, AutotaskStub.USER, base, Map.of());
            case CONNECTWISE -> draft("Demo: ConnectWise", ExchangeSystem.CONNECTWISE, ConnectWiseStub.PUBLIC_KEY,
                    base, Map.of("company", ConnectWiseStub.COMPANY, "clientId", ConnectWiseStub.CLIENT_ID));
        };
    }

    private static CredentialDraft draft(String name, ExchangeSystem system, @Nullable String user, String base,
            Map<String, Object> settings) {
        var all = new TreeMap<>(settings);
        all.put("ownNetwork", true);
        return new CredentialDraft(name, Coded.of(system), Coded.of(CredentialType.API_KEY), user, base,
                JsonMapper.shared().writeValueAsString(all), null, true);
    }

    private static Map<Place, String> secrets(TicketSystem system) {
        return switch (system) {
            case SYNCRO_MSP -> Map.of(Place.API_KEY, SyncroStub.TOKEN);
            case AUTOTASK -> Map.of(Place.PASSWORD, AutotaskStub.SECRET, Place.API_KEY, AutotaskStub.CODE);
            case CONNECTWISE -> Map.of(Place.PASSWORD, ConnectWiseStub.PRIVATE_KEY);
        };
    }

    @Override
    public void close() {
        stubs.values().forEach(VendorStub::close);
        backups.close();
    }
}
