package dev.rackside.instance;

import java.time.Duration;

/** How long is waited altogether, for whatever it is. */
final class Patience {

    private final long end;

    Patience(Duration whole) {
        end = System.nanoTime() + whole.toNanos();
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }

    /** An interrupt stays for whoever looks next. */
    void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
