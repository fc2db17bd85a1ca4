package dev.rackside.backup.ui;

import dev.rackside.backup.BackupMaker;
import dev.rackside.backup.BackupRow;
import dev.rackside.backup.BackupType;
import dev.rackside.backup.BackupWords;
import dev.rackside.backup.VerificationLevel;
import dev.rackside.backup.VerificationStatus;
import dev.rackside.backup.proving.Proof;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Job;
import dev.rackside.fx.Shortcut;
import dev.rackside.text.Messages;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Backups and proofs that a person begins. One at a time: two would only make each other slow. They go on when the
 * screen is left, and the status bar shows them.
 */
final class BackupJobs {

    static final Shortcut TAKE = Shortcut.command(KeyCode.B, "backup.keys.take");
    static final Shortcut VERIFY = Shortcut.key(KeyCode.V, "backup.keys.verify");
    static final Shortcut VERIFY_ALL = Shortcut.commandShifted(KeyCode.V, "backup.keys.verify-all");

    static final List<Shortcut> KEYS = List.of(TAKE, VERIFY, VERIFY_ALL);

    private final BackupMaker maker;
    private final Background background;
    private final Consumer<String> say;
    private final Runnable changed;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();

    /**
     * @param say tells what came of it
     * @param changed called whenever the backups are no longer what they were, also after a cancel or a failure
     */
    BackupJobs(BackupMaker maker, Background background, Consumer<String> say, Runnable changed) {
        this.maker = maker;
        this.background = background;
        this.say = say;
        this.changed = changed;
    }

    /** Whether one is under way. */
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Takes a backup and proves it; a backup that nobody restored is a hope. */
    void take() {
        start(Messages.get("backup.job.take"), progress -> {
            var watch = new PaceWatch(progress, Clock.systemUTC());
            var id = maker.take(BackupType.MANUAL, watch);
            background.onScreen(changed);
            return told(maker.prove(id, VerificationLevel.COMPARE, watch));
        });
    }

    /** Restores one and compares it. */
    void prove(BackupRow row) {
        start(Messages.get("backup.job.prove", BackupBadges.title(row)),
                progress -> told(maker.prove(row.id(), VerificationLevel.COMPARE,
                        new PaceWatch(progress, Clock.systemUTC()))));
    }

    /** Proves all that nobody looked at, the newest first. */
    void proveAll() {
        start(Messages.get("backup.job.prove-all"), progress -> {
            var waiting = maker.unverified();
            var watch = new PaceWatch(progress, Clock.systemUTC());
            var proved = 0;
            Problem met = null;
            for (var id : waiting) {
                progress.check();
                try {
                    proved += passed(id, watch) ? 1 : 0;
                } catch (Problem e) {
                    // One on a share that is away doesn't keep the others from being looked at.
                    met = met == null ? e : met;
                }
                background.onScreen(changed);
            }
            if (met != null) {
                throw met;
            }
            return waiting.isEmpty()
                    ? Messages.get("backup.job.none-waiting")
                    : Messages.get("backup.job.proved-all", proved, waiting.size());
        });
    }

    /** Whether the key was one of those that need no row. */
    boolean pressed(KeyEvent event) {
        if (TAKE.match(event)) {
            take();
        } else if (VERIFY_ALL.match(event)) {
            proveAll();
        } else {
            return false;
        }
        return true;
    }

    private boolean passed(UUID id, PaceWatch watch) {
        return maker.prove(id, VerificationLevel.COMPARE, watch).status() == VerificationStatus.PASSED;
    }

    private void start(String title, Job.Work<String> work) {
        if (running.get()) {
            say.accept(Messages.get("backup.job.busy"));
            return;
        }
        running.set(true);
        var job = background.job(title, work, say);
        if (job.state().get() != Job.State.RUNNING) {
            ended();
        } else {
            job.state().addListener(_ -> ended());
        }
    }

    private void ended() {
        running.set(false);
        changed.run();
    }

    private static String told(Proof proof) {
        var reason = proof.reason() == null ? "" : BackupWords.reason(proof.reason().code());
        return switch (proof.status()) {
            case PASSED -> Messages.get("backup.job.proved", proof.tables().size());
            case FAILED -> Messages.get("backup.job.does-not-hold", reason);
            case NOT_VERIFIED -> Messages.get("backup.job.not-proved",
                    reason.isEmpty() ? BackupWords.level(Objects.requireNonNull(proof.level())) : reason);
        };
    }
}
