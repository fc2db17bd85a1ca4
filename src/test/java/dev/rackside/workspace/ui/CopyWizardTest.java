package dev.rackside.workspace.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.access.AccessService;
import dev.rackside.db.TestFolders;
import dev.rackside.db.TestServer;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Hands;
import dev.rackside.fx.Photo;
import dev.rackside.fx.Theme;
import dev.rackside.fx.Views;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import dev.rackside.workspace.MemoryPasswords;
import dev.rackside.workspace.OpenWorkspace;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.TlsServer;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The real page, from a local workspace with sample data to a team's server over TLS. */
@Tag("long")
@ExtendWith(ApplicationExtension.class)
class CopyWizardTest {

    @SuppressWarnings("NullAway.Init")
    private static Path home;
    @SuppressWarnings("NullAway.Init")
    private static TlsServer team;
    @SuppressWarnings("NullAway.Init")
    private static OpenWorkspace local;

    private final Theme theme = new Theme();
    private final StackPane content = new StackPane();
    private final List<String> opened = new ArrayList<>();
    private boolean back;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;
    @SuppressWarnings("NullAway.Init")
    private Workspaces workspaces;

    @BeforeAll
    static void begin() throws Exception {
        home = TestFolders.fresh("wizard");
        Files.createDirectories(home.resolve("cache"));
        Files.createSymbolicLink(home.resolve("cache").resolve("server"),
                Path.of("target", "server-programs").toAbsolutePath());
        team = TlsServer.start(TestServer.program(), "wizard-team");
        local = new WorkspaceOpener(Places.below(home), AccessService.ENTITIES, () -> false)
                .open(new Workspace.Local("Desk", home.resolve("desk"), "mara"), _ -> {
                });
        try (var connection = local.database().dataSource().getConnection()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
    }

    @AfterAll
    static void end() {
        local.close();
        team.close();
        TestFolders.delete(home);
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        var failures = new Failures();
        var background = Background.threads(failures);
        workspaces = new Workspaces(Places.below(home));
        var passwords = new MemoryPasswords();
        var opening = new Opening(background, passwords, (workspace, password, _) -> {
            opened.add(workspace.name() + " with " + password.length + " characters");
            throw new Problem(dev.rackside.fault.ErrorCode.SERVER_DID_NOT_START, "server.log");
        }, new Silent());
        var wizard = new CopyWizard(background, failures, new Views(), workspaces, passwords, Places.below(home),
                opening);
        var scene = new Scene(content, 1024, 700);
        theme.choose(Theme.Wish.LIGHT);
        theme.dress(scene);
        stage.setScene(scene);
        stage.show();
        wizard.show(local, page -> content.getChildren().setAll(page), () -> back = true, () -> {
        });
    }

    @Test
    void localWorkspaceIsCopiedToATeamAndBothAreCompared(FxRobot robot) throws Exception {
        photo(robot, "copy-where");
        Hands.fill(robot, "name", "Our team");
        Hands.fill(robot, "hosts", team.host("127.0.0.1").toString());
        Hands.fill(robot, "database", "empty");
        Hands.fill(robot, "account", TlsServer.WRITER);
        Hands.fill(robot, "password", TlsServer.PASSWORD);
        robot.interact(() -> robot.lookup("#save").queryButton().fire());
        Hands.until(() -> next(robot).equals("Copy"));
        assertThat(texts()).contains("The tables are made there first.", "Work items");
        photo(robot, "copy-what");
        robot.interact(() -> ((Button) robot.lookup("#next").query()).fire());
        Hands.until(() -> texts().contains("Cancel") && !next(robot).equals("Copy"));
        Hands.until(() -> next(robot).equals("Open the copy"));
        assertThat(texts()).contains("The same").contains("Every value of all").doesNotContain("different");
        photo(robot, "copy-done");
        robot.interact(() -> ((Button) robot.lookup("#next").query()).fire());
        Hands.until(() -> !opened.isEmpty());
        assertThat(opened).containsExactly("Our team with " + TlsServer.PASSWORD.length() + " characters");
        assertThat(workspaces.named("Our team")).isPresent();
    }

    @Test
    void escapeLeavesTheWizard(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#close").query().requestFocus());
        robot.type(KeyCode.ESCAPE);
        Hands.until(() -> back);
    }

    private static String next(FxRobot robot) {
        return robot.lookup("#next").tryQueryAs(Button.class).filter(Node::isVisible).map(Labeled::getText).orElse("");
    }

    private String texts() {
        return content.lookupAll(".label").stream().filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining("\n"))
                + content.lookupAll(".button").stream()
                        .map(node -> ((Labeled) node).getText()).collect(Collectors.joining("\n"));
    }

    private void photo(FxRobot robot, String name) throws Exception {
        for (var wish : List.of(Theme.Wish.DARK, Theme.Wish.LIGHT)) {
            robot.interact(() -> {
                theme.choose(wish);
                theme.dress(stage.getScene());
            });
            org.testfx.util.WaitForAsyncUtils.waitForFxEvents();
            Photo.take(robot, stage.getScene(),
                    Path.of("target", name + "-" + wish.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }

    private static final class Silent implements Opening.View {
        @Override
        public void opening(Workspace workspace) {
        }

        @Override
        public void opened(OpenWorkspace workspace) {
        }

        @Override
        public void failed(Workspace workspace, Problem problem, boolean again) {
        }

        @Override
        public void password(Workspace.Team team, @Nullable Problem refused, boolean mayKeep) {
        }
    }
}
