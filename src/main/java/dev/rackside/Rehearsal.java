package dev.rackside;

import dev.rackside.shell.DeskController;
import dev.rackside.shell.Destination;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableRow;
import javafx.stage.Stage;

/**
 * Goes once through a start and says on the standard output when what could be seen, in milliseconds since 1970; then
 * the window closes. Packages are measured by it, and their start-up cache is made of what it does.
 */
final class Rehearsal extends AnimationTimer {

    /**
     * {@code paint}: up to the first picture; {@code start}: up to the first row of the first list; {@code places}: then
     * through every place.
     */
    private static final String WANTED = "rackside.rehearse";
    private static final long REST_NANOS = 600_000_000L;
    /** What the window looks after beside the list, it does a moment later; the cache is to have that too. */
    private static final long AFTER_ROW_NANOS = 3_000_000_000L;
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    private final Stage stage;
    private final DeskController desk;
    private final boolean places;
    private final long begun = System.nanoTime();
    private final Deque<String> left = new ArrayDeque<>();
    private int frames;
    private boolean rows;
    private long next;

    private Rehearsal(Stage stage, DeskController desk, boolean places) {
        this.stage = stage;
        this.desk = desk;
        this.places = places;
    }

    /** Whether Java was started for one that ends with the first picture. */
    static boolean ofFirstPicture() {
        return System.getProperty(WANTED, "").equals("paint");
    }

    /** Begins where Java was started for one; nothing otherwise. */
    static void of(Stage stage, DeskController desk) {
        var wanted = System.getProperty(WANTED, "");
        if (!wanted.isEmpty()) {
            new Rehearsal(stage, desk, wanted.equals("places")).start();
        }
    }

    @Override
    public void handle(long now) {
        frames++;
        if (frames == 2) {
            say("desk-paint");
        }
        if (!rows && hasRow(stage.getScene().getRoot())) {
            rows = true;
            say("first-row");
            desk.places().stream().map(Destination::key).forEach(left::add);
            next = now + AFTER_ROW_NANOS;
        }
        if (now - begun > PATIENCE_NANOS) {
            say("gave-up");
            end();
        } else if (rows && now >= next) {
            if (!places || left.isEmpty()) {
                end();
            } else {
                next = now + REST_NANOS;
                desk.go(left.remove());
            }
        }
    }

    private void end() {
        stop();
        Platform.exit();
    }

    private static boolean hasRow(Node node) {
        if (node instanceof TableRow<?> row) {
            return !row.isEmpty();
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(Rehearsal::hasRow);
    }

    private static void say(String what) {
        System.out.println(what + " " + System.currentTimeMillis());
    }
}
