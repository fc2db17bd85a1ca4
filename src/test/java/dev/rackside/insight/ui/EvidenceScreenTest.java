package dev.rackside.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Photo;
import dev.rackside.fx.Theme;
import dev.rackside.insight.EvidenceRow;
import dev.rackside.insight.EvidenceService;
import dev.rackside.insight.InsightFilter;
import dev.rackside.insight.InsightRow;
import dev.rackside.insight.InsightRows;
import dev.rackside.insight.InsightService;
import dev.rackside.insight.Outcome;
import dev.rackside.row.Choice;
import dev.rackside.row.PageRequest;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
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
import org.testfx.util.WaitForAsyncUtils;

/** Evidence on the real screen and a real database, recorded by keyboard. */
@ExtendWith(ApplicationExtension.class)
class EvidenceScreenTest {

    private static TestDatabase test;
    private static InsightService insights;
    private static EvidenceService evidence;

    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    @SuppressWarnings("NullAway.Init")
    private InsightScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("evidencescreen", InsightRows.ROOMS);
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        insights = new InsightService(test.database());
        evidence = new EvidenceService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
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

    @Test
    void aContradictionIsRecordedByKeyboardAndStandsFirst(FxRobot robot) throws Exception {
        var row = mostEvidence();
        choose(robot, row);
        var before = evidence.list(row.id()).count();
        robot.push(KeyCode.CONTROL, KeyCode.E);
        until(() -> focused(robot, "#outcome"));
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.TAB);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertThat(errors(robot)).as("what was tried is compulsory").isNotEmpty();
        robot.write("Restart-Service Spooler").push(KeyCode.CONTROL, KeyCode.TAB).push(KeyCode.CONTROL, KeyCode.TAB);
        robot.write("Access denied");
        photo(robot, "form");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> evidence.list(row.id()).count() == before + 1);
        var newest = newest(row);
        assertThat(newest.outcome().known()).isEqualTo(Outcome.CONTRADICTED);
        assertThat(newest.observed()).isEqualTo("Access denied");
        assertThat(newest.recordedBy()).isEqualTo("mara.ellis");
        until(() -> badges(robot).contains("disputed"));
        photo(robot, "detail");

        robot.interact(() -> robot.lookup("#allEvidence").queryAs(Hyperlink.class).fire());
        until(() -> table(robot).getItems().size() == before + 1 && table(robot).getItems().getFirst() != null);
        robot.type(KeyCode.HOME).type(KeyCode.DOWN).type(KeyCode.UP);
        until(() -> robot.lookup("#chosen").tryQuery().filter(Node::isVisible).isPresent());
        for (var wish : List.of(Theme.Wish.DARK, Theme.Wish.LIGHT)) {
            robot.interact(() -> {
                var theme = new Theme();
                theme.choose(wish);
                theme.dress(stage.getScene());
            });
            photo(robot, "list-" + wish.name().toLowerCase(Locale.ROOT));
        }
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#stillTrue").tryQuery().isPresent());
    }

    private void choose(FxRobot robot, InsightRow row) throws Exception {
        robot.interact(() -> screen.showForMachine(java.util.Objects.requireNonNull(row.machineId())));
        var list = robot.lookup(".table-view").queryAs(TableView.class);
        until(() -> at(list, row) >= 0);
        robot.interact(() -> {
            list.requestFocus();
            list.getSelectionModel().select(at(list, row));
        });
        until(() -> robot.lookup("#recordEvidence").tryQuery().isPresent());
    }

    private static int at(TableView<?> list, InsightRow row) {
        for (var place = 0; place < list.getItems().size(); place++) {
            if (list.getItems().get(place) instanceof InsightRow there && there.id().equals(row.id())) {
                return place;
            }
        }
        return -1;
    }

    private static InsightRow mostEvidence() {
        return insights.list(InsightFilter.ALL).page(PageRequest.start(InsightService.DEFAULT_ORDER, 500)).rows()
                .stream().filter(row -> row.machineId() != null)
                .max(java.util.Comparator.comparingLong(row -> evidence.list(row.id()).count())).orElseThrow();
    }

    private static EvidenceRow newest(InsightRow row) {
        return evidence.list(row.id()).page(PageRequest.start(EvidenceService.DEFAULT_ORDER, 1)).rows().getFirst();
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup("#table").lookup(".table-view").queryAllAs(TableView.class).stream()
                .filter(view -> !view.getItems().isEmpty() && view.getItems().getFirst() instanceof EvidenceRow)
                .findFirst().orElseGet(TableView::new);
    }

    private static boolean focused(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isFocused).isPresent();
    }

    private static List<String> badges(FxRobot robot) {
        return robot.lookup("#badges").lookup(".badge").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }

    private static List<String> errors(FxRobot robot) {
        return robot.lookup(".form-error").queryAllAs(Label.class).stream().filter(Label::isVisible)
                .map(Label::getText).toList();
    }

    private void photo(FxRobot robot, String name) throws Exception {
        Photo.take(robot, stage.getScene(), Path.of("target", "look", "evidence-" + name + ".png"));
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, holds);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
