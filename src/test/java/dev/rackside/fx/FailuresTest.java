package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
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
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class FailuresTest {

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
        return pane.getButtonTypes().stream().filter(type -> type.getText().equals(text)).map(pane::lookupButton)
                .map(node -> Optional.ofNullable(node).map(Button.class::cast).orElseThrow()).findFirst().orElseThrow();
    }
}
