package dev.rackside.backup.ui;

import dev.rackside.backup.BackupRestorer;
import dev.rackside.backup.restoring.RestoreTarget;
import dev.rackside.backup.restoring.Restored;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Job;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/** How a restore ended. */
sealed interface RestoreOutcome {

    record Done(Restored restored) implements RestoreOutcome {}

    record Failed(Problem problem) implements RestoreOutcome {}

    /** The person stopped it, and nothing is left of it. */
    record Stopped() implements RestoreOutcome {}

    /** Does the work. */
    static RestoreOutcome of(BackupRestorer restorer, UUID backup, RestoreTarget target, Job.Progress told) {
        try {
            return new Done(restorer.restore(backup, target, new RestorePace(told, target)));
        } catch (CancellationException _) {
            return new Stopped();
        } catch (Problem problem) {
            return new Failed(problem);
        }
    }
}
