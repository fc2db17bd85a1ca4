package dev.rackside;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.rackside.db.TestFolders;
import dev.rackside.demo.AutotaskStub;
import dev.rackside.demo.ConnectWiseStub;
import dev.rackside.demo.Msp360Stub;
import dev.rackside.demo.SyncroStub;
import dev.rackside.fx.Hands;
import dev.rackside.fx.Photo;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Blob;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The demo as a newcomer meets it: tickets are found, linked, looked after and annotated in the real window. Of the
 * secrets by which that is done nothing is to be seen afterwards, on no screen, in no table and in no log.
 */
@ExtendWith(ApplicationExtension.class)
class DemoWindowTest {

    private static final List<String> CANARIES = List.of(SyncroStub.TOKEN, AutotaskStub.SECRET, AutotaskStub.CODE,
            ConnectWiseStub.PRIVATE_KEY, Msp360Stub.PASSWORD, Msp360Stub.TOKEN);

    private final Path home = TestFolders.fresh("demo-home");
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private Stage stage;
    @SuppressWarnings("NullAway.Init")
    private Wiring wiring;
    private boolean closed;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        var programs = Path.of("target", "server-programs").toAbsolutePath();
        Files.createDirectories(programs);
        Files.createDirectories(home.resolve("cache"));
        Files.createSymbolicLink(home.resolve("cache").resolve("server"), programs);
        heard.start();
        root().addAppender(heard);
        wiring = new Wiring(Places.below(home), new App().getHostServices(), UnaryOperator.identity());
        wiring.open(stage, new dev.rackside.instance.Start(null, false, true));
    }

    @AfterEach
    void stop(FxRobot robot) {
        root().detachAppender(heard);
        close(robot);
        TestFolders.delete(home);
    }

    private void close(FxRobot robot) {
        if (!closed) {
            closed = true;
            robot.interact(wiring::close);
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void ticketsAreFoundLinkedAndAnnotatedAndNoSecretIsSeen(FxRobot robot) throws Exception {
        until(() -> entries().size() > 10);
        loud();
        try {
            go(robot, "Credentials");
            until(() -> words().contains("The vault is open"));
            testConnections(robot);
            go(robot, "Sessions");
            choose(robot, 0);
            for (var system : List.of("Demo: Syncro", "Demo: Autotask", "Demo: ConnectWise")) {
                link(robot, system);
            }
            go(robot, "Tickets");
            until(() -> words().contains("VPN drops long sessions after 60 minutes"));
            choose(robot, 0);
            write(robot);
            robot.push(KeyCode.SHIFT, KeyCode.F5);
            until(() -> words().contains("Status check"));
            go(robot, "Client backups");
            robot.push(KeyCode.SHIFT, KeyCode.F5);
            until(() -> words().contains("Image of "));
        } finally {
            quiet();
        }
        everyPlace(robot);

        assertThat(seen).allSatisfy(DemoWindowTest::holdsNoSecret);
        holdsNoSecret(
                List.copyOf(heard.list).stream().map(event -> event.getFormattedMessage() + event.getThrowableProxy())
                        .collect(Collectors.joining("\n")));
        close(robot);
        holdsNoSecret(database());
    }

    /** Everything that the program and its libraries say is listened to, and not printed besides. */
    private void loud() {
        root().iteratorForAppenders().forEachRemaining(silenced::add);
        silenced.remove(heard);
        silenced.forEach(root()::detachAppender);
        root().setLevel(Level.DEBUG);
    }

    private void quiet() {
        root().setLevel(Level.INFO);
        silenced.forEach(root()::addAppender);
        silenced.clear();
    }

    private static void holdsNoSecret(String text) {
        CANARIES.forEach(canary -> assertThat(text).doesNotContain(canary));
    }

    private void testConnections(FxRobot robot) throws Exception {
        for (var at = 0; at < 8; at++) {
            choose(robot, at);
            var row = at;
            if (words().contains("ownNetwork")) {
                robot.interact(() -> button("testConnection").fire());
                until(() -> words().contains("write note") || words().contains("read companies"));
                assertThat(words()).as("row " + row).contains("Passed").doesNotContain("Refused");
                look();
            }
        }
    }

    private void link(FxRobot robot, String system) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.L);
        until(() -> node("connection") instanceof ComboBox<?> box && !box.getItems().isEmpty());
        robot.interact(() -> {
            var box = (ComboBox<?>) node("connection");
            box.getSelectionModel().select(box.getItems().stream().map(String::valueOf).toList().indexOf(system));
        });
        until(() -> node("query").isFocused());
        robot.write("vpn drops");
        until(() -> node("found") instanceof ListView<?> list && list.getItems().size() > 1
                && all(each -> "link".equals(each.getId()) && each.isDisabled()).isEmpty());
        look();
        Photo.take(robot, stage.getScene(), Path.of("target", "look", "demo-link.png"));
        robot.type(KeyCode.ENTER);
        until(() -> words().contains("Linked: VPN drops long sessions"));
    }

    private void write(FxRobot robot) throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        until(() -> node("text").isFocused());
        robot.write("The firewall drops idle sessions");
        look();
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> words().contains("The note stands in"));
    }

    private void everyPlace(FxRobot robot) throws Exception {
        for (var place : entries().stream().map(Labeled::getText).toList()) {
            go(robot, place);
            if (table() == null) {
                look();
                continue;
            }
            for (var at = 0; at < 3; at++) {
                choose(robot, at);
                look();
            }
        }
    }

    private void go(FxRobot robot, String place) throws Exception {
        robot.interact(() -> entries().stream().filter(entry -> entry.getText().equals(place)).findFirst()
                .ifPresent(ButtonBase::fire));
        WaitForAsyncUtils.waitForFxEvents();
        Thread.sleep(300);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void choose(FxRobot robot, int row) throws Exception {
        until(() -> {
            var table = table();
            return table != null && !table.getItems().isEmpty() && table.getItems().getFirst() != null;
        });
        robot.interact(() -> {
            var table = table();
            if (table != null && row < table.getItems().size()) {
                table.requestFocus();
                table.getSelectionModel().clearAndSelect(row);
            }
        });
        robot.type(KeyCode.ENTER);
        Thread.sleep(120);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void look() {
        seen.add(words());
    }

    /** Everything that stands in the window, also in fields and behind what is in front. */
    private String words() {
        return all(node -> true).stream().map(node -> switch (node) {
            case Text text -> text.getText();
            case TextInputControl input -> String.valueOf(input.getText());
            case Labeled labeled -> String.valueOf(labeled.getText());
            default -> "";
        }).filter(text -> text != null && !text.isBlank()).collect(Collectors.joining("\n"));
    }

    private List<Node> all(Predicate<Node> fits) {
        Callable<List<Node>> looking = () -> stage.getScene().getRoot().lookupAll("*").stream()
                .filter(DemoWindowTest::shown).filter(fits).toList();
        try {
            return Platform.isFxApplicationThread()
                    ? looking.call()
                    : WaitForAsyncUtils.waitForAsyncFx(10_000, looking);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ToggleButton> entries() {
        return all(node -> node instanceof ToggleButton && node.getStyleClass().contains("sidebar-entry")).stream()
                .map(ToggleButton.class::cast).toList();
    }

    private @Nullable TableView<?> table() {
        return (TableView<?>) all(TableView.class::isInstance).stream().findFirst().orElse(null);
    }

    private ButtonBase button(String id) {
        return (ButtonBase) node(id);
    }

    private Node node(String id) {
        return all(node -> id.equals(node.getId())).stream().findFirst().orElse(new Text());
    }

    private static boolean shown(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, holds);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Every value of every table as text. */
    private String database() throws SQLException {
        var places = Places.below(home);
        var workspace = (Workspace.Local) new Workspaces(places).named("Demo").orElseThrow();
        try (var opened = new WorkspaceOpener(places, Rooms.ENTITIES, () -> false).open(workspace, _ -> {
        }); var connection = opened.database().dataSource().getConnection()) {
            var all = new StringBuilder();
            for (var table : tables(connection)) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("SELECT * FROM `" + table + "`")) {
                    while (rows.next()) {
                        for (var at = 1; at <= rows.getMetaData().getColumnCount(); at++) {
                            all.append(text(rows.getObject(at))).append('\n');
                        }
                    }
                }
            }
            assertThat(all.toString()).contains("The firewall drops idle sessions").contains("VPN drops long");
            return all.toString();
        }
    }

    private static String text(@Nullable Object value) throws SQLException {
        return switch (value) {
            case Blob blob -> new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.ISO_8859_1);
            case byte[] bytes -> new String(bytes, StandardCharsets.ISO_8859_1);
            case null, default -> String.valueOf(value);
        };
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("SHOW TABLES")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
