package dev.rackside.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Cut;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Photo;
import dev.rackside.fx.Theme;
import dev.rackside.insight.InsightRows;
import dev.rackside.row.Choice;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** However large the text is, the list, the detail and the form of an insight can be read whole. */
@ExtendWith(ApplicationExtension.class)
class InsightTextSizeTest {

    private static TestDatabase test;

    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    private final Theme theme = new Theme();
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("insighttext", InsightRows.ROOMS);
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
    }

    @AfterAll
    static void close() {
        test.close();
    }

    /** The window and the size of the text are the same for all tests of a run. */
    @AfterEach
    void reset(FxRobot robot) {
        robot.interact(() -> {
            theme.text(1);
            stage.setWidth(1240);
            stage.setHeight(720);
        });
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        stage.show();
    }

    private void show(int percent, int width, int height) {
        theme.choose(Theme.Wish.LIGHT);
        theme.text(percent / 100.0);
        var failures = new Failures();
        var doors = Doors.of(test);
        var screen = new InsightScreen(doors, Background.threads(failures), failures, scope, new InsightActs(_ -> {
        }, _ -> {
        }, _ -> {
        }, () -> InsightRows.MARA));
        stage.setScene(new Scene(screen.root(), width, height));
        theme.dress(stage.getScene());
        stage.setWidth(width);
        stage.setHeight(height);
        screen.shown();
    }

    /** The window without its sidebar: 1400 and 1024 pixels, and 720, the least there is. */
    @ParameterizedTest
    @CsvSource({"100, 1200, 800", "150, 1340, 740", "200, 1340, 740", "200, 910, 600", "200, 606, 460"})
    void nothingIsCut(int percent, int width, int height, FxRobot robot) throws Exception {
        robot.interact(() -> show(percent, width, height));
        until(() -> robot.lookup(".table-view").queryAs(TableView.class).getItems().size() > 2);
        var table = robot.lookup(".table-view").queryAs(TableView.class);
        var name = percent + "-" + width;
        robot.interact(() -> table.getSelectionModel().select(2));
        assertNothingCut(robot, "list-" + name);

        robot.interact(table::requestFocus);
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup(".section").tryQuery().isPresent());
        assertNothingCut(robot, "detail-" + name);
        robot.type(KeyCode.F2);
        until(() -> robot.lookup("#save").tryQuery().filter(Node::isVisible).isPresent());
        assertNothingCut(robot, "form-" + name);
    }

    private void assertNothingCut(FxRobot robot, String name) throws Exception {
        Photo.take(robot, stage.getScene(), Path.of("target", "look", "insight-" + name + ".png"));
        var cut = new ArrayList<String>();
        robot.interact(() -> cut.addAll(Cut.below(stage.getScene().getRoot())));
        assertThat(cut).as(name).isEmpty();
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, holds);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
