package dev.rackside.backup.ui;

import dev.rackside.backup.PrunePlan;
import dev.rackside.backup.PruneService;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What retention would remove, and removing it. */
final class RetentionViewModel {

    private final PruneService retention;
    private final Background background;
    private final Slot reading;
    private final ReadOnlyObjectWrapper<@Nullable List<PrunePlan>> plans = new ReadOnlyObjectWrapper<>();

    RetentionViewModel(Background background, PruneService retention) {
        this.retention = retention;
        this.background = background;
        reading = background.slot();
    }

    void read() {
        reading.run(retention::plan, plans::set, _ -> {
        });
    }

    /** Whether this person may remove anything. */
    boolean allowed() {
        return retention.allowed();
    }

    /** Removes what is shown, as a job that ends between two files; {@code done} gets what became of each. */
    void prune(Consumer<List<PruneService.Done>> done) {
        var shown = plans.get();
        if (shown == null) {
            return;
        }
        var count = shown.stream().mapToInt(plan -> plan.going().size()).sum();
        background.jobInSteps(Messages.get("backup.retention.job"), progress -> {
            var at = new int[1];
            return retention.prune(shown, one -> {
                at[0]++;
                progress.at((double) at[0] / Math.max(1, count), String.valueOf(one.row().filePath()));
                return !progress.cancelled();
            });
        }, done);
    }

    /** How many files can be removed here. */
    static int here(List<PrunePlan> plans) {
        return plans.stream().mapToInt(plan -> plan.here().size()).sum();
    }

    /** By schedule; null until it is read. */
    ReadOnlyObjectProperty<@Nullable List<PrunePlan>> plans() {
        return plans.getReadOnlyProperty();
    }

    /** Why it can't be read; null where it can. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return reading.problem();
    }

    void retry() {
        reading.retry();
    }
}
