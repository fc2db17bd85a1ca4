package dev.rackside.backup.ui;

import dev.rackside.backup.Watch;
import dev.rackside.fx.Bytes;
import dev.rackside.fx.Job;
import dev.rackside.fx.Spans;
import dev.rackside.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a job's progress what a backup or a proof does: the stage, bytes, tables, and how long that still takes. */
final class PaceWatch implements Watch {

    /** Before that, nobody knows how fast it will be. */
    private static final Duration GUESS_AFTER = Duration.ofSeconds(3);
    private static final Duration BREATH = Duration.ofMillis(200);

    private final Job.Progress progress;
    private final Clock clock;
    private @Nullable Stage stage;
    private Instant begun = Instant.EPOCH;
    private Instant told = Instant.EPOCH;

    PaceWatch(Job.Progress progress, Clock clock) {
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    public synchronized void at(Pace pace) {
        var now = clock.instant();
        if (pace.stage() != stage) {
            stage = pace.stage();
            begun = now;
        } else if (Duration.between(told, now).compareTo(BREATH) < 0) {
            return;
        }
        told = now;
        progress.at(pace.fraction(), words(pace, left(pace, Duration.between(begun, now))));
    }

    @Override
    public boolean cancelled() {
        return progress.cancelled();
    }

    /** How long the stage still takes, if it goes on as it went; null where nobody knows. */
    static @Nullable Duration left(Pace pace, Duration taken) {
        var done = pace.fraction();
        return done <= 0 || done >= 1 || taken.compareTo(GUESS_AFTER) < 0
                ? null
                : Duration.ofMillis((long) (taken.toMillis() * (1 - done) / done));
    }

    /** "dumping, 12.0 MiB of about 40.0 MiB, table 14 of 27, 20 s left". */
    static String words(Pace pace, @Nullable Duration left) {
        return words(Messages.get("backup.stage." + pace.stage().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                pace, left);
    }

    /** The same behind other words for what is done. */
    static String words(String doing, Pace pace, @Nullable Duration left) {
        var words = new ArrayList<String>();
        words.add(doing);
        if (pace.bytes() > 0) {
            words.add(pace.ofBytes() > 0
                    ? Messages.get("backup.pace.bytes-of", Bytes.text(pace.bytes()),
                            Bytes.text(Math.max(pace.bytes(), pace.ofBytes())))
                    : Bytes.text(pace.bytes()));
        }
        if (pace.tables() > 0) {
            words.add(pace.ofTables() > 0
                    ? Messages.get("backup.pace.tables-of", pace.tables(), Math.max(pace.tables(), pace.ofTables()))
                    : Messages.get("backup.pace.tables", pace.tables()));
        }
        if (left != null) {
            words.add(Messages.get("backup.pace.left", Spans.text(left)));
        }
        return String.join(", ", words);
    }
}
