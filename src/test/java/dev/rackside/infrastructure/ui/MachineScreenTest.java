package dev.rackside.infrastructure.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientService;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Photo;
import dev.rackside.fx.Theme;
import dev.rackside.infrastructure.MachineFilter;
import dev.rackside.infrastructure.MachineRow;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.row.Choice;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import dev.rackside.tag.TagService;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
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

/** The real screen on a real database, worked by keyboard. */
@ExtendWith(ApplicationExtension.class)
class MachineScreenTest {

    private static TestDatabase test;
    private static MachineService machines;
    private static ClientService clients;

    private final List<String> consequences = new ArrayList<>();
    private final List<UUID> shownInsights = new ArrayList<>();
    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    private final Theme theme = new Theme();
    @SuppressWarnings("NullAway.Init")
    private MachineScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("machine_screen",
                List.of(ClientService.ENTITIES, MachineService.ENTITIES, TagService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        machines = new MachineService(test.database());
        clients = new ClientService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        var doors = new MachineDoors(machines, clients, new TagService(test.database()));
        screen = new MachineScreen(doors, Background.threads(new Failures()), new Answers(), scope,
                new MachineActs(shownInsights::add, _ -> {
                }, _ -> {
                }));
        var sidebar = new Region();
        sidebar.setMinWidth(56);
        HBox.setHgrow(screen.root(), Priority.ALWAYS);
        stage.setScene(new Scene(new HBox(sidebar, screen.root()), 1000, 680));
        theme.choose(Theme.Wish.LIGHT);
        theme.dress(stage.getScene());
        stage.show();
        screen.shown();
    }

    @Test
    void machineIsMadeEditedAndDeletedByKeyboard(FxRobot robot) throws Exception {
        var client = clients.choices("", 1).getFirst();
        robot.interact(() -> scope.set(client));
        robot.interact(() -> screen.create());
        until(() -> focused(robot, "hostname"));
        robot.write("ZZ-TEST-01");
        robot.interact(() -> text(robot, "ipAddress").setText("10.0.0.300"));
        assertThat(errors(robot)).containsExactly("An IPv4 or IPv6 address, such as 10.4.0.12 or fd00::12.");
        assertThat(robot.lookup("#save").queryAs(Button.class).isDisabled()).isTrue();
        robot.interact(() -> text(robot, "ipAddress").setText("10.0.0.30"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> found("ZZ-TEST-01") != null);
        assertThat(found("ZZ-TEST-01")).extracting(MachineRow::clientId).isEqualTo(client.id());

        until(() -> robot.lookup("#title").tryQuery().isPresent()
                && robot.lookup("#title").queryAs(Labeled.class).getText().equals("ZZ-TEST-01"));
        robot.type(KeyCode.F2);
        until(() -> focused(robot, "hostname"));
        robot.interact(() -> text(robot, "environmentalNotes").setText("No remoting."));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> "No remoting.".equals(notes("ZZ-TEST-01")));

        until(() -> robot.lookup("#insights").tryQuery().isPresent());
        robot.type(KeyCode.DELETE);
        until(() -> found("ZZ-TEST-01") == null);
    }

    @Test
    void deleteSaysWhatGoesWithTheMachine(FxRobot robot) throws Exception {
        var busy = id("select infrastructure_id from environmental_insights where infrastructure_id is not null");
        robot.interact(() -> screen.show(busy));
        until(() -> robot.lookup("#insights").tryQuery().isPresent()
                && robot.lookup("#insights").queryAs(Labeled.class).getText().contains("insight"));
        robot.clickOn("#insights");
        assertThat(shownInsights).containsExactly(busy);
        robot.interact(() -> robot.lookup("#title").query().requestFocus());
        robot.type(KeyCode.DELETE);
        until(() -> machines.row(busy).isEmpty());
        assertThat(consequences).anyMatch(line -> line.contains("with it."));
    }

    @Test
    void looksComposed(FxRobot robot) throws Exception {
        until(() -> !screen.root().lookupAll(".table-row-cell:filled").isEmpty());
        var busy = id("select infrastructure_id from infrastructure_tags t join environmental_insights i using"
                + " (infrastructure_id)");
        robot.interact(() -> screen.show(busy));
        until(() -> robot.lookup("#insights").tryQuery().isPresent()
                && robot.lookup("#insights").queryAs(Labeled.class).getText().contains("insight"));
        photos(robot, "machines");
        robot.interact(() -> screen.root().requestFocus());
        robot.type(KeyCode.F2);
        until(() -> focused(robot, "hostname"));
        photos(robot, "machine-form");
    }

    private void photos(FxRobot robot, String name) throws Exception {
        for (var wish : List.of(Theme.Wish.LIGHT, Theme.Wish.DARK)) {
            robot.interact(() -> {
                theme.choose(wish);
                theme.dress(stage.getScene());
            });
            WaitForAsyncUtils.waitForFxEvents();
            Photo.take(robot, stage.getScene(),
                    Path.of("target", name + "-" + wish.name().toLowerCase(Locale.ROOT) + ".png"));
        }
    }

    private static UUID id(String sql) throws SQLException {
        try (var connection = test.schema().connect(); var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return UUID.fromString(rows.getString(1));
        }
    }

    private static @Nullable MachineRow found(String hostname) {
        return machines.list(MachineFilter.ALL.withText(hostname))
                .page(PageRequest.start(Order.by("hostname"), 1)).rows().stream().findFirst().orElse(null);
    }

    private static @Nullable String notes(String hostname) {
        var row = found(hostname);
        return row == null ? null : machines.load(row.id()).draft().environmentalNotes();
    }

    private static TextInputControl text(FxRobot robot, String id) {
        return robot.lookup((Node node) -> id.equals(node.getId()) && node instanceof TextInputControl).query();
    }

    private static boolean focused(FxRobot robot, String id) {
        return robot.lookup((Node node) -> id.equals(node.getId()) && node instanceof TextInputControl)
                .tryQuery().filter(Node::isFocused).isPresent();
    }

    private static List<String> errors(FxRobot robot) {
        return robot.lookup(".form-error").queryAllAs(Labeled.class).stream().filter(Node::isVisible)
                .map(Labeled::getText).toList();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private final class Answers implements Dialogs {

        @Override
        public boolean confirm(String question, String explanation, String verb) {
            return true;
        }

        @Override
        public boolean confirmDelete(String what, List<String> lines) {
            consequences.addAll(lines);
            return true;
        }

        @Override
        public boolean confirmByTyping(String what, String name, List<String> lines) {
            consequences.addAll(lines);
            return true;
        }

        @Override
        public Unsaved askToSave() {
            return Unsaved.DISCARD;
        }
    }
}
