package dev.rackside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.db.TestFolders;
import dev.rackside.fx.Hands;
import dev.rackside.fx.Photo;
import dev.rackside.instance.Instance;
import dev.rackside.instance.Instance.Begun;
import dev.rackside.workspace.LinkFile;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What a second start hands over, as the real window takes it. */
@ExtendWith(ApplicationExtension.class)
class HandOverTest {

    private static final dev.rackside.instance.Start LAST = new dev.rackside.instance.Start(null, false, false);

    private final Path home = TestFolders.fresh("hand-over");
    private final Places places = Places.below(home);
    @SuppressWarnings("NullAway.Init")
    private Stage stage;
    @SuppressWarnings("NullAway.Init")
    private Wiring wiring;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        Files.createDirectories(home);
        wiring = new Wiring(places, new App().getHostServices(), UnaryOperator.identity());
        wiring.open(stage, LAST);
        wiring.join(((Begun.Here) Instance.begin(places, LAST)).instance(), stage);
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(wiring::close);
        TestFolders.delete(home);
    }

    @Test
    void windowComesForward(FxRobot robot) {
        robot.interact(() -> stage.setIconified(true));
        assertThat(Instance.begin(places, LAST)).isEqualTo(new Begun.There(""));
        assertThat(stage.isIconified()).isFalse();
        assertThat(stage.isShowing()).isTrue();
        assertThat(stage.isFocused()).isTrue();
    }

    @Test
    void linkFillsTheFormAndNothingGoesThereBeforeSomebodySaidThatTheyKnowIt(FxRobot robot) throws Exception {
        var team = new Workspace.Team("Our team", List.of(new Host("no-such-host.invalid", 3307)), "msp", "who", null);
        var link = LinkFile.write(team, home.resolve("team.rackside"), false);
        assertThat(Instance.begin(places, new dev.rackside.instance.Start(null, false, false, link)))
                .isEqualTo(new Begun.There(""));
        Hands.until(() -> robot.lookup("#linkedKnown").tryQuery().filter(node -> node.isFocused()).isPresent());

        assertThat(text(robot, "#hosts")).isEqualTo("no-such-host.invalid:3307");
        assertThat(text(robot, "#database")).isEqualTo("msp");
        assertThat(text(robot, "#account")).isEmpty();
        assertThat(button(robot, "#save").isDisabled()).isTrue();
        assertThat(button(robot, "#test").isDisabled()).isTrue();
        Photo.take(robot, stage.getScene(), Path.of("target", "look", "linked-team.png"));
        robot.interact(() -> {
            robot.lookup("#account").queryAs(TextField.class).setText("mara");
            robot.lookup("#password").queryAs(PasswordField.class).setText("secret");
        });
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertThat(robot.lookup(".check-row").queryAll()).isEmpty();

        robot.interact(() -> robot.lookup("#linkedKnown").queryAs(CheckBox.class).setSelected(true));
        assertThat(button(robot, "#save").isDisabled()).isFalse();
        robot.interact(button(robot, "#test")::fire);
        Hands.until(() -> robot.lookup(".check-row").queryAll().size() == 7);
    }

    private static String text(FxRobot robot, String field) {
        return robot.lookup(field).queryAs(TextField.class).getText();
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup(id).queryButton();
    }
}
