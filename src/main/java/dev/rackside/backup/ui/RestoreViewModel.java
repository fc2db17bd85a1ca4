package dev.rackside.backup.ui;

import dev.rackside.backup.BackupRestorer;
import dev.rackside.backup.restoring.Names;
import dev.rackside.backup.restoring.RestorePreview;
import dev.rackside.backup.restoring.RestoreTarget;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Job;
import dev.rackside.fx.Slot;
import dev.rackside.fx.Zones;
import dev.rackside.text.Messages;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** A restore from the choice of its target to its result. One at a time: while it runs, no other backup is shown. */
final class RestoreViewModel {

    /** What a person sees. */
    enum Step {
        BACKUP, TARGET, CONFIRM, WORK, DONE
    }

    private final Background background;
    private final BackupRestorer restorer;
    private final Slot looking;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.BACKUP);
    private final ReadOnlyObjectWrapper<@Nullable RestorePreview> preview = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RestoreOutcome> outcome = new ReadOnlyObjectWrapper<>();
    private @Nullable RestoreTarget target;
    private @Nullable Job<RestoreOutcome> job;

    RestoreViewModel(Background background, BackupRestorer restorer) {
        this.background = background;
        this.restorer = restorer;
        looking = background.slot();
    }

    /** Begins with a backup; one that is at work goes on instead. */
    void begin(UUID backup) {
        if (!working()) {
            job = null;
            target = null;
            outcome.set(null);
            preview.set(null);
            step.set(Step.BACKUP);
            looking.run(() -> restorer.look(backup), preview::set, _ -> preview.set(null));
        }
    }

    void go(Step next) {
        step.set(next);
    }

    void aim(RestoreTarget wanted) {
        target = wanted;
        step.set(Step.CONFIRM);
    }

    @Nullable
    RestoreTarget target() {
        return target;
    }

    /** A name that tells what it is. */
    String suggested(String of) {
        return Names.suggested(of, LocalDate.ofInstant(shown().now(), Zones.shown()));
    }

    /** Whether what is at stake was said: the name typed, the others known of. */
    boolean confirmed(String typed, boolean othersKnown) {
        return !(target instanceof RestoreTarget.OverLive)
                || (typed.equals(shown().live()) && (othersKnown || shown().others() == 0));
    }

    Job<RestoreOutcome> start(String typed) {
        var wanted = target instanceof RestoreTarget.OverLive
                ? new RestoreTarget.OverLive(typed, shown().others())
                : Objects.requireNonNull(target);
        var backup = shown().backup();
        outcome.set(null);
        step.set(Step.WORK);
        var begun = background.jobInSteps(Messages.get("backup.restore.job", name(wanted)),
                told -> RestoreOutcome.of(restorer, backup, wanted, told), this::ended);
        begun.state().addListener((_, _, state) -> {
            if (state == Job.State.FAILED || state == Job.State.CANCELLED) {
                step.set(Step.CONFIRM);
            }
        });
        job = begun;
        return begun;
    }

    private void ended(RestoreOutcome how) {
        outcome.set(how);
        step.set(how instanceof RestoreOutcome.Done ? Step.DONE : Step.CONFIRM);
    }

    /** What something is restored into. */
    String name(RestoreTarget wanted) {
        return switch (wanted) {
            case RestoreTarget.NewDatabase(var name) -> name;
            case RestoreTarget.SideTable(_, var name) -> name;
            case RestoreTarget.OverLive _ -> shown().live();
        };
    }

    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    boolean working() {
        return job != null && job.state().get() == Job.State.RUNNING;
    }

    RestorePreview shown() {
        return Objects.requireNonNull(preview.get());
    }

    ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable RestorePreview> preview() {
        return preview.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable RestoreOutcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return looking.problem();
    }

    void retry() {
        looking.retry();
    }
}
