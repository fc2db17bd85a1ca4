package dev.rackside.ticket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientService;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Act;
import dev.rackside.fx.Background;
import dev.rackside.fx.Comforts;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.Failures;
import dev.rackside.fx.ListMemory;
import dev.rackside.fx.Theme;
import dev.rackside.row.Choice;
import dev.rackside.row.PageRequest;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import dev.rackside.session.SessionService;
import dev.rackside.ticket.TicketFilter;
import dev.rackside.ticket.TicketRow;
import dev.rackside.ticket.TicketService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
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

/** The real screen on a real database, worked by keyboard. */
@ExtendWith(ApplicationExtension.class)
class TicketScreenTest {

    private static TestDatabase test;
    private static TicketService tickets;
    private static SessionService sessions;

    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    private final List<String> opened = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private Dialogs.Unsaved answer = Dialogs.Unsaved.DISCARD;
    @SuppressWarnings("NullAway.Init")
    private TicketScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("ticketscreen",
                List.of(ClientService.ENTITIES, SessionService.ENTITIES, TicketService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        tickets = new TicketService(test.database(), () -> "mara.ellis");
        sessions = new SessionService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        new Theme().choose(Theme.Wish.LIGHT);
        show(ListMemory.none());
        stage.show();
    }

    private void show(ListMemory memory) {
        var background = Background.threads(new Failures());
        screen = new TicketScreen(Doors.offline(test), background, new Answers(), scope, new TicketActs(_ -> {
        }, opened::add, _ -> {
        }, _ -> {
        }, () -> {
        }, new TicketActs.Front() {
            @Override
            public void show(Node node) {
                throw new AssertionError("Nothing is to be shown in front");
            }

            @Override
            public void away() {
                throw new AssertionError("Nothing is shown in front");
            }
        }));
        screen.remember(new Comforts(memory, background, new Answers()), "tickets");
        stage.setScene(new Scene(screen.root(), 1240, 680));
        screen.shown();
    }

    @Test
    void aTicketIsLinkedToASessionByKeyboard(FxRobot robot) throws Exception {
        var session = sessions.choices(null, "", 1).getFirst();
        robot.interact(() -> screen.linkByHand(new LinkTarget(session.id(), null)));
        until(() -> robot.lookup("#system").queryAllAs(Node.class).stream()
                .anyMatch(node -> node instanceof ComboBox<?> && node.isFocused()));
        assertThat(robot.lookup("#save").queryAs(Button.class).isDisabled()).isTrue();
        robot.type(KeyCode.DOWN).type(KeyCode.TAB).type(KeyCode.TAB);
        robot.write("4711").type(KeyCode.TAB).write("T-4711").type(KeyCode.TAB).write("UPS alarm").type(KeyCode.TAB)
                .write("ftp://x");
        assertThat(robot.lookup(".form-error").queryAllAs(Label.class)).anyMatch(label -> label.isVisible()
                && label.getText().startsWith("An http or https address"));
        robot.interact(() -> input(robot, "url")
                .setText("https://psa.example.com/tickets/4711"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> found("4711") != null);
        var row = found("4711");
        assertThat(row).isNotNull();
        assertThat(row.sessionId()).isEqualTo(session.id());
        assertThat(row.linkedBy()).isEqualTo("mara.ellis");
        until(() -> robot.lookup("#open").tryQuery().isPresent()
                && robot.lookup("#open").queryAs(Button.class).getText().equals("Open at psa.example.com"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> opened.equals(List.of("https://psa.example.com/tickets/4711")));
        assertThat(robot.lookup("#chip").queryAs(Button.class).isVisible()).isTrue();
        robot.interact(() -> robot.lookup("#chip").queryAs(Button.class).fire());
        until(() -> !robot.lookup("#chip").queryAs(Button.class).isVisible());
    }

    @Test
    void somethingTypedIsNotLeftWithoutAQuestion(FxRobot robot) throws Exception {
        robot.interact(() -> screen.create());
        until(() -> shows(robot, "subject"));
        robot.interact(() -> input(robot, "subject").setText("half a sent"));
        answer = Dialogs.Unsaved.STAY;
        robot.interact(() -> screen.leave(() -> left.add("at once")));
        assertThat(left).isEmpty();
        assertThat(input(robot, "subject").getText()).isEqualTo("half a sent");
        answer = Dialogs.Unsaved.DISCARD;
        robot.interact(() -> screen.leave(() -> left.add("discarded")));
        assertThat(left).containsExactly("discarded");
    }

    @Test
    void whatIsSavedOnLeavingIsLeftOnceItIsSaved(FxRobot robot) throws Exception {
        robot.interact(() -> screen.linkByHand(new LinkTarget(sessions.choices(null, "", 1).getFirst().id(), null)));
        until(() -> shows(robot, "subject"));
        answer = Dialogs.Unsaved.SAVE;
        robot.interact(() -> {
            input(robot, "ticketId").setText("4712");
            screen.leave(() -> left.add("not complete"));
        });
        assertThat(left).isEmpty();
        robot.interact(() -> {
            robot.lookup((Node node) -> "system".equals(node.getId()) && node instanceof ComboBox<?>)
                    .<ComboBox<?>>query().getSelectionModel().select(0);
            screen.leave(() -> left.add("saved"));
        });
        until(() -> left.equals(List.of("saved")));
        assertThat(found("4712")).isNotNull();
    }

    @Test
    void theListIsAsItWasLeft(FxRobot robot, @TempDir Path folder) throws Exception {
        var file = folder.resolve("lists.json");
        robot.interact(() -> show(ListMemory.read(file)));
        until(() -> titles(robot).contains("Number"));
        var all = titles(robot);
        var state = robot.lookup("#state").queryAs(FacetBox.class);
        until(() -> state.getText().equals("State"));

        robot.interact(() -> robot.lookup("#more .menu-button").queryAs(MenuButton.class).requestFocus());
        robot.type(KeyCode.SPACE).type(KeyCode.DOWN).type(KeyCode.ENTER);
        robot.type(KeyCode.DOWN).type(KeyCode.SPACE).type(KeyCode.DOWN);
        robot.press(KeyCode.ALT).type(KeyCode.UP).type(KeyCode.UP).release(KeyCode.ALT).type(KeyCode.ESCAPE);
        robot.interact(() -> state.choose(Set.of("open", "a state that nobody knows")));
        robot.interact(() -> robot.lookup("#more .button").queryAs(Button.class).requestFocus());
        robot.type(KeyCode.SPACE).write("Mine").type(KeyCode.ENTER).type(KeyCode.ESCAPE);
        robot.interact(() -> state.clear());
        until(() -> Files.readString(file).contains("Mine"));

        robot.interact(() -> show(ListMemory.read(file)));
        assertThat(titles(robot)).startsWith(all.get(2), all.get(0)).doesNotContain(all.get(1))
                .hasSize(all.size() - 1);
        robot.interact(() -> robot.lookup("#more .button").queryAs(Button.class).requestFocus());
        robot.type(KeyCode.SPACE).type(KeyCode.ENTER);
        assertThat(robot.lookup("#state").queryAs(FacetBox.class).chosen().get()).hasSize(2).contains("open");
        assertThat(screen.acts()).extracting(Act::title).contains("Filter: Mine", "Export to CSV…");
    }

    private static List<String> titles(FxRobot robot) {
        return robot.lookup(".table-view").<TableView<?>>query().getVisibleLeafColumns().stream()
                .map(TableColumn::getText).toList();
    }

    private static @Nullable TicketRow found(String id) {
        return tickets.list(new TicketFilter(id, null, java.util.Set.of(), java.util.Set.of(), java.util.Set.of(),
                java.util.Set.of(), java.util.Set.of())).page(PageRequest.start(TicketService.DEFAULT_ORDER, 1)).rows()
                .stream().findFirst().orElse(null);
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
        public boolean confirmDelete(String what, List<String> consequences) {
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
