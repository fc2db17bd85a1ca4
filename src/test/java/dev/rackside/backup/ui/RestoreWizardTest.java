package dev.rackside.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.BackupMaker;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.BackupType;
import dev.rackside.backup.VerificationLevel;
import dev.rackside.backup.Watch;
import dev.rackside.db.TestDatabase;
import dev.rackside.db.TestFolders;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Hands;
import dev.rackside.row.Choice;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The real page on a real server, from the list of backups to the comparison. */
@ExtendWith(ApplicationExtension.class)
class RestoreWizardTest {

    private static final Path FOLDER = TestFolders.fresh("restore-wizard");

    private static TestDatabase test;
    private static UUID backup;

    @SuppressWarnings("NullAway.Init")
    private BackupScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Hands hands;
    @SuppressWarnings("NullAway.Init")
    private Background background;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("restore_wizard", List.of(BackupService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        var maker = new BackupMaker(test.database(), Restoring.workshop(FOLDER), () -> "mara.ellis");
        backup = maker.take(BackupType.DAILY, Watch.NONE);
        maker.prove(backup, VerificationLevel.COMPARE, Watch.NONE);
        test.outside("CREATE TABLE since (id INT)", "DELETE FROM ticket_links LIMIT 3");
    }

    @AfterAll
    static void close() {
        test.close();
        TestFolders.delete(FOLDER);
    }

    @Start
    void start(Stage stage) {
        background = Background.threads(new Failures());
        screen = new BackupScreen(SomeDoors.of(test, FOLDER), "mara.ellis", background, new Failures(),
                new SimpleObjectProperty<@Nullable Choice>(), SomeDoors.NO_ACTS);
        hands = new Hands(stage, screen);
    }

    @Test
    void aBackupIsRestoredIntoANewDatabaseAndTheComparisonIsShown(FxRobot robot) throws Exception {
        begin(robot);
        assertThat(texts()).contains("Proved", "Rows now", "Last restore");
        Hands.until(() -> robot.lookup("#next").query().isFocused());
        hands.photos(robot, "restore-backup");
        press(robot);
        Hands.until(() -> visible(robot, "#newName"));
        var name = Hands.text(robot, "newName");
        assertThat(name).matches(test.schema().name() + "_restored_\\d{8}");
        hands.photos(robot, "restore-target");
        press(robot);
        Hands.until(() -> next(robot).equals("Restore"));
        assertThat(texts()).contains("A new database " + name, "taken away again");
        hands.photos(robot, "restore-happens");
        press(robot);
        Hands.until(() -> next(robot).equals("Stop"));
        hands.photos(robot, "restore-work");
        org.testfx.util.WaitForAsyncUtils.waitFor(60, java.util.concurrent.TimeUnit.SECONDS,
                () -> next(robot).equals("Back to the list"));
        assertThat(texts()).contains(name + " is restored", "all equal to what was backed up");
        hands.photos(robot, "restore-done");
        assertThat(background.jobs()).isEmpty();
        press(robot);
        Hands.until(() -> robot.lookup("#restoreTitle").tryQuery().isEmpty());

        begin(robot);
        press(robot);
        press(robot);
        press(robot);
        Hands.until(() -> texts().contains("There is a database of that name."));
        assertThat(next(robot)).as("one goes back and takes another name").isEqualTo("Restore");
        robot.interact(() -> robot.lookup("#previous").queryAs(Button.class).fire());
        Hands.fill(robot, "newName", name + "_2");
        press(robot);
        press(robot);
        Hands.until(() -> next(robot).equals("Stop"));
        press(robot);
        Hands.until(() -> next(robot).equals("Restore"));
        assertThat(texts()).contains("You stopped it. Nothing of it is left");
        assertThat(test.ask("SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = '" + name + "_2'"))
                .isEqualTo("0");
    }

    @Test
    void theLiveDatabaseIsReplacedOnlyWhereItsNameWasTyped(FxRobot robot) throws Exception {
        begin(robot);
        press(robot);
        robot.interact(() -> ((ToggleButton) robot.lookup("#oneTable").query()).setSelected(true));
        hands.photos(robot, "restore-target-table");
        robot.interact(() -> ((ToggleButton) robot.lookup("#overLive").query()).setSelected(true));
        hands.photos(robot, "restore-target-live");
        press(robot);
        Hands.until(() -> visible(robot, "#typed"));
        assertThat(robot.lookup("#next").queryAs(Button.class).isDisabled()).isTrue();
        robot.write("restore");
        assertThat(robot.lookup("#next").queryAs(Button.class).isDisabled()).isTrue();
        Hands.fill(robot, "typed", test.schema().name());
        assertThat(robot.lookup("#next").queryAs(Button.class).isDisabled()).isFalse();
        assertThat(texts()).contains("Everything in " + test.schema().name() + " goes", "3 rows more or less",
                "This table isn't in the backup and goes: since.");
        hands.photos(robot, "restore-happens-live");
        robot.type(KeyCode.ESCAPE);
        Hands.until(() -> robot.lookup("#restoreTitle").tryQuery().isEmpty());
    }

    private void begin(FxRobot robot) throws Exception {
        robot.interact(() -> screen.show(backup));
        Hands.until(() -> visible(robot, "#restore"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        Hands.until(() -> visible(robot, "#restoreTitle")
                && !robot.lookup("#next").queryAs(Button.class).isDisabled());
    }

    private static void press(FxRobot robot) {
        robot.interact(() -> robot.lookup("#next").queryAs(Button.class).fire());
    }

    private static boolean visible(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().map(Node::isVisible).orElse(false);
    }

    private static String next(FxRobot robot) {
        return robot.lookup("#next").tryQueryAs(Button.class).map(Labeled::getText).orElse("");
    }

    private String texts() {
        return screen.root().lookupAll(".label").stream().filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText()).collect(Collectors.joining("\n"));
    }
}
