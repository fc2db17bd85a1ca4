package dev.rackside.fx;

import java.time.Duration;
import java.util.Locale;

/** Durations in the two units that matter: "0.4 s", "1 min 20 s", "3 h 5 min", "2 d 4 h". */
public final class Spans {

    private Spans() {
    }

    public static String text(Duration span) {
        if (span.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
        }
        if (span.toMinutes() < 1) {
            return span.toSeconds() + " s";
        }
        if (span.toHours() < 1) {
            return two(span.toMinutes(), "min", span.toSecondsPart(), "s");
        }
        return span.toDays() < 1
                ? two(span.toHours(), "h", span.toMinutesPart(), "min")
                : two(span.toDays(), "d", span.toHoursPart(), "h");
    }

    private static String two(long much, String unit, int rest, String smaller) {
        return rest == 0 ? much + " " + unit : much + " " + unit + " " + rest + " " + smaller;
    }
}
