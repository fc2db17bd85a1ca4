package dev.rackside;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Job;
import dev.rackside.fx.Slot;
import dev.rackside.fx.Theme;
import dev.rackside.fx.Views;
import dev.rackside.sample.SampleData;
import dev.rackside.shell.DeskController;
import dev.rackside.shell.Link;
import dev.rackside.text.Messages;
import dev.rackside.workspace.OpenWorkspace;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import dev.rackside.workspace.ui.ConnectionWatch;
import java.sql.SQLException;
import java.util.Locale;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The composition root of the window: every object that lives as long as the program is made here, by {@code new}.
 * What lives as long as a workspace is open is made in {@link Rooms}.
 */
final class Wiring {

    private static final String SAMPLE_NAME = "Sample";
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 820;

    private final Failures failures = new Failures();
    private final Background background = Background.threads(failures);
    private final Theme theme = new Theme();
    private final Views views = new Views();
    private final Slot opening = background.slot();
    private final DeskController desk = new DeskController(background, failures, theme);
    private final Workspaces workspaces;
    private final WorkspaceOpener opener;
    private final HostServices hostServices;
    private @Nullable OpenWorkspace open;
    private @Nullable ConnectionWatch watch;
    private @Nullable Rooms rooms;

    Wiring(Places places, HostServices hostServices) {
        this.workspaces = new Workspaces(places);
        this.opener = new WorkspaceOpener(places, Rooms.ENTITIES, Platform::isFxApplicationThread);
        this.hostServices = hostServices;
    }

    /** Shows the window at once and opens the workspace behind it. */
    void open(Stage stage, Start start) {
        failures.install();
        theme.choose(Theme.Wish.SYSTEM);
        var scene = new Scene(views.load(desk), WIDTH, HEIGHT);
        theme.dress(scene);
        stage.setTitle(Messages.get("app.name"));
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            if (!desk.mayLeave()) {
                event.consume();
            }
        });
        stage.show();
        open(start);
    }

    private void open(Start start) {
        desk.starting(Messages.get("workspace.opening"));
        opening.run(() -> {
            var workspace = wanted(start);
            return open(workspace, start.sample());
        }, this::opened, problem -> {
            desk.link(Link.LOST);
            desk.problem(problem, () -> open(start));
        });
    }

    private Workspace wanted(Start start) {
        var name = start.workspace();
        if (name != null) {
            return workspaces.named(name).orElseThrow(() -> new Problem(ErrorCode.WORKSPACE_UNKNOWN, name));
        }
        if (start.sample()) {
            return workspaces.named(SAMPLE_NAME).orElseGet(() -> newLocal(SAMPLE_NAME));
        }
        return workspaces.last().orElseGet(() -> newLocal(Messages.get("workspace.local.name")));
    }

    private Workspace newLocal(String name) {
        var local = workspaces.newLocal(name, System.getProperty("user.name"));
        workspaces.keep(local);
        return local;
    }

    private OpenWorkspace open(Workspace workspace, boolean sample) throws SQLException {
        var opened = switch (workspace) {
            case Workspace.Local local -> opener.open(local, this::tell);
            case Workspace.Team team -> opener.open(team, new char[0], this::tell);
        };
        if (sample) {
            fill(opened);
        }
        workspaces.opened(workspace);
        return opened;
    }

    private static void fill(OpenWorkspace opened) throws SQLException {
        try (var connection = opened.database().dataSource().getConnection()) {
            if (SampleData.fits(connection)) {
                SampleData.standard(opened.database().ping()).fill(connection, dev.rackside.sample.Progress.NONE);
            }
        }
    }

    private void tell(WorkspaceOpener.Step step) {
        var sentence = Messages.get("workspace.step." + step.name().toLowerCase(Locale.ROOT));
        background.onScreen(() -> desk.starting(sentence));
    }

    private void opened(OpenWorkspace workspace) {
        closeWorkspace();
        open = workspace;
        var fresh = new Rooms(workspace, background, failures, views, desk, hostServices);
        rooms = fresh;
        desk.open(fresh.destinations(), fresh.scopeLookup(), workspace.who().displayName(),
                workspace.workspace().name());
        var refused = workspace.database().writesRefused();
        if (refused != null) {
            desk.readOnly(refused);
        }
        var watching = new ConnectionWatch(background, workspace);
        watching.answering().addListener((_, _, answers) -> desk.link(answers ? Link.CONNECTED : Link.LOST));
        watch = watching;
    }

    private void closeWorkspace() {
        if (watch != null) {
            watch.stop();
        }
        if (rooms != null) {
            rooms.close();
        }
        if (open != null) {
            open.close();
        }
        watch = null;
        rooms = null;
        open = null;
    }

    /** Ends what runs; the workspace's own server is stopped cleanly. */
    void close() {
        background.jobs().forEach(Job::cancel);
        closeWorkspace();
    }
}
