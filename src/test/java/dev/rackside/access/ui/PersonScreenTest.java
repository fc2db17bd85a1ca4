package dev.rackside.access.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.access.AccessService;
import dev.rackside.access.PeopleService;
import dev.rackside.access.PersonFilter;
import dev.rackside.access.PersonRow;
import dev.rackside.access.Role;
import dev.rackside.access.Who;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Photo;
import dev.rackside.fx.Theme;
import dev.rackside.row.PageRequest;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import dev.rackside.text.Coded;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
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
class PersonScreenTest {

    private static TestDatabase test;
    private static PeopleService people;
    private static UUID me;

    private final List<String> explanations = new ArrayList<>();
    private final Theme theme = new Theme();
    @SuppressWarnings("NullAway.Init")
    private PersonScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("person_screen",
                List.of(AccessService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        people = new PeopleService(test.database());
        me = id("select id from api_users where username = 'mara.ellis'");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        screen = new PersonScreen(people, () -> new Who(me, "mara.ellis", "Mara Ellis", Coded.of(Role.ADMINISTRATOR)),
                Background.threads(new Failures()), new Answers());
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
    void personIsMadeEditedAndDeletedByKeyboard(FxRobot robot) throws Exception {
        robot.interact(() -> screen.create());
        until(() -> focused(robot, "username"));
        robot.write("two words");
        assertThat(errors(robot)).containsExactly("No blanks and nothing invisible.");
        robot.interact(() -> text(robot, "username").setText("zz.test"));
        robot.interact(() -> text(robot, "displayName").setText("Zoë Test"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> found("zz.test") != null);
        until(() -> title(robot).equals("Zoë Test"));
        robot.type(KeyCode.F2);
        until(() -> focused(robot, "username"));
        robot.interact(() -> text(robot, "email").setText("zoe@example.com"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> found("zoe@example.com") != null);
        until(() -> title(robot).equals("Zoë Test") && robot.lookup("#edit").tryQuery().isPresent());
        robot.type(KeyCode.DELETE);
        until(() -> found("zz.test") == null);
    }

    @Test
    void whoseNameStandsInRowsIsDeactivatedInstead(FxRobot robot) throws Exception {
        var linh = id("select id from api_users where username = 'linh.nguyen'");
        robot.interact(() -> screen.show(linh));
        until(() -> title(robot).startsWith("Nguy"));
        robot.type(KeyCode.DELETE);
        until(() -> Boolean.FALSE.equals(people.load(linh).draft().active()));
        assertThat(explanations).anyMatch(text -> text.contains("sessions"));
        until(() -> robot.lookup("#turn").queryAs(Button.class).getText().equals("Activate"));
        robot.interact(() -> robot.lookup("#turn").queryAs(Button.class).fire());
        until(() -> Boolean.TRUE.equals(people.load(linh).draft().active()));
    }

    @Test
    void nobodyDeactivatesThemselves(FxRobot robot) throws Exception {
        robot.interact(() -> screen.show(me));
        until(() -> title(robot).equals("Mara Ellis"));
        assertThat(robot.lookup("#turn").queryAs(Button.class).isDisabled()).isTrue();
        robot.type(KeyCode.F2);
        until(() -> focused(robot, "username"));
        robot.interact(() -> robot.lookup("#active").queryAs(CheckBox.class).fire());
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> !errors(robot).isEmpty());
        assertThat(errors(robot)).containsExactly("Nobody deactivates themselves. Another administrator can.");
    }

    @Test
    void tokenIsRevokedFromTheDetail(FxRobot robot) throws Exception {
        var board = id("select api_user_id from api_tokens where revoked_at is null");
        robot.interact(() -> screen.show(board));
        until(() -> robot.lookup("#tokens").tryQueryAs(VBox.class)
                .filter(box -> !box.lookupAll(".button").isEmpty()).isPresent());
        robot.interact(() -> ((Button) robot.lookup("#tokens").queryAs(VBox.class).lookup(".button")).fire());
        until(() -> people.detail(board).tokens().stream().allMatch(token -> token.revokedAt() != null));
        assertThat(explanations).anyMatch(text -> text.contains("at once"));
    }

    @Test
    void looksComposed(FxRobot robot) throws Exception {
        until(() -> !screen.root().lookupAll(".table-row-cell:filled").isEmpty());
        var board = id("select api_user_id from api_tokens");
        robot.interact(() -> screen.show(board));
        until(() -> robot.lookup("#tokens").tryQueryAs(VBox.class).filter(box -> !box.getChildren().isEmpty())
                .isPresent());
        photos(robot, "people");
        robot.interact(() -> screen.root().requestFocus());
        robot.type(KeyCode.F2);
        until(() -> focused(robot, "username"));
        photos(robot, "person-form");
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

    private static @Nullable PersonRow found(String words) {
        return people.list(PersonFilter.ALL.withText(words))
                .page(PageRequest.start(PeopleService.DEFAULT_ORDER, 1)).rows().stream().findFirst().orElse(null);
    }

    private static String title(FxRobot robot) {
        return robot.lookup((Node node) -> "title".equals(node.getId()) && node instanceof Label)
                .tryQueryAs(Label.class).map(Labeled::getText).orElse("");
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
            explanations.add(explanation);
            return true;
        }

        @Override
        public boolean confirmDelete(String what, List<String> lines) {
            explanations.addAll(lines);
            return true;
        }

        @Override
        public boolean confirmByTyping(String what, String name, List<String> lines) {
            explanations.addAll(lines);
            return true;
        }

        @Override
        public Unsaved askToSave() {
            return Unsaved.DISCARD;
        }
    }
}
