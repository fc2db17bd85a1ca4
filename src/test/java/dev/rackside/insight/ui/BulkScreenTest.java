package dev.rackside.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Photo;
import dev.rackside.fx.Theme;
import dev.rackside.insight.InsightDraft;
import dev.rackside.insight.InsightRow;
import dev.rackside.insight.InsightRows;
import dev.rackside.insight.InsightService;
import dev.rackside.row.Choice;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
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
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** Many insights edited at once on the real screen and a real database, by keyboard. */
@ExtendWith(ApplicationExtension.class)
class BulkScreenTest {

    private static TestDatabase test;
    private static InsightService insights;

    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    @SuppressWarnings("NullAway.Init")
    private InsightScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("bulkscreen", InsightRows.ROOMS);
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        insights = new InsightService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Start
    void start(Stage shared) {
        // A stage whose width was set keeps it, and the shared one is every other test's too.
        stage = new Stage();
        screen = new InsightScreen(Doors.of(test), Background.threads(new Failures()), new Failures(), scope,
                new InsightActs(_ -> {
                }, _ -> {
                }, _ -> {
                }, () -> InsightRows.MARA));
        stage.setScene(new Scene(screen.root(), 1240, 820));
        new Theme().dress(stage.getScene());
        stage.show();
        screen.shown();
    }

    @Stop
    void stop() {
        stage.hide();
    }

    @Test
    void markedInsightsAreEditedTogetherAndTakenBackByKeyboard(FxRobot robot) throws Exception {
        var table = robot.lookup(".table-view").queryAs(TableView.class);
        until(() -> table.getItems().size() > 3 && table.getItems().getFirst() != null);
        var first = (InsightRow) table.getItems().get(0);
        var third = (InsightRow) table.getItems().get(2);
        var before = List.of(draft(first), draft(third));
        robot.interact(() -> table.getSelectionModel().select(0));
        robot.type(KeyCode.SPACE).type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.SPACE);
        until(() -> shown(robot, "#bulkEdit"));
        robot.push(KeyCode.SHIFT, KeyCode.F2);
        until(() -> robot.lookup(".bulk-panel .check-box").queryAll().stream().anyMatch(Node::isFocused));
        robot.type(KeyCode.SPACE).type(KeyCode.DOWN, 10);
        until(() -> summary(robot).startsWith("2 change"));
        for (var wish : List.of(Theme.Wish.DARK, Theme.Wish.LIGHT)) {
            robot.interact(() -> {
                var theme = new Theme();
                theme.choose(wish);
                theme.dress(stage.getScene());
            });
            photo(robot, "preview-" + wish.name().toLowerCase(Locale.ROOT));
        }
        assertThat(List.of(draft(first), draft(third))).as("nothing is written yet").isEqualTo(before);

        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> Objects.equals(draft(first).priority(), 1) && Objects.equals(draft(third).priority(), 1)
                && shown(robot, "#bulkUndo"));
        assertThat(table.isFocused()).isTrue();
        photo(robot, "written");
        test.outside("UPDATE environmental_insights SET insight_title = 'theirs' WHERE id = '" + third.id() + "'");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> draft(first).equals(before.getFirst()));
        until(() -> bar(robot).equals("1 taken back, 1 left alone."));
        assertThat(draft(third).priority()).isEqualTo(1);
        photo(robot, "undone");
    }

    @Test
    void allThatMatchAreLookedOverBeforeAnythingHappens(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".table-view").queryAs(TableView.class).getItems().size() > 3);
        robot.push(KeyCode.SHIFT, KeyCode.F2);
        until(() -> robot.lookup(".bulk-panel .check-box").queryAll().stream().anyMatch(Node::isFocused));
        robot.interact(() -> {
            stage.setWidth(1024);
            stage.setHeight(700);
        });
        robot.type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.SPACE);
        until(() -> summary(robot).contains("stay as they are"));
        photo(robot, "all");
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup(".bulk-panel").tryQuery().isEmpty());
        assertThat(robot.lookup(".table-view").queryAs(TableView.class).isFocused()).isTrue();
        assertThat(shown(robot, ".bulk-bar")).isFalse();
    }

    private static InsightDraft draft(InsightRow row) {
        return insights.load(row.id()).draft();
    }

    private static String summary(FxRobot robot) {
        return robot.lookup("#bulkSummary").queryAs(Label.class).getText();
    }

    private static String bar(FxRobot robot) {
        return robot.lookup(".bulk-bar > .label").queryAs(Label.class).getText();
    }

    private static boolean shown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private void photo(FxRobot robot, String name) throws Exception {
        Photo.take(robot, stage.getScene(), Path.of("target", "look", "bulk-" + name + ".png"));
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, holds);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
