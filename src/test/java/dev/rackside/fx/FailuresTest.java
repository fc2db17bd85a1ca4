package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.crash.CrashReports;
import dev.rackside.crash.Program;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FailuresTest {

    private static final String CANARY = "kanarie-Vogel_7391";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path logs;
    private final Failures failures = new Failures();
    private final List<String> acts = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private ProblemBar bar;

    @Start
    void start(Stage stage) {
        bar = new ProblemBar();
        failures.bar(stage, bar);
        new Theme().choose(Theme.Wish.LIGHT);
        stage.setScene(new Scene(new VBox(bar), 800, 500));
        stage.show();
    }

    @Test
    void problemIsShownInTheWindowsBarWithRetry(FxRobot robot) {
        failures.show(ManyRows.away(), () -> acts.add("again"));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(bar.isVisible()).isTrue();
        assertThat(bar.getAccessibleText()).contains("db.example:3306").contains("Check the network");
        robot.clickOn("Retry");
        assertThat(acts).containsExactly("again");
        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void retryIsNotOfferedWhereItCannotHelp(FxRobot robot) {
        failures.show(new Problem(ErrorCode.RIGHTS_MISSING, "mara", "msp_tracking"), () -> acts.add("again"));
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(robot.lookup("Retry").queryButton().isVisible()).isFalse();
    }

    @Test
    void bugIsShownWithACodeAndCopiedWithoutItsMessage(FxRobot robot) throws Exception {
        failures.show(new IllegalStateException("client data"));
        failures.show(new IllegalStateException("second at once"));
        WaitForAsyncUtils.waitForFxEvents();
        var pane = dialog();
        assertThat(dialogs()).isEqualTo(1);
        assertThat(pane.getContentText()).containsPattern("[0-9a-f]{8}");
        Photo.take(robot, pane.getScene(), Path.of("target", "look", "bug.png"));

        robot.interact(button(pane, "Copy")::fire);
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString()).contains("IllegalStateException")
                .doesNotContain("client data"));
        robot.interact(button(pane, "Close")::fire);
        assertThat(dialogs()).isZero();
    }

    private CrashBook book() {
        var reports = new CrashReports(logs, new Program("1.2.0", "7683ac5"), null);
        return new CrashBook() {
            @Override
            public Page write(String code, Throwable thrown, String thread) {
                assertThat(Platform.isFxApplicationThread()).isFalse();
                var report = reports.write(code, thrown, thread);
                return new Page(report.text(), report.file() != null);
            }

            @Override
            public void open() {
                acts.add("folder");
            }
        };
    }

    private List<Path> reports() throws IOException {
        try (var files = Files.list(CrashReports.folder(logs))) {
            return files.toList();
        }
    }

    @Test
    void bugIsWrittenDownOnceAndItsReportIsCopiedWithoutAValue(FxRobot robot) throws Exception {
        failures.keep(book());
        robot.interact(() -> Platform.runLater(() -> failures.show(new IllegalStateException(CANARY,
                new ArithmeticException(CANARY)))));
        failures.show(new IllegalStateException("second at once"));
        WaitForAsyncUtils.waitForFxEvents();
        var pane = dialog();
        var folder = button(pane, "Open folder");
        WaitForAsyncUtils.waitFor(10, java.util.concurrent.TimeUnit.SECONDS, () -> !folder.isDisabled());
        Photo.take(robot, pane.getScene(), Path.of("target", "look", "bug-report.png"));
        robot.interact(button(pane, "Copy")::fire);
        robot.interact(folder::fire);
        var copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        robot.interact(button(pane, "Close")::fire);

        assertThat(dialogs()).isZero();
        assertThat(acts).containsExactly("folder");
        assertThat(reports()).singleElement().satisfies(file -> assertThat(Files.readString(file)).isEqualTo(copied[0])
                .contains("Version: 1.2.0", "java.lang.IllegalStateException\n", "at dev.rackside.fx.FailuresTest")
                .doesNotContain(CANARY));
        assertThat(pane.getContentText()).contains(copied[0].substring(copied[0].indexOf("Code: ") + 6,
                copied[0].indexOf("Code: ") + 14));
    }

    @Test
    void whereNothingCanBeWrittenTheDialogIsShownAllTheSame(FxRobot robot) throws Exception {
        Files.writeString(CrashReports.folder(logs), "a file where the folder should be");
        failures.keep(book());
        failures.install();
        var thread = new Thread(() -> {
            throw new IllegalStateException(CANARY);
        }, "somewhere");
        thread.start();
        thread.join();
        Thread.setDefaultUncaughtExceptionHandler(null);
        WaitForAsyncUtils.waitForFxEvents();
        var pane = dialog();
        var copied = new String[1];
        WaitForAsyncUtils.waitFor(10, java.util.concurrent.TimeUnit.SECONDS, () -> {
            robot.interact(() -> {
                button(pane, "Cop").fire();
                copied[0] = Clipboard.getSystemClipboard().getString();
            });
            return copied[0].contains("Thread: somewhere");
        });

        assertThat(button(pane, "Open folder").isDisabled()).isTrue();
        assertThat(copied[0]).contains("IllegalStateException").doesNotContain(CANARY);
        robot.interact(button(pane, "Close")::fire);
    }

    @Test
    void deleteSaysWhatGoesWithIt(FxRobot robot) throws Exception {
        var answer = WaitForAsyncUtils.asyncFx(
                () -> failures.confirmDelete("Copper Ltd", List.of("12 machines go with it.", "3 sessions too.")));
        WaitForAsyncUtils.waitForFxEvents();
        var pane = dialog();
        assertThat(pane.getHeaderText()).isEqualTo("Delete Copper Ltd?");
        assertThat(pane.getContentText()).contains("12 machines");
        Photo.take(robot, pane.getScene(), Path.of("target", "look", "delete.png"));
        assertThat(button(pane, "Delete").isDefaultButton()).isFalse();

        robot.interact(button(pane, "Cancel")::fire);
        assertThat(WaitForAsyncUtils.waitFor(answer)).isFalse();
    }

    @Test
    void longQuestionIsShownToItsEnd(FxRobot robot) throws Exception {
        Platform.runLater(() -> failures.confirmDelete(
                "insight OSTM-OLD01 runs PowerShell 2.0 and can't be upgraded, whatever anybody says of it", List.of(
                        "4 pieces of evidence go with it.")));
        WaitForAsyncUtils.waitForFxEvents();
        var pane = dialog();

        robot.interact(() -> assertThat(pane.lookupAll(".label").stream().map(Labeled.class::cast)
                .filter(Labeled::isTextTruncated).map(Labeled::getText)).isEmpty());

        robot.interact(button(pane, "Cancel")::fire);
    }

    @Test
    void whatCannotBeUndoneWantsTheNameTyped(FxRobot robot) throws Exception {
        var answer = WaitForAsyncUtils.asyncFx(
                () -> failures.confirmByTyping("the workspace Team", "Team", List.of("1,204 insights go with it.")));
        WaitForAsyncUtils.waitForFxEvents();
        var pane = dialog();
        var delete = button(pane, "Delete");
        assertThat(delete.isDisabled()).isTrue();
        Photo.take(robot, pane.getScene(), Path.of("target", "look", "typing.png"));

        robot.interact(() -> ((TextField) pane.lookup(".text-field")).setText("Team"));
        assertThat(delete.isDisabled()).isFalse();
        robot.interact(delete::fire);
        assertThat(WaitForAsyncUtils.waitFor(answer)).isTrue();
    }

    @Test
    void unsavedChangesStayUnlessThePersonChooses(FxRobot robot) throws Exception {
        var answer = WaitForAsyncUtils.asyncFx(failures::askToSave);
        WaitForAsyncUtils.waitForFxEvents();

        robot.interact(button(dialog(), "Discard")::fire);
        assertThat(WaitForAsyncUtils.waitFor(answer)).isEqualTo(Dialogs.Unsaved.DISCARD);
    }

    private static long dialogs() {
        return Window.getWindows().stream().filter(window -> window.getScene().getRoot() instanceof DialogPane).count();
    }

    private static DialogPane dialog() {
        return Window.getWindows().stream().map(window -> window.getScene().getRoot())
                .filter(DialogPane.class::isInstance).map(DialogPane.class::cast).findFirst().orElseThrow();
    }

    private static Button button(DialogPane pane, String text) {
        return pane.getButtonTypes().stream().filter(type -> type.getText().startsWith(text)).map(pane::lookupButton)
                .map(node -> Optional.ofNullable(node).map(Button.class::cast).orElseThrow()).findFirst().orElseThrow();
    }
}
