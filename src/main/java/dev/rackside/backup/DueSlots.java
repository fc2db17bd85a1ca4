package dev.rackside.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of a schedule's times are due: the latest is run, those before it were missed and aren't run one after the
 * other.
 *
 * @param latest the newest one that is not in the future
 * @param missed those before it, the oldest first; of very many the first
 */
record DueSlots(Instant latest, List<Instant> missed) {

    private static final int MOST_MISSED = 50;
    /** How far back to look for the latest one, so that few times are enough however often they are. */
    private static final List<Duration> LOOKS = List.of(Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(32),
            Duration.ofDays(400), Duration.ofDays(15_000));
    private static final int MOST_IN_A_LOOK = 4_000;

    /**
     * @param from the first that nobody saw to
     * @return null where that is in the future
     */
    static @Nullable DueSlots of(Timetable times, Instant from, Instant now) {
        if (from.isAfter(now)) {
            return null;
        }
        var latest = latest(times, from, now);
        var missed = times.next(from.minusMillis(1), MOST_MISSED).stream().filter(time -> time.isBefore(latest))
                .toList();
        return new DueSlots(latest, missed);
    }

    private static Instant latest(Timetable times, Instant from, Instant now) {
        for (var look : LOOKS) {
            var begin = now.minus(look);
            if (!begin.isAfter(from)) {
                begin = from.minusMillis(1);
            }
            var found = times.next(begin, MOST_IN_A_LOOK).stream().filter(time -> !time.isAfter(now))
                    .reduce((_, later) -> later);
            if (found.isPresent()) {
                return found.get().isBefore(from) ? from : found.get();
            }
        }
        // What another program planned need not be one of its times.
        return from;
    }
}
