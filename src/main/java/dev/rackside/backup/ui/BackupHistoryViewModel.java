package dev.rackside.backup.ui;

import dev.rackside.backup.BackupHistory;
import dev.rackside.backup.BackupReports;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.fx.Zones;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Twelve months of backups: read when the page is opened, and again with the list while it is shown. */
final class BackupHistoryViewModel {

    private final BackupReports reports;
    private final Slot reading;
    private final ReadOnlyObjectWrapper<@Nullable BackupHistory> history = new ReadOnlyObjectWrapper<>();

    BackupHistoryViewModel(Background background, BackupReports reports) {
        this.reports = reports;
        reading = background.slot();
    }

    void read() {
        var zone = Zones.shown();
        reading.run(() -> reports.history(zone), history::set, _ -> {
        });
    }

    /** Null until it is read. */
    ReadOnlyObjectProperty<@Nullable BackupHistory> history() {
        return history.getReadOnlyProperty();
    }

    /** Why it can't be read; null where it can. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return reading.problem();
    }

    void retry() {
        reading.retry();
    }
}
