package dev.rackside.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/**
 * Watches the screen thread: how long from one pulse to the next, with the sixtieth of a second that it waits anyway.
 * When a pulse is late, another thread notes what the screen thread is doing.
 */
final class Pulses {

    private static final long LATE = 50_000_000;

    private record Stall(long millis, String stack) {}

    private final List<Long> gaps = new ArrayList<>();
    private final List<Stall> stalls = new CopyOnWriteArrayList<>();
    private final Thread screen = Thread.currentThread();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            beat();
        }
    };
    private volatile long last;
    private volatile @Nullable String seen;
    private volatile boolean over;

    /** To be called on the screen thread. */
    static Pulses watch() {
        var pulses = new Pulses();
        pulses.last = System.nanoTime();
        pulses.timer.start();
        Thread.ofPlatform().daemon().name("pulse watch").start(pulses::look);
        return pulses;
    }

    private void beat() {
        var now = System.nanoTime();
        var gap = now - last;
        gaps.add(gap);
        var stack = seen;
        if (gap > LATE) {
            stalls.add(new Stall(gap / 1_000_000, stack == null ? "(not seen in time)" : stack));
        }
        seen = null;
        last = now;
    }

    private void look() {
        try {
            while (!over) {
                Thread.sleep(5);
                if (seen == null && System.nanoTime() - last > LATE * 4 / 5) {
                    seen = Arrays.stream(screen.getStackTrace()).limit(60).map(StackTraceElement::toString)
                            .collect(Collectors.joining("\n        "));
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** To be called on the screen thread. */
    void report(String what) {
        timer.stop();
        over = true;
        var sorted = gaps.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(Locale.ENGLISH,
                "%n%s: %d pulses, from one to the next p50 %.1f ms, p99 %.1f, p99.9 %.1f, longest %.1f%n", what,
                sorted.length, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 0.999), at(sorted, 1));
        stalls.forEach(stall -> System.out.printf("    late: %d ms%n        %s%n", stall.millis(), stall.stack()));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))] / 1e6;
    }
}
