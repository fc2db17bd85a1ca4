package dev.rackside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.TestFolders;
import dev.rackside.fx.Hands;
import dev.rackside.fx.SearchField;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import dev.rackside.text.Messages;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The real window on rows of another program that hold every naughty string: no list breaks, no bug is reported, and the
 * screen never stands still, whatever is shown, searched for or typed.
 */
@Tag("long")
@ExtendWith(ApplicationExtension.class)
class NaughtyWindowTest {

    private static final Duration STANDSTILL = Duration.ofSeconds(2);
    private static final int OPENED = 12;
    private static final List<String> COLUMNS = List.of("clients:name", "clients:primary_contact", "clients:notes",
            "infrastructure:os", "infrastructure:environmental_notes", "sessions:session_title", "sessions:summary",
            "sessions:notes", "work_items:title", "work_items:description", "tags:description", "tags:category",
            "environmental_insights:insight_title", "environmental_insights:insight_description",
            "environmental_insights:examples", "environmental_examples:observed", "failure_patterns:pattern_signature",
            "failure_patterns:root_cause", "failure_patterns:recommended_solution", "ticket_links:ticket_subject",
            "ticket_links:ticket_status", "ticket_links:link_note", "ticket_links:ticket_url",
            "external_integrations:response_data", "external_integrations:external_url", "backup_log:failure",
            "backup_log:verification_details", "api_users:display_name", "integration_credentials:settings",
            "integration_credentials:last_test_details", "backup_schedules:cron_expression");

    @SuppressWarnings("NullAway.Init")
    private static Path home;
    private static List<String> strings = List.of();

    private final List<String> stalls = new ArrayList<>();
    private volatile String doing = "opening";
    private volatile boolean over;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;
    @SuppressWarnings("NullAway.Init")
    private Wiring wiring;

    /** Takes longer than a toolkit waits for its first window. */
    @BeforeAll
    static void prepare() throws Exception {
        strings = Naughty.strings();
        home = TestFolders.fresh("naughty-home");
        var programs = Path.of("target", "server-programs").toAbsolutePath();
        Files.createDirectories(programs);
        Files.createDirectories(home.resolve("cache"));
        Files.createSymbolicLink(home.resolve("cache").resolve("server"), programs);
        var places = Places.below(home);
        var workspaces = new Workspaces(places);
        var local = workspaces.newLocal("Naughty", "mara");
        try (var opened = new WorkspaceOpener(places, Rooms.ENTITIES, () -> false).open(local, _ -> {
        }); var connection = opened.database().dataSource().getConnection()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
            spoil(connection);
        }
        workspaces.keep(local);
    }

    @AfterAll
    static void cleanUp() {
        if (home != null) {
            TestFolders.delete(home);
        }
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        wiring = new Wiring(Places.below(home), new App().getHostServices(), UnaryOperator.identity());
        wiring.open(stage, new dev.rackside.instance.Start("Naughty", false, false));
    }

    @AfterEach
    void stop(FxRobot robot) {
        over = true;
        if (wiring != null) {
            robot.interact(wiring::close);
        }
    }

    /** One string after the other into each column, as another program might write it. */
    private static void spoil(Connection connection) throws SQLException {
        try (var settings = connection.createStatement()) {
            settings.execute("SET SESSION check_constraint_checks = 0");
            settings.execute("SET SESSION sql_mode = ''");
        }
        for (var column : COLUMNS) {
            var parts = column.split(":", 2);
            var ids = new ArrayList<String>();
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("SELECT id FROM " + parts[0] + " ORDER BY id LIMIT 600")) {
                while (found.next()) {
                    ids.add(found.getString(1));
                }
            }
            // Names must differ: a number goes before what the database can't tell apart.
            var unique = column.equals("clients:name");
            try (var update = connection.prepareStatement(
                    "UPDATE " + parts[0] + " SET " + parts[1] + " = ? WHERE id = ?")) {
                for (var i = 0; i < ids.size(); i++) {
                    var text = strings.get((i * 7 + column.length()) % strings.size());
                    update.setBytes(1, ((unique ? i + " " : "") + text).getBytes(StandardCharsets.UTF_8));
                    update.setString(2, ids.get(i));
                    update.addBatch();
                }
                update.executeBatch();
            }
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void everyPlaceShowsSearchesAndTakesAnything(FxRobot robot) throws Exception {
        for (var waited = 0; waited < 60 && entries().size() <= 10; waited++) {
            Thread.sleep(500);
        }
        Hands.until(() -> entries().size() > 10);
        watch();
        for (var entry : entries()) {
            doing = entry.getText();
            robot.interact(entry::fire);
            rows();
            open(robot);
            search(robot);
            type(robot);
        }
        over = true;
        assertThat(stalls).isEmpty();
    }

    /** Goes through the rows, with their details. */
    private void open(FxRobot robot) throws Exception {
        for (var i = 0; i < OPENED; i++) {
            var row = i * 5;
            doing = "row " + row;
            robot.interact(() -> {
                var table = table();
                table.scrollTo(row);
                table.getSelectionModel().clearAndSelect(Math.min(row, table.getItems().size() - 1));
            });
            WaitForAsyncUtils.waitForFxEvents();
            noBug();
        }
    }

    private void search(FxRobot robot) throws Exception {
        var field = (SearchField) stage.getScene().getRoot().lookupAll(".search-field").stream()
                .filter(SearchField.class::isInstance).filter(NaughtyWindowTest::shown).findFirst().orElseThrow();
        for (var text : strings) {
            doing = "search for " + text;
            Platform.runLater(() -> field.setText(text));
        }
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> field.setText(strings.get(40)));
        Thread.sleep(400);
        noBug();
        robot.interact(() -> field.setText(""));
        rows();
        noBug();
    }

    /** Into every field of the form; nothing is saved. */
    private void type(FxRobot robot) throws Exception {
        robot.interact(() -> {
            table().requestFocus();
            table().getSelectionModel().clearAndSelect(0);
        });
        robot.type(KeyCode.F2);
        WaitForAsyncUtils.waitForFxEvents();
        for (var waited = 0; waited < 20 && inputs().isEmpty(); waited++) {
            Thread.sleep(50);
            WaitForAsyncUtils.waitForFxEvents();
        }
        var inputs = inputs();
        for (var text : strings) {
            doing = "typing " + text;
            laidOut(() -> inputs.forEach(input -> input.setText(text)));
        }
        noBug();
        if (!inputs().isEmpty()) {
            robot.interact(() -> button("cancel"));
            WaitForAsyncUtils.waitForFxEvents();
            // Don't save: what is asked about typed text.
            robot.interact(this::discard);
        }
        noBug();
    }

    /** Without the robot, which lets many frames pass after each act. */
    private void laidOut(Runnable act) throws InterruptedException {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            act.run();
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            done.countDown();
        });
        assertThat(done.await(STANDSTILL.toSeconds() * 5, TimeUnit.SECONDS)).as(doing).isTrue();
    }

    private void button(String id) {
        Platform.runLater(() -> stage.getScene().getRoot().lookupAll("#" + id).stream()
                .filter(NaughtyWindowTest::shown).filter(ButtonBase.class::isInstance).map(ButtonBase.class::cast)
                .findFirst().ifPresent(ButtonBase::fire));
    }

    private void discard() {
        Window.getWindows().stream().filter(Window::isShowing).filter(window -> !window.equals(stage))
                .flatMap(window -> window.getScene().getRoot().lookupAll(".button").stream())
                .map(ButtonBase.class::cast).filter(button -> button.getText().equals(Messages.get("fx.discard")))
                .findFirst().ifPresent(ButtonBase::fire);
    }

    private void rows() throws Exception {
        Hands.until(() -> stage.getScene().getRoot().lookupAll(".table-view").stream().filter(NaughtyWindowTest::shown)
                .map(node -> (TableView<?>) node).anyMatch(table -> !table.getItems().isEmpty()
                        && table.getItems().getFirst() != null));
    }

    private TableView<?> table() {
        return stage.getScene().getRoot().lookupAll(".table-view").stream().filter(NaughtyWindowTest::shown)
                .map(node -> (TableView<?>) node).findFirst().orElseThrow();
    }

    private List<TextInputControl> inputs() {
        return stage.getScene().getRoot().lookupAll(".text-input").stream().filter(TextInputControl.class::isInstance)
                .map(TextInputControl.class::cast).filter(input -> !(input instanceof SearchField))
                .filter(TextInputControl::isEditable).filter(NaughtyWindowTest::shown).toList();
    }

    private List<ToggleButton> entries() {
        return stage.getScene().getRoot().lookupAll(".sidebar-entry").stream().map(ToggleButton.class::cast)
                .filter(entry -> !entry.getText().equals(Messages.get("nav.settings"))).toList();
    }

    private static boolean shown(Node node) {
        return Stream.<Node>iterate(node, at -> at != null, Node::getParent).allMatch(Node::isVisible);
    }

    private void noBug() {
        assertThat(Window.getWindows().stream().filter(Window::isShowing)
                .flatMap(window -> window.getScene().getRoot().lookupAll(".label").stream())
                .filter(Labeled.class::isInstance).map(node -> ((Labeled) node).getText()).filter(text -> text != null)
                .collect(Collectors.toSet())).as(doing).doesNotContain(Messages.get("fx.bug.what"));
    }

    /** Asks the screen thread again and again whether it still answers. */
    private void watch() {
        Thread.ofVirtual().start(() -> {
            while (!over) {
                var answered = new CountDownLatch(1);
                Platform.runLater(answered::countDown);
                try {
                    if (!answered.await(STANDSTILL.toMillis(), TimeUnit.MILLISECONDS)) {
                        stalls.add(doing);
                        answered.await();
                    }
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
    }
}
