package dev.rackside.fx;

import dev.rackside.fault.Problem;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** Virtual threads for the work, one daemon thread for the clock. */
final class ThreadedBackground extends Background {

    /** To end a query on the server takes a connection; one that answers soon is cheaper left alone. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private final Failures failures;
    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("clock").factory());

    ThreadedBackground(Failures failures) {
        this.failures = failures;
    }

    @Override
    public Alarm after(Duration delay, Runnable onScreen) {
        var ring = new Ring(onScreen);
        return ring.until(clock.schedule(ring, delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public Alarm every(Duration period, Runnable onScreen) {
        var ring = new Ring(onScreen);
        var millis = period.toMillis();
        return ring.until(clock.scheduleWithFixedDelay(ring, millis, millis, TimeUnit.MILLISECONDS));
    }

    /** An alarm that also keeps silent when it is cancelled while already on its way to the screen thread. */
    private final class Ring implements Runnable {
        private final Runnable act;
        private volatile boolean cancelled;

        Ring(Runnable act) {
            this.act = act;
        }

        @Override
        public void run() {
            onScreen(() -> {
                if (!cancelled) {
                    act.run();
                }
            });
        }

        Alarm until(Future<?> future) {
            return () -> {
                cancelled = true;
                future.cancel(false);
            };
        }
    }

    @Override
    Running start(Runnable work) {
        var thread = Thread.ofVirtual().name("work").uncaughtExceptionHandler((_, thrown) -> bug(thrown)).start(work);
        return new Running() {
            @Override
            public void abandon() {
                if (thread.isAlive()) {
                    var _ = clock.schedule(thread::interrupt, GRACE.toMillis(), TimeUnit.MILLISECONDS);
                }
            }

            @Override
            public void interrupt() {
                thread.interrupt();
            }
        };
    }

    @Override
    public void onScreen(Runnable act) {
        Platform.runLater(act);
    }

    @Override
    void bug(Throwable thrown) {
        failures.show(thrown);
    }

    @Override
    void show(Problem problem, Runnable retry) {
        failures.show(problem, retry);
    }
}
