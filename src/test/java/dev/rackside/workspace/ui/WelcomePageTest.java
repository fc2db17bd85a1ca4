package dev.rackside.workspace.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Photo;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Theme;
import dev.rackside.fx.Views;
import dev.rackside.workspace.LinkedTeam;
import dev.rackside.workspace.MemoryPasswords;
import dev.rackside.workspace.OpenWorkspace;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.TeamDraft;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WelcomePageTest {

    private static final Workspace.Team TEAM = new Workspace.Team("Our team",
            List.of(new Host("no-such-host.invalid", 3306)), "msp_tracking", "mara.ellis", null);

    private final Theme theme = new Theme();
    private final Failures failures = new Failures();
    @SuppressWarnings("NullAway.Init")
    private ProblemBar bar;
    private final List<String> wished = new CopyOnWriteArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private Workspaces workspaces;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;
    @SuppressWarnings("NullAway.Init")
    private WelcomeController welcome;

    @Start
    void start(Stage shown) throws IOException {
        stage = shown;
        bar = new ProblemBar();
        workspaces = new Workspaces(Places.below(Files.createTempDirectory(Path.of("target"), "welcome")));
        var background = Background.threads(failures);
        var passwords = new MemoryPasswords();
        var opening = new Opening(background, passwords, (workspace, _, sample) -> {
            wished.add(workspace.name() + (sample ? " with sample data" : ""));
            throw new Problem(ErrorCode.SERVER_DID_NOT_START, "server.log");
        }, new Silent());
        welcome = new WelcomeController(background, failures, new Views(), workspaces, passwords, opening);
        var scene = new Scene(new Views().load(welcome), 980, 760);
        theme.dress(scene);
        stage.setScene(scene);
        // The stage is that of the test before, and would keep a size that it was given there.
        stage.sizeToScene();
        stage.show();
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

    @Test
    void newWorkspaceIsKeptAndOpenedWithItsSampleData(FxRobot robot) throws Exception {
        robot.interact(() -> welcome.shown(null));
        var name = robot.lookup("#name").queryAs(TextField.class);
        robot.interact(() -> name.setText("Lab"));
        assertThat(robot.lookup("#sample").queryAs(CheckBox.class).isSelected()).isTrue();
        photos(robot, "welcome-new");
        robot.clickOn("#create");
        await(() -> !wished.isEmpty());
        assertThat(wished).containsExactly("Lab with sample data");
        assertThat(workspaces.named("Lab")).isPresent();
    }

    @Test
    void nameThatIsTakenIsRefusedBesideTheField(FxRobot robot) throws Exception {
        workspaces.keep(workspaces.newLocal("Lab", "mara"));
        robot.interact(() -> welcome.shown(null));
        robot.interact(() -> robot.lookup("#name").queryAs(TextField.class).setText("lab"));
        robot.clickOn("#create");
        await(() -> !robot.lookup((Label label) -> label.isVisible()
                && "There is a workspace of this name already.".equals(label.getText())).queryAll().isEmpty());
        assertThat(wished).isEmpty();
    }

    @Test
    void settingsOfATeamAreTestedWithEachCheckBeside(FxRobot robot) throws Exception {
        workspaces.keep(workspaces.newLocal("My desk", "mara"));
        workspaces.keep(TEAM);
        robot.interact(() -> welcome.shown(() -> {
        }));
        robot.interact(() -> welcome.mend(TEAM));
        robot.clickOn("#password").write("secret");
        robot.clickOn("#test");
        await(() -> robot.lookup(".check-row").queryAll().size() == 7);
        photos(robot, "welcome-team");
        assertThat(wished).isEmpty();
    }

    @Test
    void settingsFromALinkNameWhereAPasswordWouldGo(FxRobot robot) throws Exception {
        var draft = new TeamDraft("Their team", "db1.example:3306, db2.example:3307", "msp_tracking", "", null);
        robot.interact(() -> welcome.offer(new LinkedTeam(draft, List.of("db1.example:3306", "db2.example:3307"),
                List.of(new LinkedTeam.Trusted("CN=Their authority", "AB:".repeat(31) + "AB")))));
        photos(robot, "welcome-linked");
        assertThat(texts(robot)).contains("db1.example:3306", "db2.example:3307", "CN=Their authority")
                .anyMatch(text -> text.startsWith("SHA-256\nAB:AB"));
        assertThat(robot.lookup("#save").queryButton().isDisabled()).isTrue();

        workspaces.keep(TEAM);
        robot.interact(() -> welcome.mend(TEAM));
        assertThat(robot.lookup("#linkedKnown").query().getParent().isVisible()).isFalse();
        assertThat(robot.lookup("#save").queryButton().isDisabled()).isFalse();
    }

    @Test
    void workspaceThatAnotherWindowHasIsNotOpened(FxRobot robot) throws Exception {
        workspaces.keep(workspaces.newLocal("Lab", "mara"));
        var asked = new CopyOnWriteArrayList<String>();
        robot.interact(() -> {
            welcome.beside(workspace -> {
                asked.add(workspace.name());
                if (asked.size() == 1) {
                    throw new Problem(ErrorCode.WORKSPACE_IN_USE, workspace.name(), 4711);
                }
            }, _ -> {
            });
            failures.bar(stage, bar);
            welcome.shown(null);
        });
        await(() -> !robot.lookup("Open").queryAll().isEmpty());
        robot.interact(() -> robot.lookup("Open").queryButton().fire());
        await(bar::isVisible);
        assertThat(wished).isEmpty();
        robot.interact(() -> robot.lookup("Open").queryButton().fire());
        await(() -> !wished.isEmpty());
        assertThat(asked).containsExactly("Lab", "Lab");
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup((Label label) -> label.isVisible()).queryAllAs(Label.class).stream().map(Label::getText)
                .toList();
    }

    private void photos(FxRobot robot, String name) throws IOException {
        for (var wish : List.of(Theme.Wish.LIGHT, Theme.Wish.DARK)) {
            robot.interact(() -> theme.choose(wish));
            Photo.take(robot, stage.getScene(),
                    Path.of("target", "look", name + "-" + wish.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }

    private static void await(BooleanSupplier state) throws InterruptedException {
        var deadline = Instant.now().plus(Duration.ofSeconds(15));
        while (!state.getAsBoolean() && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
        }
        assertThat(state.getAsBoolean()).isTrue();
    }
}
