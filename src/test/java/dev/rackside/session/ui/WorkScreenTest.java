package dev.rackside.session.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientService;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Failures;
import dev.rackside.fx.TagBar;
import dev.rackside.fx.Theme;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.row.Choice;
import dev.rackside.row.PageRequest;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import dev.rackside.session.SessionService;
import dev.rackside.session.WorkFilter;
import dev.rackside.session.WorkRow;
import dev.rackside.session.WorkService;
import dev.rackside.tag.TagService;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
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

/** The real screen on a real database, worked by keyboard. */
@ExtendWith(ApplicationExtension.class)
class WorkScreenTest {

    private static TestDatabase test;
    private static WorkService work;
    private static TagService tags;
    private static SessionService sessions;

    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    @SuppressWarnings("NullAway.Init")
    private WorkScreen screen;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("workscreen", List.of(ClientService.ENTITIES, SessionService.ENTITIES,
                MachineService.ENTITIES, TagService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        work = new WorkService(test.database());
        tags = new TagService(test.database());
        sessions = new SessionService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Start
    void start(Stage stage) {
        screen = new WorkScreen(new WorkDoors(work, sessions, new MachineService(test.database()), tags),
                Background.threads(new Failures()), new Answers(), scope, new WorkActs(_ -> {
                }, _ -> {
                }, _ -> {
                }));
        stage.setScene(new Scene(screen.root(), 1240, 680));
        new Theme().choose(Theme.Wish.LIGHT);
        stage.show();
        screen.shown();
    }

    @Test
    void aWorkItemOfASessionIsWrittenTaggedAndDeletedByKeyboard(FxRobot robot) throws Exception {
        var session = sessions.choices(null, "", 1).getFirst();
        robot.interact(() -> screen.addFor(session.id()));
        until(() -> robot.lookup("#title").queryAll().stream()
                .anyMatch(node -> node instanceof TextInputControl && node.isFocused()));
        assertThat(robot.lookup("#save").queryAs(Button.class).isDisabled()).isTrue();
        robot.write("Quokka cable swapped").type(KeyCode.TAB).type(KeyCode.DOWN);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> found("Quokka").size() == 1);
        var row = found("Quokka").getFirst();
        assertThat(row.sessionId()).isEqualTo(session.id());

        until(() -> bar(robot) != null);
        robot.interact(() -> Objects.requireNonNull(bar(robot)).getChildren().getLast().requestFocus());
        robot.type(KeyCode.DOWN);
        robot.write("quokkas");
        until(() -> robot.lookup("Create \u201cquokkas\u201d").tryQuery().isPresent());
        robot.type(KeyCode.ENTER);
        until(() -> tags.ofWorkItem(row.id()).size() == 1);
        assertThat(tags.ofWorkItem(row.id()).getFirst().label()).isEqualTo("quokkas");
        until(() -> robot.lookup((Node node) -> node instanceof Button button && "quokkas".equals(button.getText()))
                .tryQuery().isPresent());
        robot.interact(() -> robot.lookup((Node node) -> node instanceof Button button
                && "quokkas".equals(button.getText())).queryAs(Button.class).fire());
        until(() -> tags.ofWorkItem(row.id()).isEmpty());

        until(() -> robot.lookup(".table-view").query().isVisible());
        robot.interact(() -> robot.lookup(".table-view").query().requestFocus());
        robot.type(KeyCode.DELETE);
        until(() -> found("Quokka").isEmpty());
    }

    private static @Nullable TagBar bar(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof TagBar && node.isVisible()).tryQueryAs(TagBar.class)
                .orElse(null);
    }

    private static List<WorkRow> found(String words) {
        return work.list(WorkFilter.ALL.withText(words)).page(PageRequest.start(WorkService.DEFAULT_ORDER, 5)).rows();
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, holds);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static final class Answers implements Dialogs {

        @Override
        public boolean confirm(String question, String explanation, String verb) {
            return true;
        }

        @Override
        public boolean confirmDelete(String what, List<String> sentences) {
            return true;
        }

        @Override
        public boolean confirmByTyping(String what, String name, List<String> sentences) {
            return true;
        }

        @Override
        public Unsaved askToSave() {
            return Unsaved.DISCARD;
        }
    }
}
