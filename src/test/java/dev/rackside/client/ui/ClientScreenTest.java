package dev.rackside.client.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientFilter;
import dev.rackside.client.ClientRow;
import dev.rackside.client.ClientService;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Photo;
import dev.rackside.fx.Theme;
import dev.rackside.row.Choice;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
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
class ClientScreenTest {

    private static TestDatabase test;
    private static ClientService clients;

    private final List<String> typedNames = new ArrayList<>();
    private final List<Choice> shownMachines = new ArrayList<>();
    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    private final Theme theme = new Theme();
    @SuppressWarnings("NullAway.Init")
    private ClientScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("client_screen", List.of(ClientService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        clients = new ClientService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        screen = new ClientScreen(clients, Background.threads(new Failures()), new Answers(), scope,
                new ClientActs(_ -> {
                }, shownMachines::add, _ -> {
                }, _ -> {
                }, _ -> {
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
    void clientIsMadeEditedAndDeletedByKeyboard(FxRobot robot) throws Exception {
        robot.interact(() -> screen.create());
        until(() -> focused(robot, "name"));
        robot.write("Zz Test Client");
        robot.interact(() -> text(robot, "networkSubnet").setText("10.4.0.0/33"));
        assertThat(errors(robot)).containsExactly("A network such as 10.4.0.0/16 or fd00:4::/48; several with commas.");
        assertThat(robot.lookup("#save").queryAs(Button.class).isDisabled()).isTrue();
        robot.interact(() -> text(robot, "networkSubnet").setText("10.4.0.0/24"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> found("Zz Test Client") != null);

        until(() -> robot.lookup("#title").tryQuery().isPresent()
                && robot.lookup("#title").queryAs(Labeled.class).getText().equals("Zz Test Client"));
        robot.type(KeyCode.F2);
        until(() -> focused(robot, "name"));
        robot.interact(() -> text(robot, "primaryContact").setText("Dana Ortiz"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> "Dana Ortiz".equals(contact("Zz Test Client")));

        until(() -> robot.lookup("#workOn").tryQuery().isPresent());
        robot.type(KeyCode.DELETE);
        until(() -> found("Zz Test Client") == null);
        assertThat(typedNames).containsExactly("Zz Test Client");
    }

    @Test
    void countsLeadToTheListsOfTheClient(FxRobot robot) throws Exception {
        var client = clients.choices("", 1).getFirst();
        robot.interact(() -> screen.show(client.id()));
        until(() -> !robot.lookup("#counts .hyperlink").queryAll().isEmpty());
        photos(robot, "clients");
        robot.interact(() -> robot.lookup("#counts .hyperlink").queryAllAs(Hyperlink.class).iterator().next().fire());
        assertThat(shownMachines).containsExactly(client);
        robot.type(KeyCode.F2);
        until(() -> focused(robot, "name"));
        photos(robot, "client-form");
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

    private static @Nullable ClientRow found(String name) {
        return clients.list(ClientFilter.ALL.withText(name))
                .page(PageRequest.start(Order.by("name"), 1)).rows().stream().findFirst().orElse(null);
    }

    private static @Nullable String contact(String name) {
        var row = found(name);
        return row == null ? null : row.primaryContact();
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
            return false;
        }

        @Override
        public boolean confirmByTyping(String what, String name, List<String> lines) {
            typedNames.add(name);
            return true;
        }

        @Override
        public Unsaved askToSave() {
            return Unsaved.DISCARD;
        }
    }
}
