package dev.rackside.failure.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientService;
import dev.rackside.db.TestDatabase;
import dev.rackside.failure.FailureFilter;
import dev.rackside.failure.FailureRow;
import dev.rackside.failure.FailureService;
import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Photo;
import dev.rackside.fx.Theme;
import dev.rackside.infrastructure.MachineService;
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
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
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
class FailureScreenTest {

    private static TestDatabase test;
    private static FailureService failures;

    private final List<String> consequences = new ArrayList<>();
    private final List<UUID> opened = new ArrayList<>();
    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    private final Theme theme = new Theme();
    @SuppressWarnings("NullAway.Init")
    private FailureScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("failure_screen",
                List.of(ClientService.ENTITIES, MachineService.ENTITIES, FailureService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        failures = new FailureService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        var doors = new FailureDoors(failures, new ClientService(test.database()),
                new MachineService(test.database()));
        screen = new FailureScreen(doors, Background.threads(new Failures()), new Answers(), scope,
                new FailureActs(_ -> {
                }, _ -> {
                }, opened::add, _ -> {
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
    void patternIsMadeTriedSeenAgainAndDeletedByKeyboard(FxRobot robot) throws Exception {
        robot.interact(() -> screen.create());
        until(() -> focused(robot, "signature"));
        robot.write("ZZ9 (");
        until(() -> label(robot, "kind").contains("broken"));
        robot.interact(() -> text(robot, "tried").setText("first\nzz9 ( here"));
        until(() -> label(robot, "outcome").equals("Found as plain text."));
        assertThat(robot.lookup("#save").queryAs(Button.class).isDisabled()).isTrue();
        robot.interact(() -> ((ComboBox<?>) robot.lookup((Node node) -> "type".equals(node.getId())
                && node instanceof ComboBox).query()).getSelectionModel().select(2));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> found("ZZ9") != null);
        until(() -> label(robot, "signature").equals("ZZ9 ("));

        robot.type(KeyCode.S);
        until(() -> Integer.valueOf(2).equals(occurrences("ZZ9")));
        until(() -> robot.lookup("#said").query().isVisible());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> Integer.valueOf(1).equals(occurrences("ZZ9")));

        robot.type(KeyCode.F2);
        until(() -> focused(robot, "signature"));
        robot.interact(() -> text(robot, "lastSeen").setText("1999-01-01 10:00"));
        assertThat(errors(robot)).containsExactly("It was seen last before it was seen first.");
        robot.interact(() -> text(robot, "firstSeen").setText("1998-01-01 10:00"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> "ZZ9 (".equals(failures.list(FailureFilter.ALL).page(PageRequest.start(Order.by("seen"), 1)).rows()
                .getFirst().signature()));
        until(() -> label(robot, "signature").equals("ZZ9 ("));
        robot.type(KeyCode.DELETE);
        until(() -> found("ZZ9") == null);
    }

    @Test
    void insightsLearnedFromItAreAStepAway(FxRobot robot) throws Exception {
        var learned = id("select source_pattern_id from environmental_insights where source_pattern_id is not null");
        robot.interact(() -> screen.show(learned));
        until(() -> robot.lookup("#sections").tryQueryAs(VBox.class)
                .filter(box -> !box.lookupAll(".hyperlink").isEmpty()).isPresent());
        robot.interact(() -> ((Hyperlink) robot.lookup("#sections").queryAs(VBox.class).lookup(".hyperlink")).fire());
        assertThat(opened).hasSize(1);
        robot.interact(() -> robot.lookup("#signature").query().requestFocus());
        robot.type(KeyCode.DELETE);
        until(() -> failures.row(learned).isEmpty());
        assertThat(consequences).anyMatch(line -> line.contains("insight") && line.contains("learned from"));
    }

    @Test
    void looksComposed(FxRobot robot) throws Exception {
        until(() -> !screen.root().lookupAll(".table-row-cell:filled").isEmpty());
        var learned = id("select source_pattern_id from environmental_insights where source_pattern_id is not null");
        robot.interact(() -> screen.show(learned));
        until(() -> robot.lookup("#sections").tryQueryAs(VBox.class)
                .filter(box -> !box.getChildren().isEmpty()).isPresent());
        photos(robot, "failures");
        robot.interact(() -> screen.root().requestFocus());
        robot.type(KeyCode.F2);
        until(() -> focused(robot, "signature"));
        robot.interact(() -> text(robot, "tried").setText("anything else"));
        photos(robot, "failure-form");
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

    private static @Nullable FailureRow found(String words) {
        return failures.list(FailureFilter.ALL.withText(words))
                .page(PageRequest.start(FailureService.DEFAULT_ORDER, 1)).rows().stream().findFirst().orElse(null);
    }

    private static @Nullable Integer occurrences(String words) {
        var row = found(words);
        return row == null ? null : row.occurrences();
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup((Node node) -> id.equals(node.getId()) && node instanceof Label).tryQueryAs(Label.class)
                .map(Labeled::getText).map(String::valueOf).orElse("");
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
