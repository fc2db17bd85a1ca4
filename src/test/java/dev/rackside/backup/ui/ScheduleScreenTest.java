package dev.rackside.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.BackupService;
import dev.rackside.backup.ScheduleFacet;
import dev.rackside.backup.ScheduleRow;
import dev.rackside.backup.ScheduleService;
import dev.rackside.backup.SlotResult;
import dev.rackside.db.TestDatabase;
import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Hands;
import dev.rackside.fx.YesDialogs;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.PageRequest;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The real screen on a real database, worked by keyboard. */
@ExtendWith(ApplicationExtension.class)
class ScheduleScreenTest {

    private static TestDatabase test;
    private static ScheduleService schedules;

    private final YesDialogs dialogs = new YesDialogs();
    private final List<UUID> shown = new ArrayList<>();
    private final List<UUID> ran = new CopyOnWriteArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private ScheduleScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Hands hands;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("schedule_screen", List.of(BackupService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        schedules = new ScheduleService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Start
    void start(Stage stage) {
        screen = new ScheduleScreen(schedules, Background.threads(new Failures()), dialogs, shown::add, (id, _) -> {
            ran.add(id);
            return new SlotResult.Nothing(null);
        });
        hands = new Hands(stage, screen);
    }

    @Test
    void scheduleIsMadeEditedAndDeletedByKeyboard(FxRobot robot) throws Exception {
        hands.rows();
        robot.interact(() -> screen.create());
        hands.form(robot, "name");
        robot.write("zz test");
        Hands.fill(robot, "targetDirectory", "/srv/zz-test");
        Hands.fill(robot, "cronExpression", "0 99 2 * * *");
        assertThat(Hands.errors(robot)).singleElement().asString().contains("Six fields").contains("99");
        robot.interact(() -> robot.lookup("#examples").queryAs(MenuButton.class).getItems().get(3).fire());
        Hands.until(() -> runs(robot).stream().anyMatch(line -> line.startsWith("Sun ")));
        assertThat(runs(robot)).hasSize(6).first().isEqualTo("At 03:00 on Sunday");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        Hands.until(() -> found("zz test").isPresent() && Hands.title(robot).equals("zz test"));
        robot.type(KeyCode.F2);
        hands.form(robot, "name");
        Hands.fill(robot, "targetDirectory", "/srv/zz-other");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        Hands.until(() -> found("zz-other").isPresent());
        Hands.until(() -> robot.lookup("#edit").tryQuery().isPresent());
        robot.type(KeyCode.DELETE);
        Hands.until(() -> found("zz test").isEmpty());
        assertThat(dialogs.heard()).contains("the schedule zz test");
    }

    @Test
    void detailLeadsToTheLastBackup(FxRobot robot) throws Exception {
        hands.rows();
        robot.interact(() -> screen.show(found("Nightly").orElseThrow().id()));
        Hands.until(() -> link(robot).filter(Node::isVisible).isPresent());
        robot.interact(() -> link(robot).orElseThrow().fire());
        assertThat(shown).hasSize(1);
    }

    @Test
    void whoIsAtItIsShownAndOneIsRunNow(FxRobot robot) throws Exception {
        var weekly = found("Weekly").orElseThrow().id();
        test.outside("INSERT INTO backup_slots (id, schedule_id, slot_at, fence, outcome, holder, lease_until) VALUES "
                + "(UUID(), '" + weekly + "', UTC_TIMESTAMP(), 1, 'running', 'ana-pc #12', UTC_TIMESTAMP() + INTERVAL "
                + "1 HOUR)");
        hands.rows();
        robot.interact(() -> screen.show(weekly));
        Hands.until(() -> robot.lookup("running on ana-pc #12").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#runNow").queryButton().fire());
        Hands.until(() -> ran.contains(weekly));
        test.outside("UPDATE backup_slots SET outcome = 'missed', holder = NULL",
                "UPDATE backup_schedules SET next_run_at = UTC_TIMESTAMP() - INTERVAL 9 DAY WHERE id = '" + weekly
                        + "'");
        robot.interact(() -> screen.show(found("Nightly").orElseThrow().id()));
        robot.interact(() -> screen.show(weekly));
        Hands.until(() -> robot.lookup("#overdue").query().isVisible());
        hands.photos(robot, "schedule-overdue");
    }

    @Test
    void looksComposed(FxRobot robot) throws Exception {
        hands.rows();
        robot.interact(() -> screen.show(found("Weekly").orElseThrow().id()));
        Hands.until(() -> Hands.title(robot).startsWith("Weekly") && !runs(robot).isEmpty());
        hands.photos(robot, "schedules");
        robot.type(KeyCode.F2);
        hands.form(robot, "name");
        Hands.until(() -> !runs(robot).isEmpty());
        hands.photos(robot, "schedule-form");
    }

    private static Optional<Hyperlink> link(FxRobot robot) {
        return robot.lookup((Node node) -> "backup".equals(node.getId()) && node instanceof Hyperlink).tryQuery();
    }

    private static List<String> runs(FxRobot robot) {
        return robot.lookup(".next-runs .label").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
    }

    private static Optional<ScheduleRow> found(String words) {
        return schedules.list(FacetFilter.<ScheduleFacet>all().withText(words))
                .page(PageRequest.start(ScheduleService.DEFAULT_ORDER, 1)).rows().stream().findFirst();
    }
}
