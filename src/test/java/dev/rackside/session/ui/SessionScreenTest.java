package dev.rackside.session.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientService;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Theme;
import dev.rackside.row.Choice;
import dev.rackside.row.PageRequest;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import dev.rackside.session.SessionFilter;
import dev.rackside.session.SessionRow;
import dev.rackside.session.SessionService;
import dev.rackside.ticket.TicketService;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
class SessionScreenTest {

    private static TestDatabase test;
    private static SessionService sessions;

    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    private final List<UUID> linked = new ArrayList<>();
    private final List<String> consequences = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private SessionScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("sessionscreen",
                List.of(ClientService.ENTITIES, SessionService.ENTITIES, TicketService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        sessions = new SessionService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        var background = Background.threads(new Failures());
        screen = new SessionScreen(new SessionDoors(sessions, new ClientService(test.database())), background,
                new Answers(), scope, new SessionActs(() -> "mara.ellis", linked::add, _ -> {
                }, _ -> {
                }, _ -> {
                }, _ -> {
                }, _ -> {
                }, _ -> {
                }, _ -> {
                }));
        stage.setScene(new Scene(screen.root(), 1240, 680));
        new Theme().choose(Theme.Wish.LIGHT);
        stage.show();
        screen.shown();
    }

    @Test
    void listHasTheKeyboardWhenItsScreenComesIntoView(FxRobot robot) {
        robot.interact(() -> {
            var first = new javafx.scene.control.TextField();
            stage.getScene().setRoot(new javafx.scene.layout.VBox(first));
            first.requestFocus();
            stage.getScene().setRoot(new javafx.scene.layout.VBox(new javafx.scene.control.TextField(), screen.root()));
            screen.shown();
        });
        assertThat(stage.getScene().getFocusOwner()).isInstanceOf(javafx.scene.control.TableView.class);
    }

    @Test
    void aSessionIsWrittenAndDeletedByKeyboard(FxRobot robot) throws Exception {
        robot.interact(() -> screen.create());
        until(() -> shows(robot, "title") && input(robot, "title").isFocused());
        robot.write("Replaced the UPS battery");
        field(robot, "end", "2026-02-30 10:00");
        assertThat(errors(robot)).anyMatch(error -> error.startsWith("Write the time as"));
        field(robot, "end", "2001-01-01 10:00");
        assertThat(errors(robot)).contains("It ends before it starts.");
        field(robot, "end", "");
        field(robot, "billableHours", "1,5");
        assertThat(errors(robot)).contains("Write a number such as 1.25.");
        field(robot, "billableHours", "10000");
        assertThat(errors(robot)).contains("From 0 to 9999.99 hours.");
        assertThat(robot.lookup("#save").queryAs(Button.class).isDisabled()).isTrue();
        field(robot, "billableHours", "1.25");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> found("Replaced the UPS battery") != null);
        var row = Objects.requireNonNull(found("Replaced the UPS battery"));
        assertThat(row.technician()).isEqualTo("mara.ellis");
        until(() -> robot.lookup(".title").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().equals("Replaced the UPS battery")));
        robot.push(KeyCode.CONTROL, KeyCode.L);
        until(() -> linked.equals(List.of(row.id())));
        robot.push(KeyCode.DELETE);
        until(() -> found("Replaced the UPS battery") == null);
    }

    @Test
    void whatGoesWithASessionIsSaidInNumbers(FxRobot robot) throws Exception {
        var row = sessions.list(SessionFilter.ALL).page(PageRequest.start(
                dev.rackside.row.Order.byDescending("tickets"), 1)).rows().getFirst();
        robot.interact(() -> screen.show(row.id()));
        until(() -> robot.lookup(".section").queryAllAs(Label.class).stream()
                .anyMatch(label -> label.getText().startsWith("Tickets (")));
        robot.interact(() -> stage.getScene().getRoot().fireEvent(new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", KeyCode.DELETE, false, false, false, false)));
        until(() -> !consequences.isEmpty());
        assertThat(consequences).anyMatch(line -> line.contains("work items"));
        until(() -> sessions.row(row.id()).isEmpty());
    }

    private void field(FxRobot robot, String id, String words) {
        robot.interact(() -> input(robot, id).setText(words));
    }

    private static List<String> errors(FxRobot robot) {
        return robot.lookup(".form-error").queryAllAs(Label.class).stream().filter(Label::isVisible)
                .map(Label::getText).toList();
    }

    private static @Nullable SessionRow found(String title) {
        return sessions.list(new SessionFilter(title, Set.of(), Set.of(), Set.of(), null))
                .page(PageRequest.start(SessionService.DEFAULT_ORDER, 1)).rows().stream().findFirst().orElse(null);
    }

    /** A field of the form; a column of the table may have the same name. */
    private static TextInputControl input(FxRobot robot, String id) {
        return robot.lookup((Node node) -> id.equals(node.getId()) && node instanceof TextInputControl).query();
    }

    private static boolean shows(FxRobot robot, String id) {
        return robot.lookup((Node node) -> id.equals(node.getId()) && node instanceof TextInputControl).tryQuery()
                .isPresent();
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, holds);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private final class Answers implements Dialogs {

        @Override
        public boolean confirm(String question, String explanation, String verb) {
            return true;
        }

        @Override
        public boolean confirmDelete(String what, List<String> sentences) {
            consequences.addAll(sentences);
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
