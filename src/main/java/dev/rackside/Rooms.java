package dev.rackside;

import dev.rackside.access.AccessService;
import dev.rackside.backup.BackupHealth;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.ui.BackupScreen;
import dev.rackside.backup.ui.BackupWatch;
import dev.rackside.client.ClientService;
import dev.rackside.client.ui.ClientActs;
import dev.rackside.client.ui.ClientScreen;
import dev.rackside.failure.FailureService;
import dev.rackside.fx.Background;
import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Links;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.infrastructure.ui.MachineActs;
import dev.rackside.infrastructure.ui.MachineDoors;
import dev.rackside.infrastructure.ui.MachineScreen;
import dev.rackside.insight.InsightService;
import dev.rackside.insight.ui.InsightActs;
import dev.rackside.insight.ui.InsightDoors;
import dev.rackside.insight.ui.InsightScreen;
import dev.rackside.row.Choice;
import dev.rackside.session.SessionService;
import dev.rackside.session.ui.SessionActs;
import dev.rackside.session.ui.SessionDoors;
import dev.rackside.session.ui.SessionScreen;
import dev.rackside.shell.DeskController;
import dev.rackside.shell.Destination;
import dev.rackside.tag.TagService;
import dev.rackside.ticket.TicketService;
import dev.rackside.ticket.ui.TicketActs;
import dev.rackside.ticket.ui.TicketDoors;
import dev.rackside.ticket.ui.TicketScreen;
import dev.rackside.workspace.OpenWorkspace;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.HostServices;
import org.kordamp.ikonli.feather.Feather;

/**
 * What lives as long as a workspace is open: each room's service, its screen, and the callbacks by which one screen
 * leads to another. A screen is made when it is first opened.
 */
final class Rooms {

    private static final int SCOPE_MATCHES = 50;

    /** Every class that a room maps. */
    static final Set<Class<?>> ENTITIES = Stream
            .of(AccessService.ENTITIES, ClientService.ENTITIES, BackupService.ENTITIES)
            .flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private final OpenWorkspace workspace;
    private final Background background;
    private final Failures failures;
    private final DeskController desk;
    private final ObservableValue<@Nullable Choice> scope;
    private final Links links;

    private final ClientService clients;
    private final BackupService backups;
    private final BackupWatch backupWatch;
    private final OpenWorkspace workspace;
    private final Background background;
    private final Failures failures;
    private final DeskController desk;

    Rooms(OpenWorkspace workspace, Background background, Failures failures, DeskController desk,
            HostServices hostServices) {
        this.workspace = workspace;
        this.background = background;
        this.failures = failures;
        this.desk = desk;
        clients = new ClientService(workspace.database());
        backups = new BackupService(workspace.database());
        backupWatch = new BackupWatch(backups, background, health -> mark(desk, health));
    }

    /** The places of the sidebar, in its order. */
    List<Destination> destinations() {
        return List.of(new Destination("backups", Feather.ARCHIVE, () -> new BackupScreen(backups,
                workspace.who().username(), background, failures, desk.scope())));
    }

    private static void mark(DeskController desk, BackupHealth health) {
        desk.mark("backups", switch (health.light()) {
            case GREEN -> null;
            case AMBER -> "dot-warn";
            case RED -> "dot-bad";
        }, health.sentence());
    }

    /** What looks at the database by itself stops. */
    void close() {
        backupWatch.stop();
    }

    /** What everything can be narrowed to. */
    ChoicePicker.Lookup scopeLookup() {
        return text -> clients.choices(text, SCOPE_MATCHES);
    }

    private void mark(BackupHealth state) {
        var style = switch (state.light()) {
            case GREEN -> null;
            case AMBER -> "dot-warn";
            case RED -> "dot-bad";
        };
        desk.mark("backups", style, state.sentence());
    }

    /** What looks at the database by itself stops. */
    void close() {
        backupWatch.stop();
    }

    private String person() {
        return workspace.who().username();
    }

    private InsightScreen makeInsights() {
        return new InsightScreen(new InsightDoors(insights, clients, machines, patterns), background, failures, scope,
                new InsightActs(this::showClient, this::showMachine, links::open, workspace::who));
    }

    private TicketScreen makeTickets() {
        return new TicketScreen(new TicketDoors(tickets, sessions, clients), background, failures, scope,
                new TicketActs(this::showSession, links::open));
    }

    private SessionScreen makeSessions() {
        return new SessionScreen(new SessionDoors(sessions, clients), background, failures, scope,
                new SessionActs(this::person, this::linkTicket, this::showTicketsOfSession, this::showMachine,
                        links::open));
    }

    private MachineScreen makeMachines() {
        return new MachineScreen(new MachineDoors(machines, clients, tags), background, failures, scope,
                new MachineActs(this::showInsightsOfMachine, this::showClient, links::open));
    }

    private ClientScreen makeClients() {
        return new ClientScreen(clients, background, failures, scope,
                new ClientActs(desk::scopeTo, client -> showOf(client, "machines"),
                        client -> showOf(client, "sessions"), client -> showOf(client, "tickets"),
                        client -> showOf(client, "insights"), links::open));
    }

    private BackupScreen makeBackups() {
        return new BackupScreen(backups, person(), background, failures, scope);
    }

    private void showOf(Choice client, String place) {
        desk.scopeTo(client);
        desk.go(place);
    }

    private void showClient(UUID id) {
        if (desk.go("clients")) {
            clientScreen.get().show(id);
        }
    }

    private void showMachine(UUID id) {
        if (desk.go("machines")) {
            machineScreen.get().show(id);
        }
    }

    private void showSession(UUID id) {
        if (desk.go("sessions")) {
            sessionScreen.get().show(id);
        }
    }

    private void showTicketsOfSession(UUID session) {
        if (desk.go("tickets")) {
            ticketScreen.get().showForSession(session);
        }
    }

    private void linkTicket(UUID session) {
        if (desk.go("tickets")) {
            ticketScreen.get().linkFor(session);
        }
    }

    private void showInsightsOfMachine(UUID machine) {
        if (desk.go("insights")) {
            insightScreen.get().showForMachine(machine);
        }
    }
}
