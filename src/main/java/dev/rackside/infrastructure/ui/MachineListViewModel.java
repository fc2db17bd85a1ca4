package dev.rackside.infrastructure.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.ListModel;
import dev.rackside.fx.PagedRows;
import dev.rackside.fx.Slot;
import dev.rackside.infrastructure.MachineFacets;
import dev.rackside.infrastructure.MachineFilter;
import dev.rackside.infrastructure.MachineRow;
import dev.rackside.infrastructure.MachineService;
import dev.rackside.row.Choice;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The list of machines: what narrows it, its rows, and how many there would be of each value. */
final class MachineListViewModel implements ListModel<MachineRow> {

    private static final MachineFacets NO_FACETS = new MachineFacets(List.of(), List.of(), List.of(), List.of());

    private final MachineService machines;
    private final ObservableValue<@Nullable Choice> scope;
    private final PagedRows<MachineRow> rows;
    private final Slot counting;
    private final Slot revealing;
    private final ReadOnlyObjectWrapper<MachineFacets> facets = new ReadOnlyObjectWrapper<>(NO_FACETS);
    private final ReadOnlyObjectWrapper<MachineFilter> filter = new ReadOnlyObjectWrapper<>(MachineFilter.ALL);
    private boolean started;

    MachineListViewModel(Background background, MachineService machines, ObservableValue<@Nullable Choice> scope) {
        this.machines = machines;
        this.scope = scope;
        rows = new PagedRows<>(background, MachineService.DEFAULT_ORDER);
        counting = background.slot();
        revealing = background.slot();
        scope.addListener((_, _, _) -> apply());
    }

    /** Reads the list for the first time, later what is new. */
    @Override
    public void shown() {
        if (started) {
            refresh();
        } else {
            started = true;
            apply();
        }
    }

    @Override
    public void refresh() {
        rows.refresh();
        count();
    }

    /** Narrows the list; the scope of the window stands beside it. */
    void narrow(MachineFilter wish) {
        if (!wish.equals(filter.get())) {
            filter.set(wish);
            apply();
        }
    }

    /** Selects a machine, wherever it stands in the list. */
    void reveal(UUID id) {
        revealing.run(() -> machines.row(id), found -> found.ifPresent(rows.selected()::set));
    }

    private void apply() {
        if (started) {
            rows.source(machines.list(effective()));
            count();
        }
    }

    private void count() {
        var wish = effective();
        counting.run(() -> machines.facets(wish), facets::set, _ -> {
        });
    }

    /** What is chosen here, within the client that the whole window is narrowed to. */
    private MachineFilter effective() {
        var client = scope.getValue();
        var wish = filter.get();
        return client == null
                ? wish
                : new MachineFilter(client.id(), wish.text(), Set.of(), wish.types(), wish.statuses(), wish.tags(),
                        wish.allTags());
    }

    @Override
    public PagedRows<MachineRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<MachineFacets> facets() {
        return facets.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<MachineFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    ObservableValue<@Nullable Choice> scope() {
        return scope;
    }
}
