package dev.rackside.backup.ui;

import dev.rackside.backup.restoring.RestoreTarget;
import dev.rackside.backup.restoring.RestoreWatch;
import dev.rackside.fx.Bytes;
import dev.rackside.fx.Job;
import dev.rackside.fx.Spans;
import dev.rackside.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** How far a restore is, in words for a person: which step of how many, how much of it, how long it may still take. */
final class RestorePace implements RestoreWatch {

    /** Earlier than this nothing can be said of the rest. */
    private static final Duration TELLING = Duration.ofSeconds(2);

    private final Job.Progress told;
    private final List<Phase> phases;
    private Phase phase = Phase.READ;
    private Instant begun = Instant.now();

    RestorePace(Job.Progress told, RestoreTarget target) {
        this.told = told;
        phases = switch (target) {
            case RestoreTarget.NewDatabase _ -> List.of(Phase.READ, Phase.LOAD, Phase.COMPARE);
            case RestoreTarget.SideTable _ -> List.of(Phase.READ, Phase.TRY, Phase.LOAD, Phase.COMPARE);
            case RestoreTarget.OverLive _ ->
                List.of(Phase.READ, Phase.TRY, Phase.BACK_UP, Phase.LOAD, Phase.COMPARE);
        };
    }

    @Override
    public synchronized void begins(Phase next) {
        phase = next;
        begun = Instant.now();
        told.at(-1, head());
    }

    @Override
    public synchronized void at(Pace pace) {
        var words = new StringBuilder(head());
        if (pace.bytes() > 0) {
            words.append(", ").append(pace.ofBytes() > 0
                    ? Messages.get("backup.restore.bytes", Bytes.text(pace.bytes()), Bytes.text(pace.ofBytes()))
                    : Bytes.text(pace.bytes()));
        }
        if (pace.ofTables() > 0 || pace.tables() > 0) {
            words.append(", ").append(pace.ofTables() > 0
                    ? Messages.get("backup.restore.tables-of", pace.tables(), pace.ofTables())
                    : Messages.get("backup.restore.tables-begun", pace.tables()));
        }
        told.at(pace.fraction(), words + left(pace.fraction(), Duration.between(begun, Instant.now())));
    }

    private String head() {
        var words = Messages.get("backup.restore.phase." + phase.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return phases.contains(phase)
                ? Messages.get("backup.restore.step", phases.indexOf(phase) + 1, phases.size(), words)
                : words;
    }

    /** How long it may still take, once that can be said. */
    static String left(double fraction, Duration sofar) {
        if (fraction <= 0 || fraction >= 1 || sofar.compareTo(TELLING) < 0) {
            return "";
        }
        var rest = Duration.ofMillis((long) (sofar.toMillis() * (1 - fraction) / fraction));
        return ", " + Messages.get("backup.restore.left", Spans.text(rest));
    }

    @Override
    public boolean cancelled() {
        return told.cancelled();
    }
}
