package dev.rackside.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.BackupFilter;
import dev.rackside.backup.BackupRow;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.Grade;
import dev.rackside.db.TestDatabase;
import dev.rackside.db.TestFolders;
import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Job;
import dev.rackside.fx.Theme;
import dev.rackside.row.Choice;
import dev.rackside.row.PageRequest;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
class BackupScreenTest {

    private static TestDatabase test;
    private static BackupService backups;
    private static final Path FOLDER = TestFolders.fresh("backup-screen");

    private final List<String> consequences = new ArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final Background background = Background.threads(new Failures());
    private final Theme theme = new Theme();
    @SuppressWarnings("NullAway.Init")
    private BackupScreen screen;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("backup_screen", List.of(BackupService.ENTITIES));
        try (var connection = test.schema().connect()) {
            SampleData.standard(Instant.now()).fill(connection, Progress.NONE);
        }
        // Whatever this machine has in a folder of that name.
        test.outside("UPDATE backup_log SET file_path = REPLACE(file_path, '/srv/', '/nowhere/')");
        backups = new BackupService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
        TestFolders.delete(FOLDER);
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        screen = new BackupScreen(SomeDoors.of(test, FOLDER), "mara.ellis", background,
                new Answers(), new SimpleObjectProperty<@Nullable Choice>(),
                new BackupActs(said::add, looks::incrementAndGet));
        var sidebar = new Region();
        sidebar.setMinWidth(56);
        HBox.setHgrow(screen.root(), Priority.ALWAYS);
        stage.setScene(new Scene(new HBox(sidebar, screen.root()), 1240, 680));
        theme.choose(Theme.Wish.LIGHT);
        theme.dress(stage.getScene());
        stage.show();
        screen.shown();
    }

    @Test
    void aBackupTakenElsewhereIsRecordedEditedAndItsRecordDeletedByKeyboard(FxRobot robot) throws Exception {
        robot.interact(() -> screen.create());
        until(() -> focused(robot, "#filePath"));
        assertThat(robot.lookup("#save").queryAs(Button.class).isDisabled()).isTrue();
        robot.write("/mnt/usb/copy.sql").type(KeyCode.TAB).type(KeyCode.TAB).type(KeyCode.TAB);
        robot.write("180196206").type(KeyCode.TAB).write("2026-11-20 02:00").type(KeyCode.TAB)
                .write("2026-11-20 01:00").type(KeyCode.TAB);
        assertThat(errors(robot)).containsExactly("It can't end before it started.");
        assertThat(robot.lookup("#sizeWords").queryAs(Label.class).getText()).isEqualTo("= 171.8 MiB");
        robot.interact(() -> robot.lookup("#completedAt").queryAs(TextInputControl.class).setText("2026-11-20 02:01"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> found("copy.sql") != null);
        var row = java.util.Objects.requireNonNull(found("copy.sql"));
        assertThat(row.grade()).isEqualTo(Grade.NOT_VERIFIED);
        assertThat(backups.detail(row.id()).report().recordedBy()).isEqualTo("mara.ellis");

        until(() -> robot.lookup("#edit").tryQuery().isPresent()
                && !robot.lookup("#edit").queryAs(Button.class).isDisabled());
        robot.type(KeyCode.F2);
        until(() -> focused(robot, "#filePath"));
        robot.interact(() -> robot.lookup("#remark").queryAs(TextInputControl.class).setText("in the safe"));
        robot.push(KeyCode.CONTROL, KeyCode.S);
        until(() -> "in the safe".equals(backups.detail(row.id()).report().remark()));

        until(() -> robot.lookup("#delete").tryQuery().isPresent());
        robot.type(KeyCode.DELETE);
        until(() -> found("copy.sql") == null);
        assertThat(consequences).containsExactly("Only the record goes. The file /mnt/usb/copy.sql stays where it is.");
    }

    @Test
    void theStripLeadsToWhatFailedAndEscTakesTheDetailAway(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".backup-tile").queryAll().size() == 4);
        var failures = robot.lookup(".backup-tile").<Button>queryAllAs(Button.class).stream()
                .filter(tile -> String.valueOf(tile.getAccessibleText()).startsWith("Failures")).findFirst()
                .orElseThrow();
        robot.interact(failures::requestFocus);
        robot.type(KeyCode.SPACE);
        until(() -> robot.lookup("#chip").queryAs(Button.class).isVisible());
        var lately = backups.summary().failedLately();
        until(() -> robot.lookup("#count").queryAs(Label.class).getText().equals(Long.toString(lately)));
        robot.interact(() -> robot.lookup(".table-view").queryAs(Node.class).requestFocus());
        robot.type(KeyCode.DOWN).type(KeyCode.HOME);
        until(() -> robot.lookup("#ladder").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        until(() -> robot.lookup("#ladder").tryQuery().isEmpty());
    }

    @Test
    void aRunOfOurOwnOffersNoEdit(FxRobot robot) throws Exception {
        var proved = java.util.Objects.requireNonNull(backups.summary().newestProved());
        until(() -> robot.lookup(".backup-tile").queryAll().size() == 4);
        var tile = robot.lookup(".backup-tile").<Button>queryAllAs(Button.class).stream()
                .filter(each -> String.valueOf(each.getAccessibleText()).startsWith("Newest proved")).findFirst()
                .orElseThrow();
        robot.interact(tile::fire);
        until(() -> robot.lookup("#notEditable").tryQuery().isPresent()
                && robot.lookup("#notEditable").query().isVisible());
        assertThat(robot.lookup("#edit").queryAs(Button.class).isDisabled()).isTrue();
        assertThat(robot.lookup("#title").queryAs(Label.class).getText())
                .contains(BackupBadges.minute(proved.startedAt()));
    }

    @Test
    void aBackupTakenHereIsProvedAtOnceAndCanBeProvedAgain(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".backup-tile").queryAll().size() == 4);
        robot.push(KeyCode.CONTROL, KeyCode.B);
        assertThat(robot.lookup("#take").queryAs(Button.class).isDisabled()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.B);
        assertThat(said).as("one at a time").singleElement().asString().contains("under way");
        until(() -> said.size() == 2);
        assertThat(said.getLast()).startsWith("The backup is proved: it was restored, and ").contains("tables equal");
        assertThat(looks.get()).isPositive();
        var row = java.util.Objects.requireNonNull(found(FOLDER.getFileName().toString()));
        assertThat(row.grade()).isEqualTo(Grade.PROVED);
        assertThat(robot.lookup("#take").queryAs(Button.class).isDisabled()).isFalse();

        robot.interact(() -> screen.show(row.id()));
        until(() -> robot.lookup("#verify").tryQuery().map(Node::isVisible).orElse(false)
                && !robot.lookup("#verify").queryAs(Button.class).isDisabled());
        robot.interact(() -> robot.lookup(".table-view").queryAs(Node.class).requestFocus());
        robot.type(KeyCode.V);
        until(() -> !background.jobs().isEmpty());
        robot.interact(() -> background.jobs().forEach(Job::cancel));
        until(() -> background.jobs().isEmpty());
        assertThat(backups.detail(row.id()).row().grade()).as("of before").isEqualTo(Grade.PROVED);
        assertThat(said).hasSize(2);

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        until(() -> said.size() == 3);
        assertThat(said.getLast()).as("samples are no backups of ours")
                .isEqualTo("No backup waits to be verified.");
    }

    private static boolean focused(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().map(Node::isFocused).orElse(false);
    }

    private static List<String> errors(FxRobot robot) {
        return robot.lookup(".form-error").<Label>queryAllAs(Label.class).stream().filter(Label::isVisible)
                .map(Label::getText).toList();
    }

    private static @Nullable BackupRow found(String text) {
        return backups.list(BackupFilter.ALL.text(text)).page(PageRequest.start(BackupService.DEFAULT_ORDER, 1)).rows()
                .stream().findFirst().orElse(null);
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
