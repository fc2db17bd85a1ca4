package dev.rackside.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Runs several ways of one thing in turn, so that what else the machine does falls on all of them alike. */
final class Timing {

    /** One way of doing it, and how long it took each time, in nanoseconds. */
    private record Way(String name, Callable<?> work, List<Long> took) {}

    private final String what;
    private final List<Way> ways = new ArrayList<>();

    Timing(String what) {
        this.what = what;
    }

    Timing way(String name, Callable<?> work) {
        ways.add(new Way(name, work, new ArrayList<>()));
        return this;
    }

    /** Runs all ways in turn, unmeasured at first; prints the medians, the noise, and the ratios to the first way. */
    Timing run(int warming, int rounds) throws Exception {
        for (var i = 0; i < warming + rounds; i++) {
            for (var k = 0; k < ways.size(); k++) {
                // Another order each time: none always comes after the same other.
                var way = ways.get((k + i) % ways.size());
                var begun = System.nanoTime();
                way.work().call();
                var took = System.nanoTime() - begun;
                if (i >= warming) {
                    way.took().add(took);
                }
            }
        }
        System.out.printf(Locale.ENGLISH, "%n%s (%d rounds)%n", what, rounds);
        for (var way : ways) {
            var sorted = way.took().stream().mapToLong(Long::longValue).sorted().toArray();
            System.out.printf(Locale.ENGLISH, "  %-52s median %9.2f ms  min %9.2f  max %9.2f  ratio %5.2f%n",
                    way.name(),
                    millis(median(sorted)), millis((double) sorted[0]), millis((double) sorted[sorted.length - 1]),
                    ratio(way, ways.getFirst()));
        }
        return this;
    }

    private static double ratio(Way way, Way base) {
        return median(way) / median(base);
    }

    private static double median(Way way) {
        return median(way.took().stream().mapToLong(Long::longValue).sorted().toArray());
    }

    private static double median(long[] sorted) {
        return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1).average().orElse(0);
    }

    private static double millis(double nanos) {
        return nanos / 1e6;
    }
}
