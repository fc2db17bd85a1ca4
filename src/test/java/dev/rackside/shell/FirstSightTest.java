package dev.rackside.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.fx.Background;
import dev.rackside.fx.Failures;
import dev.rackside.fx.Hands;
import dev.rackside.fx.Photo;
import dev.rackside.fx.Theme;
import dev.rackside.fx.Views;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window's first picture gives way to the desk without a jump. */
@ExtendWith(ApplicationExtension.class)
class FirstSightTest {

    private final Theme theme = new Theme();
    private final AtomicInteger gone = new AtomicInteger();
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    /** The size of text is the program's, so also that of the tests that follow. */
    @AfterEach
    void textHasItsUsualSizeAgain(FxRobot robot) {
        robot.interact(() -> theme.text(1));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1", "DARK,1", "LIGHT,1.25"})
    void hasTheColoursAndTheFrameOfTheDesk(Theme.Wish wish, double factor, FxRobot robot) throws Exception {
        robot.interact(() -> new FirstSight(Theme.dark(wish), factor).open(stage, "Rackside", gone::incrementAndGet));
        Hands.until(() -> gone.get() == 1);
        var before = picture(robot, "first-sight-" + wish + factor);
        robot.interact(() -> {
            var failures = new Failures();
            stage.getScene().setRoot(new Views().load(new DeskController(Background.threads(failures), failures)));
            theme.choose(wish);
            theme.text(factor);
            theme.dress(stage.getScene());
        });
        var after = picture(robot, "first-sight-" + wish + factor + "-desk");

        assertThat(stage.isShowing()).isTrue();
        assertThat(before.getWidth()).isEqualTo(after.getWidth());
        var middle = (int) (before.getHeight() / 2);
        // Down the middle, where nothing stands but what parts header, content and status bar, and along a line below.
        for (var y = 0; y < before.getHeight(); y++) {
            assertThat(colour(before, 600, y)).as("at 600, %d", y).isEqualTo(colour(after, 600, y));
        }
        for (var x = 0; x < before.getWidth(); x++) {
            assertThat(colour(before, x, middle)).as("at %d, %d", x, middle).isEqualTo(colour(after, x, middle));
        }
    }

    private Image picture(FxRobot robot, String name) throws IOException {
        var images = new Image[1];
        Photo.take(robot, stage.getScene(), Path.of("target", "look", name + ".png"));
        robot.interact(() -> images[0] = stage.getScene().snapshot(null));
        return images[0];
    }

    private static String colour(Image picture, int x, int y) {
        return Integer.toHexString(picture.getPixelReader().getArgb(x, y));
    }
}
