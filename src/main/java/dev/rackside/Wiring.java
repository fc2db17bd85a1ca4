package dev.rackside;

import dev.rackside.backup.SlotNotice;
import dev.rackside.backup.Workshop;
import dev.rackside.backup.notice.NoticeHome;
import dev.rackside.credential.Pins;
import dev.rackside.credential.SessionSignals;
import dev.rackside.credential.ui.VaultModel;
import dev.rackside.demo.DemoDesks;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Alarm;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Job;
import dev.rackside.fx.ListMemory;
import dev.rackside.fx.Once;
import dev.rackside.fx.Opener;
import dev.rackside.fx.Slot;
import dev.rackside.fx.Theme;
import dev.rackside.fx.Views;
import dev.rackside.insight.InsightService;
import dev.rackside.instance.Instance;
import dev.rackside.instance.Start;
import dev.rackside.sample.SampleData;
import dev.rackside.shell.Command;
import dev.rackside.shell.DeskController;
import dev.rackside.shell.FirstSight;
import dev.rackside.shell.Link;
import dev.rackside.text.Messages;
import dev.rackside.ticket.ui.TicketLinking;
import dev.rackside.workspace.KeyringPasswords;
import dev.rackside.workspace.OpenWorkspace;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import dev.rackside.workspace.ui.ConnectionWatch;
import dev.rackside.workspace.ui.CopyWizard;
import dev.rackside.workspace.ui.NotOpenedController;
import dev.rackside.workspace.ui.Opening;
import dev.rackside.workspace.ui.PasswordController;
import dev.rackside.workspace.ui.WelcomeController;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The composition root of the window: every object that lives as long as the program is made here, by {@code new}.
 * What lives as long as a workspace is open is made in {@link Rooms}.
 */
final class Wiring {

    private final Failures failures = new Failures();
    private final Background background = Background.threads(failures);
    private final Theme theme = new Theme();
    private final Views views = new Views();
    private final Slot looking = background.slot();
    private final Slot demonstrating = background.slot();
    private final Slot listening = background.slot();
    private final Slot handing = background.slot();
    private final DeskController desk = new DeskController(background, failures);
    private final Places places;
    private final KeyringPasswords passwords = new KeyringPasswords();
    private final Timekeeper timekeeper = new Timekeeper(background, this::told);
    private final Workstation workstation;
    private final Opening opening = new Opening(background, passwords, this::open, new Progress());
    private final Workspaces workspaces;
    private final Wishes wishes;
    private final WorkspaceOpener opener;
    private final UnaryOperator<Instant> sampleUntil;
    private final CopyWizard copying;
    private final WelcomeController welcome;
    private final Once<Parent> welcomePage;
    private final Opener documents;
    private Instance instance;
    private @Nullable OpenWorkspace open;
    private @Nullable Rooms rooms;
    private @Nullable DemoDesks demo;
    private @Nullable ConnectionWatch watch;
    private @Nullable SessionSignals signals;
    /** The workspace that gives way to the next one; closed before that is opened, since it may be the same. */
    private final AtomicReference<@Nullable OpenWorkspace> leaving = new AtomicReference<>();
    /** What was made of the lists of the workspace that was opened last; read off the screen thread. */
    private volatile ListMemory memory = ListMemory.none();
    /** The workspace whose failed opening is on the screen. */
    private volatile @Nullable Workspace failing;

    /** @param sampleUntil when the newest rows of a sample are, by what the time is now */
    Wiring(Places places, HostServices hostServices, UnaryOperator<Instant> sampleUntil) {
        this.places = places;
        this.sampleUntil = sampleUntil;
        this.workspaces = new Workspaces(places);
        this.wishes = new Wishes(workspaces);
        this.instance = Instance.alone(places);
        this.opener = new WorkspaceOpener(places, Rooms.ENTITIES, Platform::isFxApplicationThread);
        this.documents = new Opener(hostServices::showDocument);
        this.workstation = new Workstation(places, documents, background, theme, desk);
        this.welcome = new WelcomeController(background, failures, views, workspaces, passwords, opening);
        this.welcomePage = new Once<>(() -> views.load(welcome));
        welcome.beside(workspace -> instance.claim(workspace.name()), desk::say);
        this.copying = new CopyWizard(background, failures, views, workspaces, passwords, places, opening);
    }

    /** Shows the desk at once and opens the workspace behind it. */
    void open(Stage stage, Start start) {
        failures.install();
        // What comes of it is shown when the desk is made.
        begin(start);
        var root = views.load(desk);
        var scene = stage.getScene() == null ? FirstSight.scene(root) : stage.getScene();
        scene.setRoot(root);
        workstation.apply(this::renew);
        theme.dress(scene);
        stage.setTitle(Messages.get("app.name"));
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            closing(stage::close);
        });
        desk.command(new Command(Messages.get("workspace.switch"), null, this::switchWorkspace));
        desk.command(new Command(Messages.get("workspace.link.save"), null, this::saveLink));
        desk.command(new Command(Messages.get("workspace.copy"), null, () -> desk.leave(
                () -> copying.show(open, desk::instead, desk::resume, this::welcome))));
        desk.command(new Command(TicketLinking.LINK.words(), TicketLinking.LINK.keys(), () -> {
            if (rooms != null) {
                rooms.linkHere();
            }
        }));
        desk.command(new Command(VaultModel.LOCK.words(), VaultModel.LOCK.keys(), this::lockVault));
        listening.run(() -> SessionSignals.listen(() -> background.onScreen(this::lockVault)),
                heard -> signals = heard);
        desk.onWorkspace(Messages.get("workspace.switch"), this::switchWorkspace);
        stage.show();
        Rehearsal.of(stage, desk);
        workstation.shown(failures);
        if (start.demo()) {
            demo = new DemoDesks();
        }
        desk.starting(Messages.get("workspace.opening"));
    }

    /** What is to be opened, with what takes longest in that begun. */
    private Wishes.Wish foresee(Start start) {
        var wish = wishes.of(start);
        if (wish.workspace() instanceof Workspace.Local local) {
            opener.serveAhead(local);
        }
        if (wish.workspace() != null) {
            // The list that a workspace opens with, unless the person chose another start page.
            opener.mapAhead(InsightService::prepare);
        }
        return wish;
    }

    private void told(SlotNotice notice) {
        if (rooms != null) {
            rooms.told(notice);
        }
    }

    private void lockVault() {
        if (rooms != null) {
            rooms.lockVault();
        }
    }

    private void begin(Start start) {
        looking.run(() -> foresee(start), wish -> {
            if (wish.workspace() == null) {
                welcome();
                offer(wish);
            } else {
                opening.open(wish.workspace(), start.sample() || start.demo());
            }
        }, problem -> {
            welcome();
            desk.problem(problem, () -> {
                desk.starting(Messages.get("workspace.opening"));
                begin(start);
            });
        });
    }

    /** From now on this window takes what later starts want of its workspace. To be called on the screen thread. */
    void join(Instance joined, Stage stage) {
        instance = joined;
        joined.receive((start, taken) -> background.onScreen(() -> {
            stage.setIconified(false);
            stage.show();
            stage.toFront();
            stage.requestFocus();
            taken.run();
            if (start.link() != null && open == null) {
                handing.run(() -> wishes.of(start), this::offer);
            }
        }));
    }

    private void offer(Wishes.Wish wish) {
        if (wish.offered() != null) {
            desk.instead(welcomePage.get());
            welcome.offer(wish.offered());
        }
    }

    private void saveLink() {
        if (open == null) {
            welcome();
        } else {
            welcomePage.get();
            welcome.saveLink(open.workspace());
        }
    }

    private void switchWorkspace() {
        desk.leave(this::welcome);
    }

    /** Asks for what isn't saved, and for what is still running, before the window closes. */
    private void closing(Runnable then) {
        desk.leave(() -> {
            var jobs = background.jobs();
            if (jobs.isEmpty() || failures.confirm(Messages.get("shell.jobs.running", jobs.size()),
                    Messages.get("shell.jobs.running.explained",
                            jobs.stream().map(Job::title).collect(Collectors.joining(", "))),
                    Messages.get("shell.jobs.cancel"))) {
                then.run();
            }
        });
    }

    private void welcome() {
        opening.cancel();
        failing = null;
        if (open == null) {
            desk.link(Link.CLOSED);
            instance.occupy(null);
        }
        desk.instead(welcomePage.get());
        welcome.shown(open == null ? null : desk::resume);
    }

    /** Opens a workspace, off the screen thread. */
    private OpenWorkspace open(Workspace workspace, char[] password, boolean sample) throws SQLException {
        closeLeaving();
        var opened = switch (workspace) {
            case Workspace.Local local -> opener.open(local, this::tell);
            case Workspace.Team team -> opener.open(team, password, this::tell);
        };
        try {
            if (sample) {
                fill(opened);
            }
            workspaces.opened(workspace);
            memory = ListMemory.read(workspaces.settings(workspace).resolve("lists.json"));
            return opened;
        } catch (SQLException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void fill(OpenWorkspace opened) throws SQLException {
        try (var connection = opened.database().dataSource().getConnection()) {
            if (SampleData.fits(connection)) {
                say("workspace.step.sample");
                SampleData.standard(sampleUntil.apply(opened.database().ping())).fill(connection,
                        dev.rackside.sample.Progress.NONE);
            }
        }
    }

    private void tell(WorkspaceOpener.Step step) {
        say("workspace.step." + step.name().toLowerCase(Locale.ROOT));
    }

    private void say(String key) {
        background.onScreen(() -> {
            if (failing == null) {
                desk.starting(Messages.get(key));
            }
        });
    }

    /** How an opening goes, as the window shows it. */
    private final class Progress implements Opening.View {

        @Override
        public void opening(Workspace workspace) {
            if (workspace.equals(failing)) {
                desk.link(Link.CONNECTING);
                return;
            }
            failing = null;
            instance.occupy(workspace.name());
            leave();
            desk.close();
            desk.starting(Messages.get("workspace.opening"));
        }

        @Override
        public void opened(OpenWorkspace workspace) {
            failing = null;
            show(workspace);
        }

        @Override
        public void failed(Workspace workspace, Problem problem, boolean again) {
            desk.link(again ? Link.CONNECTING : Link.CLOSED);
            if (!workspace.equals(failing)) {
                failing = workspace;
                desk.instead(views.load(
                        new NotOpenedController(workspace, again, opening::retry, Wiring.this::welcome)));
            }
            desk.problem(problem, opening::retry);
        }

        @Override
        public void password(Workspace.Team team, @Nullable Problem refused, boolean mayKeep) {
            failing = null;
            desk.close();
            desk.link(Link.CLOSED);
            desk.instead(views.load(
                    new PasswordController(team, refused, mayKeep, opening, Wiring.this::welcome)));
        }
    }

    private void show(OpenWorkspace workspace) {
        open = workspace;
        workstation.opened(workspace);
        var fresh = rooms(workspace);
        rooms = fresh;
        desk.open(fresh.destinations(), fresh.scopeLookup(), workspace.who().displayName(),
                workspace.workspace().name());
        var refused = workspace.database().writesRefused();
        if (refused != null) {
            desk.readOnly(refused);
        }
        demonstrate(workspace);
        timekeeper.start(workspace, workshop(workspace));
        var watching = new ConnectionWatch(background, workspace);
        watching.answering().addListener((_, _, answers) -> desk.link(answers ? Link.CONNECTED : Link.LOST));
        watch = watching;
    }

    /** The made-up ticket systems are for the demo's own workspace alone. */
    private void demonstrate(OpenWorkspace workspace) {
        var desks = demo;
        var made = rooms;
        if (desks != null && made != null && workspace.workspace().name().equals(Start.DEMO)) {
            desk.notice(Messages.get("shell.demo", DemoDesks.PASSWORD));
            demonstrating.run(() -> {
                desks.start(made.demonstrated());
                return desks;
            }, _ -> desk.refresh());
        }
    }

    private Rooms rooms(OpenWorkspace workspace) {
        var settings = workspaces.settings(workspace.workspace());
        var kept = new Kept(memory, new Pins(settings.resolve("vault.properties")), workshop(workspace),
                new NoticeHome(workspace.workspace().name(), dev.rackside.backup.Workstation.name(), settings,
                        passwords));
        var made = new Rooms(workspace, kept, background, failures, desk, documents);
        made.lockVaultAfter(workstation::vaultIdle);
        return made;
    }

    private Workshop workshop(OpenWorkspace workspace) {
        return Workshop.of(places.data(), places.config(), places.cache(), workspace.workspace().name());
    }

    /** Everything is shown otherwise from now on, so the screens are made anew; the database stays. */
    private void renew() {
        if (open != null && rooms != null) {
            rooms.close();
            rooms = rooms(open);
            desk.renew(rooms.destinations());
            demonstrate(open);
        }
    }

    /** The open workspace gives way; it is closed off the screen thread, since its server takes a moment to stop. */
    private void leave() {
        if (watch != null) {
            watch.stop();
        }
        if (rooms != null) {
            desk.close();
            rooms.close();
        }
        timekeeper.stop();
        if (open != null) {
            background.jobs().forEach(Job::cancel);
            leaving.set(open);
        }
        workstation.opened(null);
        rooms = null;
        watch = null;
        open = null;
    }

    private void closeLeaving() {
        memory.write();
        var left = leaving.getAndSet(null);
        if (left != null) {
            left.close();
        }
    }

    /** Ends what runs; the workspace's own server is stopped cleanly. */
    void close() {
        instance.close();
        background.jobs().forEach(Job::cancel);
        opening.cancel();
        leave();
        closeLeaving();
        opener.close();
        workstation.close();
        if (demo != null) {
            demo.close();
        }
        if (signals != null) {
            signals.close();
        }
    }
}
