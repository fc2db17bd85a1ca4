package dev.rackside.tour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Photographs the window with what is open over it. Scenes are drawn on their own, so a window may be larger than the
 * screen; what a small screen pushed aside is put back where a large one would have it.
 */
final class Camera {

    private static final int FRAME = 0xFF8C959F;

    private final Stage stage;

    Camera(Stage stage) {
        this.stage = stage;
    }

    /** One window as it is drawn. */
    static final class Shot {

        private final Window window;
        private final int[] pixels;
        private final int width;
        private final int height;

        /** @param pixels ARGB, row by row */
        private Shot(Window window, int[] pixels, int width, int height) {
            this.window = window;
            this.pixels = pixels;
            this.width = width;
            this.height = height;
        }

        Window window() {
            return window;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }

        /** Whether it has more colours than a number. */
        boolean colourful(int atLeast) {
            return Arrays.stream(pixels).distinct().limit(atLeast).count() >= atLeast;
        }

        int at(int x, int y) {
            return pixels[y * width + x];
        }
    }

    /** All windows, the main one first. To be called on the screen thread. */
    List<Shot> shots() {
        var shots = new ArrayList<Shot>();
        shots.add(shot(stage));
        Scenery.windows().stream().filter(window -> !window.equals(stage)).map(Camera::shot).forEach(shots::add);
        return shots;
    }

    private static Shot shot(Window window) {
        var scene = window.getScene();
        // A scene draws what is transparent white.
        var clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        clear.setViewport(new Rectangle2D(0, 0, Math.ceil(scene.getWidth()), Math.ceil(scene.getHeight())));
        var image = window instanceof PopupWindow ? scene.getRoot().snapshot(clear, null) : scene.snapshot(null);
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new Shot(window, pixels, width, height);
    }

    /** All of them in one picture of the main window's size. To be called on the screen thread. */
    int[] picture(List<Shot> shots) {
        var main = shots.getFirst();
        var picture = main.pixels.clone();
        for (var shot : shots.subList(1, shots.size())) {
            lay(shot, picture, main);
        }
        return picture;
    }

    private void lay(Shot shot, int[] picture, Shot main) {
        var left = left(shot);
        var top = top(shot);
        for (int y = Math.max(0, -top); y < shot.height() && y + top < main.height(); y++) {
            for (int x = Math.max(0, -left); x < shot.width() && x + left < main.width(); x++) {
                var at = (y + top) * main.width() + x + left;
                picture[at] = framed(shot, x, y) ? FRAME : over(shot.at(x, y), picture[at]);
            }
        }
    }

    /** A dialog has the system's frame around it, which isn't ours to draw; a line stands for it. */
    private static boolean framed(Shot shot, int x, int y) {
        return shot.window() instanceof Stage
                && (x == 0 || y == 0 || x == shot.width() - 1 || y == shot.height() - 1);
    }

    private int left(Shot shot) {
        var centre = (int) (stage.getWidth() - shot.width()) / 2;
        if (!(shot.window() instanceof PopupWindow popup)) {
            return centre;
        }
        var screen = Screen.getPrimary().getBounds();
        var owner = popup.getOwnerNode();
        if (owner != null && popup.getX() + popup.getWidth() >= screen.getMaxX() - 1) {
            var wanted = owner.localToScreen(owner.getLayoutBounds()).getMinX() - stage.getX();
            return (int) Math.max(0, Math.min(wanted, stage.getWidth() - shot.width()));
        }
        return (int) (popup.getX() - stage.getX());
    }

    private int top(Shot shot) {
        return shot.window() instanceof PopupWindow popup
                ? (int) (popup.getY() - stage.getY())
                : (int) (stage.getHeight() - shot.height()) / 2;
    }

    private static int over(int above, int below) {
        var alpha = above >>> 24;
        if (alpha == 255) {
            return above;
        }
        var mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            var colour = ((above >> shift & 0xFF) * alpha + (below >> shift & 0xFF) * (255 - alpha)) / 255;
            mixed = mixed << 8 | colour;
        }
        return mixed;
    }
}
