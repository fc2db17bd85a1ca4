package dev.rackside.credential.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Notices between two looks that the computer slept: the clock on the wall went on, the one that counts what the program
 * lived through stood still. Where that one goes on in sleep too, the looks are too far apart instead.
 */
final class SleepWatch {

    /** What a clock that is put right may jump without being taken for sleep. */
    static final Duration AHEAD = Duration.ofSeconds(10);

    private final Clock wall;
    private final LongSupplier nanos;
    private final Duration farApart;
    private Instant looked;
    private long lived;

    /**
     * @param nanos as {@link System#nanoTime}
     * @param farApart two looks are never as far apart while the computer is awake
     */
    SleepWatch(Clock wall, LongSupplier nanos, Duration farApart) {
        this.wall = wall;
        this.nanos = nanos;
        this.farApart = farApart;
        looked = wall.instant();
        lived = nanos.getAsLong();
    }

    /** Whether it slept since the last look, or since this was made. */
    boolean slept() {
        var now = wall.instant();
        var nanosNow = nanos.getAsLong();
        var passed = Duration.between(looked, now);
        var awake = Duration.ofNanos(nanosNow - lived);
        looked = now;
        lived = nanosNow;
        return passed.minus(awake).compareTo(AHEAD) > 0 || awake.compareTo(farApart) > 0;
    }
}
