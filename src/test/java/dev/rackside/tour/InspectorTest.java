package dev.rackside.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.fx.Theme;
import dev.rackside.text.Messages;
import dev.rackside.tour.TourReport.Kind;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the tour calls wrong, and what it doesn't. */
@ExtendWith(ApplicationExtension.class)
class InspectorTest {

    private static final String LONG = "Weekly copy to the NAS was due 3 days ago";

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
        new Theme().choose(Theme.Wish.LIGHT);
    }

    @Test
    void wholeWordsAreNoFault(FxRobot robot) {
        assertThat(kinds(robot, () -> new VBox(new Label(LONG), new Button("Save")))).isEmpty();
    }

    @Test
    void aLabelThatIsCutIsFound(FxRobot robot) {
        assertThat(found(robot, () -> new VBox(narrow()))).containsExactly(new Inspector.Finding(Kind.CUT, LONG));
    }

    @Test
    void aCutLabelWhoseTooltipSaysItInFullIsNone(FxRobot robot) {
        assertThat(kinds(robot, () -> {
            var label = narrow();
            label.setTooltip(new Tooltip(LONG));
            return new VBox(label);
        })).isEmpty();
        assertThat(kinds(robot, () -> {
            var label = narrow();
            label.setTooltip(new Tooltip("Something else"));
            return new VBox(label);
        })).containsExactly(Kind.CUT);
    }

    @Test
    void aTextThatItsParentCutsOffIsFound(FxRobot robot) {
        assertThat(kinds(robot, () -> {
            var pane = new Pane(new Label(LONG));
            pane.setClip(new Rectangle(60, 40));
            return new VBox(pane);
        })).contains(Kind.CUT);
    }

    @Test
    void aTextBesideTheWindowIsFound(FxRobot robot) {
        assertThat(kinds(robot, () -> {
            var label = new Label("Lost");
            // Beyond any window that another test has left.
            label.setTranslateX(5000);
            return new HBox(new Label("Here"), label);
        })).containsExactly(Kind.CUT);
    }

    @Test
    void whatOneCanScrollToIsNoFault(FxRobot robot) {
        assertThat(kinds(robot, () -> {
            var lines = new VBox();
            for (int line = 0; line < 100; line++) {
                lines.getChildren().add(new Label("Line " + line));
            }
            return new VBox(new ScrollPane(lines));
        })).isEmpty();
    }

    @Test
    void aPromptThatItsFieldCutsIsFoundAndATypedTextIsNot(FxRobot robot) {
        assertThat(kinds(robot, () -> field(LONG, ""))).containsExactly(Kind.CUT);
        assertThat(kinds(robot, () -> field("", LONG))).isEmpty();
    }

    @Test
    void aWindowWithoutWordsIsBlank(FxRobot robot) {
        assertThat(kinds(robot, VBox::new)).containsExactly(Kind.BLANK);
    }

    @Test
    void onePartOfAWindowMayNotBeBlankEither(FxRobot robot) {
        var empty = new VBox();
        var shot = shot(robot, () -> new VBox(new Label("Rackside"), empty));
        assertThat(ask(() -> Inspector.look(shot, empty)).getFirst().kind()).isEqualTo(Kind.BLANK);
    }

    @Test
    void textsOverEachOtherAreFound(FxRobot robot) {
        assertThat(kinds(robot, () -> new StackPane(new Label("Open"), new Label("Closed")))).contains(Kind.OVERLAP);
    }

    @Test
    void aFaintTextIsFoundUnlessItsControlIsOutOfUse(FxRobot robot) {
        assertThat(kinds(robot, () -> grey("#b0b0b0", false))).containsExactly(Kind.FAINT);
        assertThat(kinds(robot, () -> grey("#707070", false))).isEmpty();
        assertThat(kinds(robot, () -> grey("#b0b0b0", true))).isEmpty();
    }

    @Test
    void theDialogOfABugIsFound(FxRobot robot) {
        assertThat(kinds(robot, () -> new VBox(new Label(Messages.get("fx.bug.what"))))).containsExactly(Kind.BUG);
    }

    private static Label narrow() {
        var label = new Label(LONG);
        label.setMaxWidth(80);
        return label;
    }

    private static VBox field(String prompt, String typed) {
        var field = new TextField(typed);
        field.setPromptText(prompt);
        field.setMaxWidth(120);
        return new VBox(new Button("First"), field);
    }

    private static VBox grey(String colour, boolean disabled) {
        var label = new Label("Never verified");
        label.setStyle("-fx-opacity: 1; -fx-text-fill: " + colour);
        label.setDisable(disabled);
        return new VBox(new Label("Beside"), label);
    }

    private List<Kind> kinds(FxRobot robot, Supplier<Parent> root) {
        return found(robot, root).stream().map(Inspector.Finding::kind).distinct().toList();
    }

    private List<Inspector.Finding> found(FxRobot robot, Supplier<Parent> root) {
        var shot = shot(robot, root);
        return ask(() -> Inspector.look(shot, null));
    }

    private Camera.Shot shot(FxRobot robot, Supplier<Parent> root) {
        robot.interact(() -> {
            stage.setScene(new Scene(root.get(), 400, 300));
            stage.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
        return ask(() -> new Camera(stage).shots().getFirst());
    }

    private static <T> T ask(java.util.concurrent.Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }
}
