package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SecretClipboardTest {

    @SuppressWarnings("NullAway.Init")
    private SecretClipboard clipboard;

    @Start
    void start(Stage stage) {
        clipboard = new SecretClipboard(Background.threads(new Failures()));
        stage.show();
    }

    private static @Nullable String held(FxRobot robot) {
        var held = new AtomicReference<@Nullable String>();
        robot.interact(() -> held.set(Clipboard.getSystemClipboard().getString()));
        return held.get();
    }

    @Test
    void secretIsTakenAwayAgain(FxRobot robot) {
        robot.interact(() -> clipboard.put("T0ken".toCharArray()));
        assertThat(held(robot)).isEqualTo("T0ken");
        robot.interact(clipboard::clear);
        assertThat(held(robot)).isNull();
    }

    @Test
    void whatSomebodyElseCopiedStays(FxRobot robot) {
        robot.interact(() -> clipboard.put("T0ken".toCharArray()));
        robot.interact(() -> Copying.toClipboard("something else"));
        robot.interact(clipboard::clear);
        assertThat(held(robot)).isEqualTo("something else");
    }

    /** Nothing of ours was there: what is on the clipboard isn't looked at. */
    @Test
    void clearingTwiceTakesNothing(FxRobot robot) {
        robot.interact(() -> clipboard.put("T0ken".toCharArray()));
        robot.interact(clipboard::clear);
        robot.interact(() -> Copying.toClipboard("T0ken"));
        robot.interact(clipboard::clear);
        assertThat(held(robot)).isEqualTo("T0ken");
    }
}
