package dev.rackside;

import dev.rackside.access.AccessService;
import dev.rackside.access.PeopleService;
import dev.rackside.access.Role;
import dev.rackside.access.ui.PersonScreen;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.SlotNotice;
import dev.rackside.backup.notice.Notices;
import dev.rackside.client.ClientService;
import dev.rackside.client.ui.ClientActs;
import dev.rackside.client.ui.ClientScreen;
import dev.rackside.credential.CredentialService;
import dev.rackside.demo.DemoDesks;
import dev.rackside.failure.FailureService;
import dev.rackside.failure.ui.FailureActs;
import dev.rackside.failure.ui.FailureDoors;
import dev.rackside.failure.ui.FailureScreen;
import dev.rackside.fx.Background;
import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.ClosingBackground;
import dev.rackside.fx.Comforts;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Links;
import dev.rackside.fx.Once;
import dev.rackside.fx.Opener;
import dev.rackside.fx.Slot;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.infrastructure.ui.MachineActs;
import dev.rackside.infrastructure.ui.MachineDoors;
import dev.rackside.infrastructure.ui.MachineScreen;
import dev.rackside.insight.EvidenceService;
import dev.rackside.insight.InsightService;
import dev.rackside.insight.ui.InsightActs;
import dev.rackside.insight.ui.InsightDoors;
import dev.rackside.insight.ui.InsightScreen;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.ExchangeSettling;
import dev.rackside.integration.Retention;
import dev.rackside.integration.ui.ExchangeActs;
import dev.rackside.integration.ui.ExchangeDoors;
import dev.rackside.integration.ui.ExchangeScreen;
import dev.rackside.plan.PlanService;
import dev.rackside.row.Choice;
import dev.rackside.session.SessionService;
import dev.rackside.session.WorkService;
import dev.rackside.session.ui.SessionActs;
import dev.rackside.session.ui.SessionDoors;
import dev.rackside.session.ui.SessionScreen;
import dev.rackside.session.ui.WorkActs;
import dev.rackside.session.ui.WorkDoors;
import dev.rackside.session.ui.WorkScreen;
import dev.rackside.shell.DeskController;
import dev.rackside.shell.Destination;
import dev.rackside.tag.TagCatalogue;
import dev.rackside.tag.TagService;
import dev.rackside.tag.ui.TagActs;
import dev.rackside.tag.ui.TagScreen;
import dev.rackside.text.Messages;
import dev.rackside.ticket.TicketService;
import dev.rackside.ticket.ui.LinkTarget;
import dev.rackside.ticket.ui.TicketDoors;
import dev.rackside.workspace.OpenWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * What lives as long as a workspace is open: each room's service, its screen, and the callbacks by which one screen
 * leads to another. A screen is made when it is first opened.
 */
final class Rooms {

    private static final int SCOPE_MATCHES = 50;

    /** Every class that a room maps. */
    static final Set<Class<?>> ENTITIES = Stream.of(AccessService.ENTITIES, ClientService.ENTITIES,
            MachineService.ENTITIES, TagService.ENTITIES, SessionService.ENTITIES, FailureService.ENTITIES,
            InsightService.ENTITIES, TicketService.ENTITIES, BackupService.ENTITIES,
            ExchangeService.ENTITIES, CredentialService.ENTITIES, PlanService.ENTITIES)
            .flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private final OpenWorkspace workspace;
    private final ClosingBackground background;
    private final Failures failures;
    private final DeskController desk;
    private final ObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    private final Links links;

    private final ClientService clients;
    private final MachineService machines;
    private final TagService tags;
    private final SessionService sessions;
    private final WorkService work;
    private final FailureService patterns;
    private final InsightService insights;
    private final ExchangeService exchanges;
    private final PeopleService people;
    private final Bridges bridges;
    private final Slot telling;
    private final Place place;
    private final SecretDesk secrets;
    private final TicketService tickets;
    private final TicketDesk ticketDesk;

    private final Once<InsightScreen> insightScreen = new Once<>(this::makeInsights);
    private final Once<SessionScreen> sessionScreen = new Once<>(this::makeSessions);
    private final Once<WorkScreen> workScreen = new Once<>(this::makeWork);
    private final Once<MachineScreen> machineScreen = new Once<>(this::makeMachines);
    private final Once<TagScreen> tagScreen = new Once<>(this::makeTags);
    private final Once<ClientScreen> clientScreen = new Once<>(this::makeClients);
    private final Once<FailureScreen> failureScreen = new Once<>(this::makeFailures);
    private final Once<ExchangeScreen> exchangeScreen = new Once<>(this::makeExchanges);
    private final Once<PersonScreen> personScreen = new Once<>(this::makePeople);
    private final DatabaseBackups backups;
    private final ClientBackups clientBackups;

    /** @param kept what this workstation keeps of the workspace */
    Rooms(OpenWorkspace workspace, Kept kept, Background background, Failures failures, DeskController desk,
            Opener opener) {
        this.workspace = workspace;
        this.background = background.closing();
        this.failures = failures;
        this.desk = desk;
        scope.bind(desk.scope());
        this.links = new Links(opener);
        place = new Place(this.background, new Comforts(kept.memory(), this.background, failures), failures, scope,
                desk);
        var database = workspace.database();
        clients = new ClientService(database);
        machines = new MachineService(database);
        tags = new TagService(database);
        sessions = new SessionService(database);
        work = new WorkService(database);
        patterns = new FailureService(database);
        insights = new InsightService(database);
        tickets = new TicketService(database, this::person);
        exchanges = new ExchangeService(database);
        people = new PeopleService(database);
        secrets = new SecretDesk(workspace, kept, place, links::open);
        bridges = new Bridges(database, secrets.secrets(), sessions, this::person);
        secrets.over(bridges);
        ticketDesk = new TicketDesk(
                new TicketDoors(tickets, sessions, clients, bridges.tickets(), bridges.statuses(), bridges.customers(),
                        secrets.vaults()),
                place, new TicketDesk.Ways(this::showSession, this::showExchanges, this::linkHere, links));
        telling = this.background.slot();
        // What another run left behind is of no use to a person who can't write, so a problem is none here.
        this.background.slot().run(bridges.outside()::settleLeftOvers, _ -> {
        }, _ -> {
        });
        backups = new DatabaseBackups(workspace, kept.workshop().with(secrets.backupKeys()), secrets.vaults(),
                new Notices(database, kept.notices(), bridges.outside(), bridges.signIns()), place);
        clientBackups = new ClientBackups(
                new ClientBackups.Doors(new PlanService(database), bridges, clients, machines), place,
                new ClientBackups.Ways(this::showClient, this::showMachine, this::showExchange),
                secrets.vaults()::isOpen);
        secrets.vaults().onChange(() -> this.background.onScreen(clientBackups::look));
    }

    /** The places of the sidebar, in its order. */
    List<Destination> destinations() {
        return List.of(
                new Destination("insights", Feather.BOOK_OPEN, insightScreen::get).keys(InsightScreen.KEYS),
                ticketDesk.destination(),
                new Destination("sessions", Feather.CLOCK, sessionScreen::get).keys(SessionScreen.KEYS),
                new Destination("work", Feather.CHECK_SQUARE, workScreen::get).keys(WorkScreen.KEYS),
                new Destination("machines", Feather.SERVER, machineScreen::get).keys(MachineScreen.KEYS),
                new Destination("tags", Feather.TAG, tagScreen::get),
                new Destination("clients", Feather.USERS, clientScreen::get).keys(ClientScreen.KEYS),
                new Destination("failures", Feather.ALERT_TRIANGLE, failureScreen::get).keys(FailureScreen.KEYS),
                backups.backups(),
                backups.schedules(),
                clientBackups.plans(),
                new Destination("exchanges", Feather.REPEAT, Destination.Group.CARE, exchangeScreen::get)
                        .keys(ExchangeScreen.KEYS),
                secrets.destination(),
                clientBackups.mappings(),
                new Destination("people", Feather.USER_CHECK, Destination.Group.CARE, personScreen::get));
    }

    /** What everything can be narrowed to. */
    ChoicePicker.Lookup scopeLookup() {
        return text -> clients.choices(text, SCOPE_MATCHES);
    }

    /** What happened to a schedule's backup. */
    void told(SlotNotice notice) {
        backups.told(notice);
    }

    /** What made-up ticket systems are to be put into. */
    DemoDesks.Workspace demonstrated() {
        return new DemoDesks.Workspace(secrets.credentials(), secrets.secrets(), secrets.vaults(), tickets, machines);
    }

    /** Drops the vault's keys and takes away what is seen of secrets; nothing where it isn't open. */
    void lockVault() {
        secrets.lock();
    }

    /** @param idle after how long without a key or the mouse the vault is locked */
    void lockVaultAfter(Supplier<Duration> idle) {
        secrets.lockAfter(idle);
    }

    /** What looks at the database by itself stops, and so do screens that nobody sees any more. */
    void close() {
        scope.unbind();
        backups.stop();
        clientBackups.stop();
        secrets.stop();
        bridges.close();
        background.close();
    }

    private String person() {
        return workspace.who().username();
    }

    private boolean administrator() {
        return workspace.who().role().known() == Role.ADMINISTRATOR;
    }

    private InsightScreen makeInsights() {
        return place.kept("insights",
                new InsightScreen(new InsightDoors(insights, new EvidenceService(workspace.database()), clients,
                        machines, patterns, sessions), background, failures, scope,
                        new InsightActs(this::showClient, this::showMachine, links::open, workspace::who)));
    }

    private SessionScreen makeSessions() {
        return place.kept("sessions",
                new SessionScreen(new SessionDoors(sessions, clients), background, failures, scope,
                        new SessionActs(this::person, this::linkTicket, this::showTicketsOfSession, this::tell,
                                this::addWork, this::showWorkOfSession, this::showWork, this::showMachine,
                                links::open)));
    }

    private WorkScreen makeWork() {
        return place.kept("work",
                new WorkScreen(new WorkDoors(work, sessions, machines, tags), background, failures, scope,
                        new WorkActs(this::showSession, this::showMachine, links::open)));
    }

    private MachineScreen makeMachines() {
        return place.kept("machines",
                new MachineScreen(new MachineDoors(machines, clients, tags), background, failures, scope,
                        new MachineActs(this::showInsightsOfMachine, this::showClient, links::open)));
    }

    private TagScreen makeTags() {
        return place.kept("tags", new TagScreen(new TagCatalogue(workspace.database()), background, failures,
                new TagActs(tag -> desk.go("machines", () -> machineScreen.get().showForTag(tag)),
                        tag -> desk.go("work", () -> workScreen.get().showForTag(tag)))));
    }

    private ClientScreen makeClients() {
        return place.kept("clients", new ClientScreen(clients, background, failures, scope,
                new ClientActs(desk::scopeTo, client -> showOf(client, "machines"),
                        client -> showOf(client, "sessions"), client -> showOf(client, "tickets"),
                        client -> showOf(client, "insights"), links::open)));
    }

    private FailureScreen makeFailures() {
        return place.kept("failures",
                new FailureScreen(new FailureDoors(patterns, clients, machines), background, failures,
                        scope, new FailureActs(this::showClient, this::showMachine, this::showInsight, links::open)));
    }

    private ExchangeScreen makeExchanges() {
        return place.kept("exchanges", new ExchangeScreen(new ExchangeDoors(exchanges,
                new ExchangeSettling(workspace.database(), this::person),
                new Retention(workspace.database(), this::person, this::administrator)),
                background, failures, scope,
                new ExchangeActs(this::showSession, (_, item) -> showWork(item), links::open)));
    }

    private PersonScreen makePeople() {
        return place.kept("people", new PersonScreen(people, workspace::who, background, failures));
    }

    private void showOf(Choice client, String place) {
        desk.scopeTo(client);
        desk.go(place);
    }

    private void showClient(UUID id) {
        desk.go("clients", () -> clientScreen.get().show(id));
    }

    private void showMachine(UUID id) {
        desk.go("machines", () -> machineScreen.get().show(id));
    }

    private void showSession(UUID id) {
        desk.go("sessions", () -> sessionScreen.get().show(id));
    }

    private void showExchanges(String ticket) {
        desk.go("exchanges", () -> exchangeScreen.get().showAbout(ticket));
    }

    private void showExchange(UUID id) {
        desk.go("exchanges", () -> exchangeScreen.get().show(id));
    }

    private void showTicketsOfSession(UUID session) {
        ticketDesk.showForSession(session);
    }

    private void linkTicket(UUID session) {
        ticketDesk.link(new LinkTarget(session, null));
    }

    /** Finds a ticket for whatever is chosen where one is. */
    void linkHere() {
        ticketDesk.link(switch (String.valueOf(desk.here())) {
            case "sessions" -> of(sessionScreen.get().chosen(), row -> new LinkTarget(row.id(), row.clientId()));
            case "work" -> of(workScreen.get().chosen(), row -> new LinkTarget(row.sessionId(), row.clientId()));
            case "tickets" -> of(ticketDesk.screen().chosen(), row -> new LinkTarget(row.sessionId(), row.clientId()));
            case "insights" -> of(insightScreen.get().chosen(), row -> new LinkTarget(null, row.clientId()));
            case "machines" -> of(machineScreen.get().chosen(), row -> new LinkTarget(null, row.clientId()));
            case "clients" -> of(clientScreen.get().chosen(), row -> new LinkTarget(null, row.id()));
            default -> of(null, _ -> LinkTarget.NONE);
        });
    }

    /** What the window is narrowed to stands in where nothing is chosen. */
    private <R> LinkTarget of(@Nullable R row, Function<R, LinkTarget> target) {
        var narrowed = scope.get();
        return row == null ? new LinkTarget(null, narrowed == null ? null : narrowed.id()) : target.apply(row);
    }

    private void tell(UUID session) {
        telling.once(() -> bridges.hooks().tell(session),
                count -> desk.say(Messages.get("session.told", count)));
    }

    private void addWork(UUID session) {
        desk.go("work", () -> workScreen.get().addFor(session));
    }

    private void showWorkOfSession(UUID session) {
        desk.go("work", () -> workScreen.get().showForSession(session));
    }

    private void showWork(UUID id) {
        desk.go("work", () -> workScreen.get().show(id));
    }

    private void showInsight(UUID id) {
        desk.go("insights", () -> insightScreen.get().show(id));
    }

    private void showInsightsOfMachine(UUID machine) {
        desk.go("insights", () -> insightScreen.get().showForMachine(machine));
    }
}
