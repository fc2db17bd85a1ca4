package dev.rackside.backup.dump;

import dev.rackside.backup.Watch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Breaks a connection off when the watcher cancels: a statement that waits, or reads much, hears of nothing. */
public final class Ending implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(100);

    private final Thread thread;

    private Ending(Connection connection, Watch watch) {
        thread = Thread.ofVirtual().name("ending").start(() -> look(connection, watch));
    }

    /** Until it is closed. */
    public static Ending of(Connection connection, Watch watch) {
        return new Ending(connection, watch);
    }

    private static void look(Connection connection, Watch watch) {
        try {
            while (!watch.cancelled()) {
                Thread.sleep(LOOK);
            }
            connection.abort(Runnable::run);
        } catch (InterruptedException | SQLException _) {
            // It came to its end by itself.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
