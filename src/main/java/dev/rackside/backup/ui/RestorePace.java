package dev.rackside.backup.ui;

import dev.rackside.backup.restoring.RestoreTarget;
import dev.rackside.backup.restoring.RestoreWatch;
import dev.rackside.fx.Job;
import dev.rackside.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** How far a restore is, in words for a person: which step of how many, how much of it, how long it may still take. */
final class RestorePace implements RestoreWatch {

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
        told.at(pace.fraction(),
                PaceWatch.words(head(), pace, PaceWatch.left(pace, Duration.between(begun, Instant.now()))));
    }

    private String head() {
        var words = Messages.get("backup.restore.phase." + phase.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return phases.contains(phase)
                ? Messages.get("backup.restore.step", phases.indexOf(phase) + 1, phases.size(), words)
                : words;
    }

    @Override
    public boolean cancelled() {
        return told.cancelled();
    }
}
