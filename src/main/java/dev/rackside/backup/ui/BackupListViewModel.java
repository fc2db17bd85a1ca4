package dev.rackside.backup.ui;

import dev.rackside.backup.BackupFacets;
import dev.rackside.backup.BackupFilter;
import dev.rackside.backup.BackupRow;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.BackupSummary;
import dev.rackside.fx.Background;
import dev.rackside.fx.ListModel;
import dev.rackside.fx.PagedRows;
import dev.rackside.fx.Slot;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The list of backups: what narrows it, its rows, and what matters of all of them. */
final class BackupListViewModel implements ListModel<BackupRow> {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final BackupFacets NO_FACETS = new BackupFacets(List.of(), List.of(), List.of(), List.of(),
            List.of());

    private final BackupService backups;
    private final PagedRows<BackupRow> rows;
    private final Slot counting;
    private final Slot summing;
    private final Slot revealing;
    private final ReadOnlyObjectWrapper<BackupFacets> facets = new ReadOnlyObjectWrapper<>(NO_FACETS);
    private final ReadOnlyObjectWrapper<BackupFilter> filter = new ReadOnlyObjectWrapper<>(BackupFilter.ALL);
    private final ReadOnlyObjectWrapper<@Nullable BackupSummary> summary = new ReadOnlyObjectWrapper<>();
    private boolean started;
    private boolean watched;

    BackupListViewModel(Background background, BackupService backups) {
        this.backups = backups;
        rows = new PagedRows<>(background, BackupService.DEFAULT_ORDER);
        counting = background.slot();
        summing = background.slot();
        revealing = background.slot();
        background.every(LOOK_AGAIN, () -> {
            if (watched) {
                sum();
            }
        });
    }

    /** Reads the list for the first time, later what is new. */
    @Override
    public void shown() {
        if (started) {
            refresh();
        } else {
            started = true;
            apply();
            sum();
        }
    }

    /** Whether anybody sees the screen: only then what matters is read again every minute. */
    void watched(boolean seen) {
        watched = seen;
    }

    @Override
    public void refresh() {
        rows.refresh();
        count();
        sum();
    }

    void narrow(BackupFilter wish) {
        if (!wish.equals(filter.get())) {
            filter.set(wish);
            if (started) {
                apply();
            }
        }
    }

    /** Shows what failed lately, and nothing else. */
    void showFailures() {
        var known = summary.get();
        if (known != null) {
            narrow(BackupFilter.ALL.failedSince(known.failedSince()));
        }
    }

    /** Selects a backup, also one that the list doesn't show. */
    void reveal(UUID id) {
        revealing.run(() -> backups.detail(id).row(), rows.selected()::set);
    }

    private void apply() {
        rows.source(backups.list(filter.get()));
        count();
    }

    private void count() {
        var wish = filter.get();
        counting.run(() -> backups.facets(wish), facets::set, _ -> {
        });
    }

    private void sum() {
        summing.run(backups::summary, summary::set, _ -> {
        });
    }

    @Override
    public PagedRows<BackupRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<BackupFacets> facets() {
        return facets.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<BackupFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /** What matters of all backups; null until it is read. */
    ReadOnlyObjectProperty<@Nullable BackupSummary> summary() {
        return summary.getReadOnlyProperty();
    }
}
