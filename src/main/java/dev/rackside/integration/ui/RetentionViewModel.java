package dev.rackside.integration.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Job;
import dev.rackside.fx.Slot;
import dev.rackside.integration.Retention;
import dev.rackside.integration.RetentionPlan;
import dev.rackside.text.Messages;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What the rule of retention would remove, and the removing. */
final class RetentionViewModel {

    private final Background background;
    private final Retention retention;
    private final Slot planning;
    private final ReadOnlyObjectWrapper<@Nullable RetentionPlan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper removing = new ReadOnlyBooleanWrapper();

    RetentionViewModel(Background background, Retention retention) {
        this.background = background;
        this.retention = retention;
        planning = background.slot();
    }

    /** Looks what it would remove. */
    void look() {
        planning.run(retention::plan, plan::set, _ -> plan.set(null));
    }

    /**
     * Removes what was shown, in the background, to be watched and stopped in the status bar.
     *
     * @param then gets what was removed, also after a stop
     */
    void remove(Consumer<Retention.Removed> then) {
        var shown = plan.get();
        if (shown == null || removing.get()) {
            return;
        }
        removing.set(true);
        var job = background.jobInSteps(Messages.get("exchange.retention.removing"), progress -> retention.prune(shown,
                gone -> {
                    progress.at((double) gone / Math.max(1, shown.count()),
                            Messages.get("exchange.retention.at", gone, shown.count()));
                    return !progress.cancelled();
                }), then);
        // Whether it went well or not, what is left is looked up anew.
        job.state().addListener((_, _, state) -> ended(state));
        ended(job.state().get());
    }

    private void ended(Job.State state) {
        if (state != Job.State.RUNNING && removing.get()) {
            removing.set(false);
            look();
        }
    }

    /** Null until it is looked up. */
    ReadOnlyObjectProperty<@Nullable RetentionPlan> plan() {
        return plan.getReadOnlyProperty();
    }

    boolean allowed() {
        return retention.allowed();
    }

    ReadOnlyBooleanProperty removing() {
        return removing.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return planning.busy();
    }

    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return planning.problem();
    }

    void retry() {
        planning.retry();
    }
}
