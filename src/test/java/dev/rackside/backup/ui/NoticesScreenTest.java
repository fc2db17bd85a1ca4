package dev.rackside.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.BackupService;
import dev.rackside.backup.notice.MailServer;
import dev.rackside.backup.notice.Notices;
import dev.rackside.backup.notice.SomeNotices;
import dev.rackside.backup.notice.TlsKeys;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Legibility;
import dev.rackside.fx.Photo;
import dev.rackside.fx.Theme;
import dev.rackside.row.Choice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The page of notices, from nothing to mail that comes and mail that doesn't. */
@ExtendWith(ApplicationExtension.class)
class NoticesScreenTest {

    private static TestDatabase test;
    private static TlsKeys keys;

    private final Theme theme = new Theme();
    @SuppressWarnings("NullAway.Init")
    private BackupScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Notices notices;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        test = TestDatabase.migrated("notices_page", List.of(BackupService.ENTITIES));
        keys = TlsKeys.make(folder, "dns:localhost");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        test.outside("delete from backup_notices", "delete from backup_log");
        var failures = new Failures();
        notices = SomeNotices.of(test);
        screen = new BackupScreen(
                SomeDoors.of(test, notices),
                "mara.ellis", Background.threads(failures), failures, new SimpleObjectProperty<@Nullable Choice>(),
                SomeDoors.NO_ACTS);
        var sidebar = new Region();
        sidebar.setMinWidth(56);
        HBox.setHgrow(screen.root(), Priority.ALWAYS);
        stage.setScene(new Scene(new HBox(sidebar, screen.root()), 1180, 900));
        theme.choose(Theme.Wish.LIGHT);
        theme.dress(stage.getScene());
        stage.show();
        screen.shown();
    }

    @Test
    void mailIsSetUpTriedAndSeenToFailAndToCome(FxRobot robot) throws Exception {
        openPage(robot);
        assertThat(label(robot, "#mailState")).isEqualTo("Off. Say by which server and to whom, then turn it on.");
        assertThat(robot.lookup("#testMail").query().isVisible()).isFalse();
        look(robot, "notices-empty");
        try (var server = MailServer.startTls(keys)) {
            server.wants("kim", "four plain words");
            robot.interact(() -> robot.lookup("#saveMail").queryAs(Button.class).fire());
            assertThat(robot.lookup("#host").query().isFocused()).as("it says what is missing").isTrue();
            type(robot, "#host", "localhost");
            type(robot, "#port", Integer.toString(server.port()));
            type(robot, "#account", "kim");
            type(robot, "#password", "four plain words");
            type(robot, "#sender", "rackside@example.com");
            type(robot, "#recipients", "kim@example.com");
            type(robot, "#certificate", keys.certificate().toString());
            robot.push(KeyCode.CONTROL, KeyCode.S);
            until(() -> label(robot, "#mailResult").equals("Saved."));
            until(() -> label(robot, "#mailState").equals("On"));
            assertThat(robot.lookup("#password").queryAs(TextField.class).getText()).isEmpty();

            robot.interact(() -> robot.lookup("#testMail").queryAs(Button.class).fire());
            until(() -> label(robot, "#mailResult").startsWith("The test by mail was delivered: 250 2.0.0"));
            assertThat(server.mails()).hasSize(1);
            fail("weekly");
            notices.look();
        }
        fail("daily");
        assertThat(notices.look().undelivered()).hasSize(1);
        robot.type(KeyCode.F5);
        var table = robot.lookup("#deliveries").queryAs(TableView.class);
        until(() -> {
            robot.lookup("#back").queryAs(Button.class).fire();
            return true;
        });
        openPage(robot);
        until(() -> table.getItems().size() == 2);
        until(() -> robot.lookup("#again").query().isVisible());
        look(robot, "notices");
    }

    @Test
    void whatIsTypedAndNotSavedIsAskedForAndEscLeadsBack(FxRobot robot) throws Exception {
        openPage(robot);
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#deliveries").tryQuery().isEmpty());
    }

    private static void fail(String type) {
        test.outside("insert into backup_log (id, backup_type, file_path, backup_started_at, backup_completed_at, "
                + "outcome, reason_code, verification_status, taken_by, updated_at) values (uuid(), '" + type
                + "', '/b', utc_timestamp(6), utc_timestamp(6), 'failed', 'disk_full', 'not_verified', 'kim', "
                + "utc_timestamp(6))");
    }

    private void look(FxRobot robot, String name) throws Exception {
        for (var wish : List.of(Theme.Wish.LIGHT, Theme.Wish.DARK)) {
            robot.interact(() -> {
                theme.choose(wish);
                theme.dress(stage.getScene());
            });
            WaitForAsyncUtils.waitForFxEvents();
            Photo.take(robot, stage.getScene(), Path.of("target", "look",
                    name + "-" + wish.name().toLowerCase(Locale.ROOT) + ".png"));
            var faint = new ArrayList<String>();
            robot.interact(() -> faint.addAll(Legibility.tooFaint(stage.getScene().getRoot())));
            assertThat(faint).as(wish.name()).isEmpty();
        }
    }

    private static void type(FxRobot robot, String field, String words) {
        robot.interact(() -> robot.lookup(field).queryAs(TextField.class).setText(words));
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    private static void openPage(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".page-head").tryQuery().isPresent());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        until(() -> !label(robot, "#mailState").isEmpty());
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        // On the screen thread, where nothing comes or goes while it is looked for.
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
