package dev.rackside.backup.ui;

import dev.rackside.backup.BackupDetail;
import dev.rackside.backup.BackupRow;
import dev.rackside.backup.BackupService;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.row.Dependent;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One backup: what the list knows of it at once, the rest as soon as it is read. */
final class BackupDetailViewModel {

    private final BackupService backups;
    private final Slot reading;
    private final Slot deleting;
    private final ReadOnlyObjectWrapper<@Nullable BackupRow> row = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable BackupDetail> detail = new ReadOnlyObjectWrapper<>();

    BackupDetailViewModel(Background background, BackupService backups) {
        this.backups = backups;
        reading = background.slot();
        deleting = background.slot();
    }

    /** Shows a backup; what is shown of the same one stays until it is read again. */
    void show(BackupRow shown) {
        var before = row.get();
        if (before == null || !before.id().equals(shown.id())) {
            detail.set(null);
        }
        row.set(shown);
        reading.run(() -> backups.detail(shown.id()), detail::set, _ -> detail.set(null));
    }

    /** Counts what hangs on the record; then {@code ask} is called with it. */
    void beforeDelete(Consumer<List<Dependent>> ask) {
        var shown = row.get();
        if (shown != null) {
            deleting.run(() -> backups.dependents(shown.id()), ask);
        }
    }

    /** The person says that so much less than before is right. */
    void confirm(String person, Runnable done) {
        var shown = row.get();
        if (shown != null) {
            deleting.once(() -> {
                backups.confirm(shown.id(), person);
                return shown;
            }, _ -> done.run());
        }
    }

    void delete(Runnable done) {
        var shown = row.get();
        if (shown != null) {
            deleting.once(() -> {
                backups.delete(shown.id());
                return shown;
            }, _ -> done.run());
        }
    }

    ReadOnlyObjectProperty<@Nullable BackupRow> row() {
        return row.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable BackupDetail> detail() {
        return detail.getReadOnlyProperty();
    }

    /** Why the rest can't be read; null where it can. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return reading.problem();
    }

    void retry() {
        reading.retry();
    }
}
