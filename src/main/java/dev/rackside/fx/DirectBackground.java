package dev.rackside.fx;

import dev.rackside.fault.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything at once, in the calling thread. {@link #after} doesn't wait; what {@link #every} was given runs with each
 * {@link #tick}. A problem stays with its slot; anything else that is thrown reaches the caller.
 */
public final class DirectBackground extends Background {

    private final List<Runnable> repeated = new ArrayList<>();

    DirectBackground() {
    }

    /** Lets one period of everything repeated pass. */
    public void tick() {
        List.copyOf(repeated).forEach(Runnable::run);
    }

    @Override
    public Alarm after(Duration delay, Runnable onScreen) {
        onScreen.run();
        return () -> {
        };
    }

    @Override
    public Alarm every(Duration period, Runnable onScreen) {
        repeated.add(onScreen);
        return () -> repeated.remove(onScreen);
    }

    @Override
    Running start(Runnable work) {
        work.run();
        return new Running() {
            @Override
            public void abandon() {
            }

            @Override
            public void interrupt() {
            }
        };
    }

    @Override
    public void onScreen(Runnable act) {
        act.run();
    }

    @Override
    void bug(Throwable thrown) {
        switch (thrown) {
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new IllegalStateException(thrown);
        }
    }

    @Override
    void show(Problem problem, Runnable retry) {
    }
}
