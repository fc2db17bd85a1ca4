package dev.rackside.failure.ui;

import dev.rackside.failure.FailureFacet;
import dev.rackside.failure.FailureFilter;
import dev.rackside.failure.FailureRow;
import dev.rackside.failure.FailureService;
import dev.rackside.fx.Background;
import dev.rackside.fx.ListModel;
import dev.rackside.fx.PagedRows;
import dev.rackside.fx.Slot;
import dev.rackside.row.Choice;
import dev.rackside.row.Facet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The list of failure patterns: what narrows it, its rows, and how many there would be of each value. */
final class FailureListViewModel implements ListModel<FailureRow> {

    private final FailureService failures;
    private final ObservableValue<@Nullable Choice> scope;
    private final PagedRows<FailureRow> rows;
    private final Slot counting;
    private final Slot revealing;
    private final ReadOnlyObjectWrapper<Map<FailureFacet, List<Facet>>> facets = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<FailureFilter> filter = new ReadOnlyObjectWrapper<>(FailureFilter.ALL);
    private boolean started;

    FailureListViewModel(Background background, FailureService failures, ObservableValue<@Nullable Choice> scope) {
        this.failures = failures;
        this.scope = scope;
        rows = new PagedRows<>(background, FailureService.DEFAULT_ORDER);
        counting = background.slot();
        revealing = background.slot();
        filter.set(FailureFilter.ALL.withScope(idOf(scope.getValue())));
        scope.addListener((_, _, chosen) -> narrow(filter.get().withScope(idOf(chosen))));
    }

    private static @Nullable UUID idOf(@Nullable Choice client) {
        return client == null ? null : client.id();
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

    void search(String words) {
        narrow(filter.get().withText(words.isBlank() ? null : words.strip()));
    }

    void choose(FailureFacet facet, Set<String> values) {
        narrow(filter.get().with(facet, values));
    }

    /** Shows all of the scope again. */
    void clear() {
        narrow(FailureFilter.ALL.withScope(filter.get().scope()));
    }

    /** Selects a pattern, wherever it stands in the list. */
    void reveal(UUID id) {
        revealing.run(() -> failures.row(id), found -> found.ifPresent(rows.selected()::set));
    }

    private void narrow(FailureFilter wish) {
        if (!wish.equals(filter.get())) {
            filter.set(wish);
            if (started) {
                apply();
            }
        }
    }

    private void apply() {
        rows.source(failures.list(filter.get()));
        count();
    }

    private void count() {
        var wish = filter.get();
        counting.run(() -> failures.facets(wish), this::counted);
    }

    private void counted(Map<FailureFacet, List<Facet>> counts) {
        var named = new EnumMap<FailureFacet, List<Facet>>(FailureFacet.class);
        counts.forEach((facet, values) -> named.put(facet, FacetWords.of(facet, values)));
        facets.set(named);
    }

    /** Whether a search or a facet hides rows. */
    boolean narrowed() {
        return filter.get().narrowed();
    }

    @Override
    public PagedRows<FailureRow> rows() {
        return rows;
    }

    ObservableValue<@Nullable Choice> scope() {
        return scope;
    }

    ReadOnlyObjectProperty<FailureFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /** What can be chosen, in a person's words. */
    ReadOnlyObjectProperty<Map<FailureFacet, List<Facet>>> facets() {
        return facets.getReadOnlyProperty();
    }
}
