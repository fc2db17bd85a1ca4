package dev.rackside.fx;

import dev.rackside.fault.Problem;
import dev.rackside.row.Dependent;
import dev.rackside.row.Row;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * One row beside its list: what the list knows of it at once, the rest as soon as it is read; and its end.
 *
 * @param <D> the rest
 */
public final class DetailModel<R extends Row, D> {

    private final Function<UUID, D> read;
    private final Function<UUID, List<Dependent>> dependents;
    private final Consumer<UUID> delete;
    private final Slot reading;
    private final Slot deleting;
    private final ReadOnlyObjectWrapper<@Nullable R> row = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable D> detail = new ReadOnlyObjectWrapper<>();

    /**
     * @param read reads the rest; this and the others are called off the screen thread
     * @param dependents counts what goes with the row
     */
    public DetailModel(Background background, Function<UUID, D> read, Function<UUID, List<Dependent>> dependents,
            Consumer<UUID> delete) {
        this.read = read;
        this.dependents = dependents;
        this.delete = delete;
        reading = background.slot();
        deleting = background.slot();
    }

    /** Shows a row; what is shown of the same one stays until it is read again. */
    public void show(R shown) {
        var before = row.get();
        if (before == null || !before.id().equals(shown.id())) {
            detail.set(null);
        }
        row.set(shown);
        reading.run(() -> read.apply(shown.id()), detail::set, _ -> detail.set(null));
    }

    /** Counts what would go with the row; then {@code ask} is called. */
    public void beforeDelete(Consumer<List<Dependent>> ask) {
        var shown = row.get();
        if (shown != null) {
            deleting.run(() -> dependents.apply(shown.id()), ask);
        }
    }

    public void delete(Runnable done) {
        var shown = row.get();
        if (shown != null) {
            deleting.once(() -> {
                delete.accept(shown.id());
                return shown;
            }, _ -> done.run());
        }
    }

    public ReadOnlyObjectProperty<@Nullable R> row() {
        return row.getReadOnlyProperty();
    }

    /** Null until it is read. */
    public ReadOnlyObjectProperty<@Nullable D> detail() {
        return detail.getReadOnlyProperty();
    }

    /** Why it can't be read; null where it can. */
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return reading.problem();
    }

    public void retry() {
        reading.retry();
    }
}
