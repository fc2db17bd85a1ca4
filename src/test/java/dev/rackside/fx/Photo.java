package dev.rackside.fx;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import org.testfx.api.FxRobot;

/** Writes what a scene shows into a PNG file. */
public final class Photo {

    private Photo() {
    }

    public static void take(FxRobot robot, Scene scene, Path file) throws IOException {
        var images = new Image[1];
        robot.interact(() -> images[0] = scene.snapshot(null));
        robot.interact(() -> images[0] = scene.snapshot(null));
        Png.write(images[0], file);
    }
}
