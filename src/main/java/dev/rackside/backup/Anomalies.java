package dev.rackside.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares each backup with the one before it from the same source by the same method: half the rows or fewer, half the
 * bytes or fewer, the very same size, or half as long again and {@value #SLOWER_AT_LEAST_SECONDS} seconds more. Backups
 * that failed are neither compared nor compared with.
 */
final class Anomalies {

    /** Below this a difference in time says nothing: a busy disk makes it. */
    static final int SLOWER_AT_LEAST_SECONDS = 10;

    private Anomalies() {
    }

    /**
     * What is known of a backup.
     *
     * @param source what may be compared with each other has the same
     * @param rows of all its tables; null where it wasn't counted
     * @param bytes null or not above 0 where it isn't known
     * @param took null or negative where it isn't known
     */
    record Figures(UUID id, Instant startedAt, String source, @Nullable Long rows, @Nullable Long bytes,
            @Nullable Duration took) {

        static @Nullable Figures of(BackupRun run) {
            return run.startedAt == null || run.row().bad()
                    ? null
                    : new Figures(run.id, run.startedAt,
                            String.join("\n", String.valueOf(run.host), String.valueOf(run.databaseName),
                                    String.valueOf(run.method), String.valueOf(run.encrypted)),
                            VerificationReport.of(run.verificationDetails).rows(), run.sizeBytes,
                            run.row().duration());
        }
    }

    /** @param figures in any order; @return the newest first */
    static List<Anomaly> of(List<Figures> figures) {
        var before = new HashMap<String, Figures>();
        var rows = new HashMap<String, Long>();
        var found = new ArrayList<Anomaly>();
        for (var each : figures.stream().sorted(Comparator.comparing(Figures::startedAt)).toList()) {
            var last = before.put(each.source(), each);
            if (last != null) {
                compare(last, each, found);
            }
            rows(rows, each, found);
        }
        found.sort(Comparator.comparing(Anomaly::startedAt).reversed().thenComparing(Anomaly::kind));
        return List.copyOf(found);
    }

    /** Not every backup's rows are counted: the last that was counted is compared with. */
    private static void rows(Map<String, Long> counted, Figures each, List<Anomaly> found) {
        var rows = each.rows();
        if (rows != null) {
            var was = counted.put(each.source(), rows);
            if (was != null && was > 0 && rows <= was / 2) {
                found.add(new Anomaly(each.id(), each.startedAt(), Anomaly.Kind.FEWER_ROWS, was, rows));
            }
        }
    }

    private static void compare(Figures last, Figures each, List<Anomaly> found) {
        var was = last.bytes();
        var is = each.bytes();
        if (was != null && is != null && was > 0 && is >= 0) {
            if (is <= was / 2) {
                found.add(new Anomaly(each.id(), each.startedAt(), Anomaly.Kind.SMALLER, was, is));
            } else if (is.equals(was)) {
                found.add(new Anomaly(each.id(), each.startedAt(), Anomaly.Kind.SAME_SIZE, was, is));
            }
        }
        var tookBefore = millis(last.took());
        var took = millis(each.took());
        if (tookBefore > 0 && took >= tookBefore + tookBefore / 2
                && took - tookBefore >= SLOWER_AT_LEAST_SECONDS * 1000L) {
            found.add(new Anomaly(each.id(), each.startedAt(), Anomaly.Kind.SLOWER, tookBefore, took));
        }
    }

    private static long millis(@Nullable Duration took) {
        return took == null ? -1 : took.toMillis();
    }
}
