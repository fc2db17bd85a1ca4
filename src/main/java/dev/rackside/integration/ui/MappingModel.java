package dev.rackside.integration.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.FacetListModel;
import dev.rackside.fx.ListModel;
import dev.rackside.fx.PagedRows;
import dev.rackside.fx.Slot;
import dev.rackside.integration.MappingFacet;
import dev.rackside.integration.MappingRow;
import dev.rackside.integration.MappingService;
import dev.rackside.integration.MappingService.Assigned;
import dev.rackside.integration.Suggestion;
import dev.rackside.row.Choice;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The list of mappings with what the unmapped ones probably are; and the way to say so. */
final class MappingModel implements ListModel<MappingRow> {

    private final MappingService mappings;
    private final FacetListModel<MappingRow, MappingFacet> list;
    private final Slot suggesting;
    private final Slot writing;
    private final ReadOnlyObjectWrapper<Map<UUID, Suggestion>> suggestions = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    MappingModel(Background background, MappingService mappings) {
        this.mappings = mappings;
        list = new FacetListModel<>(background, mappings, MappingService.DEFAULT_ORDER, MappingWords::facets);
        suggesting = background.slot();
        writing = background.slot();
    }

    FacetListModel<MappingRow, MappingFacet> list() {
        return list;
    }

    @Override
    public void shown() {
        list.shown();
        suggest();
    }

    @Override
    public void refresh() {
        list.refresh();
        suggest();
    }

    private void suggest() {
        suggesting.run(mappings::suggestions, suggestions::set);
    }

    @Override
    public PagedRows<MappingRow> rows() {
        return list.rows();
    }

    /** By the rows' ids; of those that nobody said anything of yet. */
    ReadOnlyObjectProperty<Map<UUID, Suggestion>> suggestions() {
        return suggestions.getReadOnlyProperty();
    }

    /** Why the last wish was not written; null where it was. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Says what a row is here; nothing changes where somebody else said something meanwhile. */
    void assign(MappingRow row, @Nullable Choice here, Consumer<MappingRow> done) {
        problem.set(null);
        writing.once(() -> mappings.assign(new Assigned(row, here)), written -> {
            refresh();
            done.accept(written);
        }, this::refused);
    }

    /** Says so of many; {@code done} gets those that were written, as they stand now. */
    void assignAll(List<Assigned> wishes, Consumer<List<MappingRow>> done) {
        problem.set(null);
        writing.once(() -> mappings.assignAll(wishes), written -> {
            refresh();
            done.accept(written);
        }, this::refused);
    }

    private void refused(Problem refusal) {
        problem.set(refusal);
        refresh();
    }
}
