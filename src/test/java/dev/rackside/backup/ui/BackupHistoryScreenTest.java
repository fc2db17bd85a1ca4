package dev.rackside.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.BackupService;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Legibility;
import dev.rackside.fx.Photo;
import dev.rackside.fx.Theme;
import dev.rackside.row.Choice;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
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
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Twelve months at one glance, on a real database, by keyboard. */
@ExtendWith(ApplicationExtension.class)
class BackupHistoryScreenTest {

    private static TestDatabase test;

    private final Theme theme = new Theme();
    @SuppressWarnings("NullAway.Init")
    private BackupScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("backup_history", List.of(BackupService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        var failures = new Failures();
        screen = new BackupScreen(
                SomeDoors.of(test),
                "mara.ellis", Background.threads(failures), failures, new SimpleObjectProperty<@Nullable Choice>(),
                SomeDoors.NO_ACTS);
        var sidebar = new Region();
        sidebar.setMinWidth(56);
        HBox.setHgrow(screen.root(), Priority.ALWAYS);
        stage.setScene(new Scene(new HBox(sidebar, screen.root()), 1024, 960));
        theme.choose(Theme.Wish.LIGHT);
        theme.dress(stage.getScene());
        stage.show();
        screen.shown();
    }

    @Test
    void theCalendarIsWalkedByKeyboardAndLeadsToTheDay(FxRobot robot) throws Exception {
        openHistory(robot);
        var calendar = robot.lookup("#calendar").queryAs(BackupCalendar.class);
        var today = java.util.Objects.requireNonNull(calendar.chosen().get());
        robot.type(KeyCode.LEFT).type(KeyCode.UP);
        assertThat(calendar.chosen().get()).isEqualTo(today.minusDays(8));
        robot.type(KeyCode.RIGHT).type(KeyCode.DOWN).type(KeyCode.DOWN);
        assertThat(calendar.chosen().get()).as("not beyond today").isEqualTo(today);
        robot.type(KeyCode.HOME);
        assertThat(calendar.chosen().get()).isEqualTo(today.minusMonths(12).plusDays(1));
        robot.type(KeyCode.END).type(KeyCode.LEFT);
        var day = today.minusDays(7).toString();
        assertThat(robot.lookup("#day").queryAs(Label.class).getText()).startsWith(day);
        assertThat(calendar.getAccessibleText()).contains(day, "backup");
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup("#dayChip").tryQueryAs(Button.class).map(Node::isVisible).orElse(false));
        assertThat(robot.lookup("#dayChip").queryAs(Button.class).getText()).isEqualTo("Started on " + day);
        until(() -> Integer.parseInt(robot.lookup("#count").queryAs(Label.class).getText()) < 5);
        robot.interact(() -> robot.lookup("#dayChip").queryAs(Button.class).fire());
        until(() -> Integer.parseInt(robot.lookup("#count").queryAs(Label.class).getText()) > 400);
    }

    @Test
    void escLeadsBackToTheList(FxRobot robot) throws Exception {
        openHistory(robot);
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#calendar").tryQuery().isEmpty());
        until(() -> robot.lookup(".table-view").query().isFocused());
    }

    @Test
    void whatIsDrawnIsATableToo(FxRobot robot) throws Exception {
        openHistory(robot);
        assertThat(robot.lookup(".backup-chart").<Node>queryAllAs(Node.class)).hasSize(2)
                .allSatisfy(chart -> assertThat(chart.getAccessibleText()).contains("over time: from"));
        robot.interact(() -> robot.lookup("#asTable").queryAs(ToggleButton.class).fire());
        until(() -> robot.lookup(".history .table-view").queryAs(TableView.class).getItems().size() > 300);
        assertThat(robot.lookup(".backup-chart").tryQuery()).isEmpty();
    }

    @Test
    void everyWordAndSignCanBeSeenInBothThemes(FxRobot robot) throws Exception {
        openHistory(robot);
        for (var wish : List.of(Theme.Wish.LIGHT, Theme.Wish.DARK)) {
            robot.interact(() -> {
                theme.choose(wish);
                theme.dress(stage.getScene());
            });
            WaitForAsyncUtils.waitForFxEvents();
            Photo.take(robot, stage.getScene(), Path.of("target", "look",
                    "backup-history-" + wish.name().toLowerCase(Locale.ROOT) + ".png"));
            var faint = new ArrayList<String>();
            robot.interact(() -> faint.addAll(Legibility.tooFaint(stage.getScene().getRoot())));
            assertThat(faint).as(wish.name()).isEmpty();
        }
    }

    @Test
    void whatRetentionRemovesIsExplainedAndEscLeadsBack(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".backup-tile").queryAll().size() == 4);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        until(() -> robot.lookup("#rules .label").queryAll().size() == 3);
        var table = robot.lookup("#table").queryAs(TableView.class);
        var all = table.getItems().size();
        for (var wish : List.of(Theme.Wish.LIGHT, Theme.Wish.DARK)) {
            robot.interact(() -> {
                theme.choose(wish);
                theme.dress(stage.getScene());
            });
            Photo.take(robot, stage.getScene(), Path.of("target", "look",
                    "backup-retention-" + wish.name().toLowerCase(Locale.ROOT) + ".png"));
            var faint = new ArrayList<String>();
            robot.interact(() -> faint.addAll(Legibility.tooFaint(stage.getScene().getRoot())));
            assertThat(faint).as(wish.name()).isEmpty();
        }
        robot.interact(() -> robot.lookup("#onlyGoing").queryAs(javafx.scene.control.CheckBox.class).fire());
        assertThat(table.getItems().size()).isBetween(1, all - 1);
        assertThat(robot.lookup("#remove").queryAs(Button.class).getText())
                .as("the sample's files are on no computer").isEqualTo("Remove 0 files…");
        assertThat(robot.lookup("#remove").query().isDisabled()).isTrue();
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#rules").tryQuery().isEmpty());
    }

    private static void openHistory(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".backup-tile").queryAll().size() == 4);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        until(() -> robot.lookup(".backup-day").queryAll().size() > 365);
        until(() -> robot.lookup("#calendar").query().isFocused());
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        // On the screen thread, where nothing comes or goes while it is looked for.
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
