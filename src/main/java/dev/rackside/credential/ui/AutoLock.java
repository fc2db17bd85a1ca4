package dev.rackside.credential.ui;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** When the vault is to be locked without being asked to: nobody was there for a while, or the computer slept. */
final class AutoLock {

    /** Where nobody chose another. */
    static final Duration USUAL = Duration.ofMinutes(10);
    /** Between two looks. */
    static final Duration LOOK = Duration.ofSeconds(15);

    private final LongSupplier nanos;
    private final SleepWatch sleep;
    private Supplier<Duration> idle = () -> USUAL;
    private long touched;

    AutoLock() {
        this(Clock.systemUTC(), System::nanoTime);
    }

    AutoLock(Clock wall, LongSupplier nanos) {
        this.nanos = nanos;
        sleep = new SleepWatch(wall, nanos, LOOK.multipliedBy(4));
        touched = nanos.getAsLong();
    }

    /** After how long without a key or the mouse; asked at each look. */
    void after(Supplier<Duration> wanted) {
        idle = wanted;
    }

    Duration idle() {
        return idle.get();
    }

    /** Somebody is there. */
    void touched() {
        touched = nanos.getAsLong();
    }

    /** Looks; to be asked every {@link #LOOK}. */
    boolean due() {
        return sleep.slept() || Duration.ofNanos(nanos.getAsLong() - touched).compareTo(idle.get()) >= 0;
    }
}
