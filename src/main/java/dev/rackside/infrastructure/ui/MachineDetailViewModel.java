package dev.rackside.infrastructure.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.infrastructure.MachineFacts;
import dev.rackside.infrastructure.MachineRow;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.row.Dependent;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One machine: what the list knows of it at once, the rest as soon as it is read. */
final class MachineDetailViewModel {

    private final MachineService machines;
    private final Slot reading;
    private final Slot deleting;
    private final ReadOnlyObjectWrapper<@Nullable MachineRow> row = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable MachineFacts> facts = new ReadOnlyObjectWrapper<>();

    MachineDetailViewModel(Background background, MachineService machines) {
        this.machines = machines;
        reading = background.slot();
        deleting = background.slot();
    }

    /** Shows a machine; what is shown of the same one stays until it is read again. */
    void show(MachineRow shown) {
        var before = row.get();
        if (before == null || !before.id().equals(shown.id())) {
            facts.set(null);
        }
        row.set(shown);
        reading.run(() -> machines.facts(shown.id()), facts::set, _ -> facts.set(null));
    }

    /** Counts what would go with the machine; then {@code ask} is called. */
    void beforeDelete(Consumer<List<Dependent>> ask) {
        var shown = row.get();
        if (shown != null) {
            deleting.run(() -> machines.dependents(shown.id()), ask);
        }
    }

    void delete(Runnable done) {
        var shown = row.get();
        if (shown != null) {
            deleting.once(() -> {
                machines.delete(shown.id());
                return shown;
            }, _ -> done.run());
        }
    }

    ReadOnlyObjectProperty<@Nullable MachineRow> row() {
        return row.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable MachineFacts> facts() {
        return facts.getReadOnlyProperty();
    }

    /** Why the rest can't be read; null where it can. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return reading.problem();
    }

    void retry() {
        reading.retry();
    }
}
