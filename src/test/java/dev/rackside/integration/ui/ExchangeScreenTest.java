package dev.rackside.integration.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientService;
import dev.rackside.db.Ids;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Facts;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Photo;
import dev.rackside.fx.TextLines;
import dev.rackside.fx.Theme;
import dev.rackside.fx.YesDialogs;
import dev.rackside.integration.ExchangeRow;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.ExchangeSettling;
import dev.rackside.integration.Retention;
import dev.rackside.row.Choice;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import dev.rackside.session.SessionService;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
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
class ExchangeScreenTest {

    private static TestDatabase test;
    private static ExchangeService exchanges;

    private final List<String> addresses = new ArrayList<>();
    private final List<UUID> opened = new ArrayList<>();
    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();
    private final AtomicBoolean administrator = new AtomicBoolean(true);
    private final YesDialogs dialogs = new YesDialogs();
    private final Theme theme = new Theme();
    @SuppressWarnings("NullAway.Init")
    private ExchangeScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("exchange_screen",
                List.of(ClientService.ENTITIES, SessionService.ENTITIES, ExchangeService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        exchanges = new ExchangeService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        screen = new ExchangeScreen(new ExchangeDoors(exchanges,
                new ExchangeSettling(test.database(), () -> "mara.ellis"),
                new Retention(test.database(), () -> "mara.ellis", administrator::get)),
                Background.threads(new Failures()), dialogs,
                scope,
                new ExchangeActs(opened::add, (session, _) -> opened.add(session), addresses::add));
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
    void logIsReadByKeyboard(FxRobot robot) throws Exception {
        until(() -> !screen.root().lookupAll(".table-row-cell:filled").isEmpty());
        var id = id("select id from external_integrations where work_item_id is not null "
                + "and response_data is not null and external_id is not null");
        robot.interact(() -> screen.show(id));
        until(() -> robot.lookup("#facts").tryQueryAs(Facts.class)
                .filter(facts -> !facts.lookupAll(".hyperlink").isEmpty()).isPresent());
        assertThat(lines(robot, 0)).contains("\"method\"");
        robot.type(KeyCode.R);
        assertThat(clipboard(robot)).startsWith("{").contains("\"method\"");
        robot.push(KeyCode.SHIFT, KeyCode.R);
        assertThat(clipboard(robot)).doesNotContain("\"method\"");

        robot.type(KeyCode.W);
        until(() -> robot.lookup("#bodies").queryAs(SplitPane.class).getOrientation() == Orientation.HORIZONTAL);
        assertThat(robot.lookup("#back").query().isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#bodies").queryAs(SplitPane.class).getOrientation() == Orientation.VERTICAL);

        robot.interact(() -> robot.lookup("#facts").queryAs(Facts.class).lookupAll(".hyperlink")
                .forEach(link -> ((Hyperlink) link).fire()));
        assertThat(opened).hasSize(2);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(addresses).hasSize(1).first().asString().startsWith("https://");
    }

    @Test
    void secretsOfOtherProgramsAreNeitherShownNorCopied(FxRobot robot) throws Exception {
        var id = id("select id from external_integrations where session_id is null");
        test.outside("update external_integrations set request_data = '{\"headers\": {\"Authorization\": "
                + "\"Bearer canary12345678\"}}' where id = '" + id + "'");
        robot.interact(() -> screen.show(id));
        until(() -> lines(robot, 0).contains("Authorization"));
        assertThat(lines(robot, 0)).doesNotContain("canary").contains("••••••");
        robot.type(KeyCode.R);
        assertThat(clipboard(robot)).contains("Authorization").doesNotContain("canary");
    }

    @Test
    void twoAnswersAreComparedByKeyboard(FxRobot robot) throws Exception {
        var old = add("CMP-1", "2026-01-01", answer("New", "canaryold1234"));
        var now = add("CMP-1", "2026-01-02", answer("Resolved", "canarynew1234"));
        robot.interact(() -> screen.show(now));
        until(() -> !lines(robot, 0).isEmpty() || robot.lookup("#compare").tryQuery().isPresent());
        robot.interact(screen::shown);
        robot.type(KeyCode.C);
        until(() -> compared(robot).stream().anyMatch(line -> line.contains("Resolved")));
        assertThat(compared(robot)).anyMatch(line -> line.startsWith("− ") && line.contains("New")
                && line.contains("+ ")).noneMatch(line -> line.contains("canary")).contains("…");
        assertThat(robot.lookup("#compareLines").query().isFocused()).isTrue();
        photos(robot, "exchange-compare");
        robot.type(KeyCode.U);
        until(() -> compared(robot).stream().anyMatch(line -> line.startsWith("+ ") && line.contains("Resolved")));
        photos(robot, "exchange-compare-unified");
        var before = compared(robot).size();
        robot.interact(() -> robot.lookup("#compareLines").queryListView().getSelectionModel()
                .clearAndSelect(compared(robot).indexOf("…")));
        robot.type(KeyCode.ENTER);
        until(() -> compared(robot).size() > before);
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#compareLines").tryQuery().isEmpty());
        assertThat(robot.lookup(".table-view").query().isFocused()).isTrue();

        robot.interact(() -> screen.show(old));
        until(() -> old.equals(screen.chosen() == null ? null : screen.chosen().id()));
        robot.type(KeyCode.C);
        until(() -> robot.lookup(".table-notice").query().isVisible());
        assertThat(robot.lookup("#compareLines").tryQuery()).isEmpty();
    }

    @Test
    void whatWasExchangedAboutATicketIsReadDayByDay(FxRobot robot) throws Exception {
        add("TL-1", "2026-01-01 10:00", answer("New", "x"));
        add("TL-1", "2026-01-01 11:00", answer("Open", "x"));
        test.outside(
                "update external_integrations set outcome = 'unknown', duration_ms = 312, created_by = 'mara.ellis' "
                        + "where external_id = 'TL-1' and created_at = '2026-01-01 11:00'");
        var last = add("TL-1", "2026-02-03", answer("Done", "x"));
        robot.interact(() -> screen.showAbout("TL-1"));
        until(() -> timeline(robot).size() == 5);
        assertThat(timeline(robot).getFirst()).isEqualTo(new TimelineViewModel.Line.Day(LocalDate.of(2026, 2, 3)));
        assertThat(robot.lookup("#timelineNote").queryAs(Label.class).getText()).startsWith("3 exchanges");
        photos(robot, "exchange-timeline");
        robot.type(KeyCode.O);
        assertThat(timeline(robot).getFirst()).isEqualTo(new TimelineViewModel.Line.Day(LocalDate.of(2026, 1, 1)));
        robot.interact(() -> robot.lookup("#timelineLines").queryListView().getSelectionModel().clearAndSelect(4));
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup("#timelineLines").tryQuery().isEmpty());
        assertThat(screen.chosen()).isNotNull().extracting(ExchangeRow::id).isEqualTo(last);
        until(() -> lines(robot, 1).contains("Done"));

        robot.interact(screen::shown);
        robot.type(KeyCode.T);
        until(() -> timeline(robot).size() == 5);
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#timelineLines").tryQuery().isEmpty());
        robot.interact(() -> screen.showAbout("nobody"));
        until(() -> robot
                .lookup("Nothing was exchanged about this yet. The next check of its status or note written to "
                        + "it appears here.")
                .tryQuery().isPresent());
    }

    @Test
    void unknownOutcomesAreFoundAndSettledByWhoLooked(FxRobot robot) throws Exception {
        var id = add("UN-1", "2026-03-01", answer("New", "x"));
        test.outside("update external_integrations set outcome = 'unknown', external_url = "
                + "'https://demo.syncromsp.com/tickets/7' where id = '" + id + "'");
        robot.interact(screen::refresh);
        until(() -> robot.lookup("#unknowns").queryAs(Hyperlink.class).isVisible());
        var unknown = robot.lookup("#unknowns").queryAs(Hyperlink.class).getText();
        robot.interact(screen::shown);
        robot.push(KeyCode.SHIFT, KeyCode.U);
        until(() -> unknown.startsWith(robot.lookup("#count").queryAs(Label.class).getText() + " unknown"));
        robot.interact(() -> screen.show(id));
        until(() -> robot.lookup("#unknownBox").tryQuery().filter(Node::isVisible).isPresent()
                && robot.lookup("#look").query().isVisible());
        photos(robot, "exchange-unknown");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(addresses).contains("https://demo.syncromsp.com/tickets/7");
        robot.type(KeyCode.A);
        until(() -> "succeeded".equals(test.ask("select outcome from external_integrations where id = '" + id + "'")));
        assertThat(dialogs.heard()).first().asString().contains("It arrived?");
        until(() -> lines(robot, 1).contains("mara.ellis"));
        assertThat(robot.lookup("#unknownBox").query().isVisible()).isFalse();
    }

    @Test
    void oldExchangesAreRemovedByAnAdministratorAfterALook(FxRobot robot) throws Exception {
        test.outside(
                "insert into external_integrations (id, integration_type, external_id, action, outcome, created_at) "
                        + "select uuid(), 'zapier', 'ancient', 'created', 'succeeded', '2020-01-01' + interval seq minute "
                        + "from seq_1_to_1200");
        administrator.set(false);
        robot.push(KeyCode.SHIFT, KeyCode.K);
        until(() -> robot.lookup("#due").tryQueryAs(Label.class).filter(due -> !due.getText().isEmpty()).isPresent());
        assertThat(robot.lookup("#remove").queryButton().isDisabled()).isTrue();
        assertThat(robot.lookup("#notAllowed").query().isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#due").tryQuery().isEmpty());
        administrator.set(true);
        robot.interact(() -> robot.lookup("#retention").queryAs(Button.class).fire());
        until(() -> robot.lookup("#remove").tryQueryAs(Button.class).filter(button -> !button.isDisabled())
                .isPresent());
        assertThat(robot.lookup("#due").queryAs(Label.class).getText()).matches("1,\\d+ exchanges are old enough.*");
        photos(robot, "exchange-retention");
        robot.interact(() -> robot.lookup("#remove").queryAs(Button.class).fire());
        until(() -> "0".equals(test.ask("select count(*) from external_integrations where external_id = 'ancient'")));
        assertThat(dialogs.heard()).anyMatch(words -> words.startsWith("Zapier: 1,2"));
        until(() -> robot.lookup(".table-notice").query().isVisible());
        until(() -> robot.lookup("#due").queryAs(Label.class).getText().startsWith("Nothing is old enough"));
    }

    private static List<?> timeline(FxRobot robot) {
        return robot.lookup("#timelineLines").tryQueryAs(ListView.class)
                .<List<?>>map(list -> List.copyOf(((ListView<?>) list).getItems())).orElse(List.of());
    }

    private static List<String> compared(FxRobot robot) {
        return robot.lookup("#compareLines").tryQueryAs(ListView.class)
                .map(list -> ((ListView<?>) list).getItems().stream().map(line -> ((CompareLine) line).copied())
                        .toList())
                .orElse(List.of());
    }

    private static String answer(String status, String token) {
        var ten = IntStream.range(0, 10).mapToObj(each -> "\"field" + each + "\": " + each)
                .collect(Collectors.joining(", "));
        return "{" + ten + ", \"status\": \"" + status + "\", \"token\": \"" + token + "\"}";
    }

    private static UUID add(String external, String day, String answer) {
        var id = Ids.next();
        test.outside(
                "insert into external_integrations (id, integration_type, external_id, action, direction, outcome, "
                        + "http_status, response_data, created_at) values ('" + id + "', 'syncro_msp', '" + external
                        + "', 'fetched', 'outbound', 'succeeded', 200, '" + answer + "', '" + day + "')");
        return id;
    }

    @Test
    void daysNarrowTheLog(FxRobot robot) throws Exception {
        until(() -> !screen.root().lookupAll(".table-row-cell:filled").isEmpty());
        var pickers = robot.lookup(".date-picker").queryAllAs(DatePicker.class).stream().toList();
        robot.interact(() -> pickers.getFirst().getEditor().setText("2001-01-01"));
        robot.interact(() -> pickers.getLast().getEditor().setText("2001-01-02"));
        until(() -> robot.lookup("#count").queryAs(Label.class).getText().equals("0"));
        robot.interact(() -> robot.lookup("#clear").queryAs(Hyperlink.class).fire());
        until(() -> !robot.lookup("#count").queryAs(Label.class).getText().equals("0"));
        assertThat(pickers.getFirst().getEditor().getText()).isEmpty();
    }

    @Test
    void looksComposed(FxRobot robot) throws Exception {
        until(() -> !screen.root().lookupAll(".table-row-cell:filled").isEmpty());
        var id = id("select id from external_integrations where work_item_id is not null "
                + "and response_data is not null and external_id is not null");
        robot.interact(() -> screen.show(id));
        until(() -> !lines(robot, 0).isEmpty());
        photos(robot, "exchanges");
        robot.type(KeyCode.W);
        until(() -> robot.lookup("#bodies").queryAs(SplitPane.class).getOrientation() == Orientation.HORIZONTAL);
        photos(robot, "exchange-wide");
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

    private static String lines(FxRobot robot, int which) {
        var views = robot.lookup(".text-lines").queryAllAs(TextLines.class).stream().toList();
        return which < views.size() ? String.join("\n", views.get(which).getItems()) : "";
    }

    private static String clipboard(FxRobot robot) {
        var text = new String[]{""};
        robot.interact(() -> text[0] = String.valueOf(Clipboard.getSystemClipboard().getString()));
        return text[0];
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
