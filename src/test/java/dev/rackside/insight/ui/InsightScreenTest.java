package dev.rackside.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Photo;
import dev.rackside.fx.Theme;
import dev.rackside.insight.Confidence;
import dev.rackside.insight.InsightFilter;
import dev.rackside.insight.InsightRow;
import dev.rackside.insight.InsightRows;
import dev.rackside.insight.InsightService;
import dev.rackside.row.Choice;
import dev.rackside.row.PageRequest;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
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

/** The real screen on a real database, worked by keyboard. */
@ExtendWith(ApplicationExtension.class)
class InsightScreenTest {

    private static TestDatabase test;
    private static InsightService insights;

    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    private final List<String> asked = new ArrayList<>();
    private Dialogs.Unsaved answer = Dialogs.Unsaved.DISCARD;
    @SuppressWarnings("NullAway.Init")
    private InsightScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("insightscreen", InsightRows.ROOMS);
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
        var doors = Doors.of(test);
        screen = new InsightScreen(doors, Background.threads(new Failures()), new Answers(), scope,
                new InsightActs(_ -> {
                }, _ -> {
                }, _ -> {
                }, () -> InsightRows.MARA));
        stage.setScene(new Scene(screen.root(), 1240, 680));
        new Theme().dress(stage.getScene());
        stage.show();
        screen.shown();
    }

    @Stop
    void stop() {
        stage.hide();
    }

    @Test
    void anInsightIsWrittenByKeyboard(FxRobot robot) throws Exception {
        robot.interact(screen::create);
        until(() -> titled(robot));
        assertThat(robot.lookup("#save").queryAs(Button.class).isDisabled()).isTrue();
        robot.write("Quokka needs a password").type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.TAB)
                .type(KeyCode.DOWN).type(KeyCode.TAB).type(KeyCode.TAB).push(KeyCode.CONTROL, KeyCode.A);
        robot.write("11");
        assertThat(errors(robot)).contains("From 1 to 10.");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("10");
        assertThat(errors(robot)).isEmpty();
        robot.interact(() -> robot.lookup("#examples").queryAs(TextInputControl.class).setText("whoami\nhostname"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> found("Quokka needs").size() == 1);
        var row = found("Quokka needs").getFirst();
        assertThat(insights.load(row.id()).draft().examples().list()).containsExactly("whoami", "hostname");
        assertThat(row.confidence().known()).isEqualTo(Confidence.SUSPECTED);
    }

    @Test
    void whatNarrowsTheListTakesNoMoreLinesThanItFills(FxRobot robot) throws Exception {
        var filters = robot.lookup(".filters").queryAs(FlowPane.class);
        for (var width = 900; width <= 1240; width += 20) {
            var wide = width;
            robot.interact(() -> stage.setWidth(wide));
            until(() -> !filters.isNeedsLayout() && filters.getScene().getWidth() == wide);
            var end = filters.getChildren().stream().filter(Node::isVisible)
                    .mapToDouble(part -> part.getBoundsInParent().getMaxY()).max().orElseThrow();
            assertThat(filters.getHeight() - filters.snappedBottomInset()).as("%d wide", wide).isCloseTo(end,
                    within(2.0));
        }
    }

    @Test
    void anInsightIsVerifiedCopiedAndDeletedByKeyboard(FxRobot robot) throws Exception {
        var table = robot.lookup(".table-view").queryAs(TableView.class);
        until(() -> table.getItems().size() > 0 && table.getItems().getFirst() != null);
        var row = (InsightRow) table.getItems().getFirst();
        var before = insights.detail(row.id()).facts().verificationCount();
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        until(() -> shown(robot, "#stillTrue"));
        robot.type(KeyCode.V);
        until(() -> insights.detail(row.id()).facts().verificationCount() == before + 1 && shown(robot, "#said"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> insights.detail(row.id()).facts().verificationCount() == before && !shown(robot, "#said"));

        robot.push(KeyCode.CONTROL, KeyCode.D);
        until(() -> titled(robot));
        robot.interact(() -> title(robot).setText("Wombat copy"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> found("Wombat copy").size() == 1);
        assertThat(insights.load(found("Wombat copy").getFirst().id()).draft().description())
                .isEqualTo(insights.load(row.id()).draft().description());
        until(() -> shown(robot, "#stillTrue"));
        robot.interact(table::requestFocus);
        robot.type(KeyCode.DELETE);
        until(() -> insights.list(InsightFilter.ALL).page(PageRequest.start(InsightService.DEFAULT_ORDER, 1000)).rows()
                .stream().noneMatch(each -> each.id().equals(row.id())));
        assertThat(asked).anyMatch(words -> words.contains("with it."));
    }

    @Test
    void someoneElsesEditIsNotOverwritten(FxRobot robot) throws Exception {
        var row = found("").getFirst();
        var table = robot.lookup(".table-view").queryAs(TableView.class);
        until(() -> table.getItems().size() > 0 && table.getItems().getFirst() != null);
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        until(() -> shown(robot, "#stillTrue"));
        robot.type(KeyCode.F2);
        until(() -> titled(robot));
        robot.interact(() -> title(robot).setText("mine"));
        answer = Dialogs.Unsaved.STAY;
        robot.type(KeyCode.ESCAPE);
        assertThat(title(robot).getText()).isEqualTo("mine");
        test.outside("DELETE FROM environmental_insights WHERE id = '" + row.id() + "'");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> shown(robot, "#saveAsNew"));
        assertThat(title(robot).getText()).isEqualTo("mine");
        robot.interact(() -> robot.lookup("#saveAsNew").queryAs(Button.class).fire());
        until(() -> found("mine").stream().anyMatch(each -> Objects.equals(each.title(), "mine")));
    }

    @Test
    void screensArePhotographed(FxRobot robot) throws Exception {
        var table = robot.lookup(".table-view").queryAs(TableView.class);
        until(() -> table.getItems().size() > 2);
        for (var wish : List.of(Theme.Wish.LIGHT, Theme.Wish.DARK)) {
            for (var size : List.of(new int[]{1240, 820}, new int[]{824, 648})) {
                robot.interact(() -> {
                    var theme = new Theme();
                    theme.choose(wish);
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                    theme.dress(stage.getScene());
                    table.getSelectionModel().select(1);
                    table.requestFocus();
                });
                robot.type(KeyCode.ENTER);
                until(() -> robot.lookup(".section").tryQuery().isPresent());
                photo(robot, "detail", wish, size);
                robot.type(KeyCode.F2);
                until(() -> titled(robot));
                photo(robot, "form", wish, size);
                robot.type(KeyCode.ESCAPE).type(KeyCode.ESCAPE);
                WaitForAsyncUtils.waitForFxEvents();
                photo(robot, "list", wish, size);
            }
        }
    }

    private void photo(FxRobot robot, String name, Theme.Wish wish, int[] size) throws Exception {
        Photo.take(robot, stage.getScene(), Path.of("target", "look",
                "insight-" + name + "-" + wish.name().toLowerCase(Locale.ROOT) + "-" + size[0] + ".png"));
    }

    private static List<InsightRow> found(String words) {
        return insights.list(InsightFilter.ALL.withText(words))
                .page(PageRequest.start(InsightService.DEFAULT_ORDER, 10)).rows();
    }

    /** Columns of the table have such ids too. */
    private static TextInputControl title(FxRobot robot) {
        return robot.lookup("#title").match(node -> node instanceof TextInputControl)
                .queryAs(TextInputControl.class);
    }

    private static boolean titled(FxRobot robot) {
        return robot.lookup("#title").match(node -> node instanceof TextInputControl).tryQuery()
                .filter(Node::isFocused).isPresent();
    }

    private static boolean shown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private static List<String> errors(FxRobot robot) {
        return robot.lookup(".form-error").queryAllAs(Label.class).stream().filter(Label::isVisible)
                .map(Label::getText).toList();
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, holds);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private final class Answers implements Dialogs {

        @Override
        public boolean confirm(String question, String explanation, String verb) {
            return true;
        }

        @Override
        public boolean confirmDelete(String what, List<String> consequences) {
            asked.addAll(consequences);
            return true;
        }

        @Override
        public boolean confirmByTyping(String what, String name, List<String> consequences) {
            return true;
        }

        @Override
        public Unsaved askToSave() {
            return answer;
        }
    }
}
