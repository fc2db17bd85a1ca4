package dev.rackside.insight.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.ListModel;
import dev.rackside.fx.PagedRows;
import dev.rackside.fx.Slot;
import dev.rackside.insight.InsightFacet;
import dev.rackside.insight.InsightFilter;
import dev.rackside.insight.InsightRow;
import dev.rackside.insight.InsightService;
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

/** The list of insights: what narrows it, its rows, and how many there would be of each value. */
final class InsightListViewModel implements ListModel<InsightRow> {

    private final InsightService insights;
    private final ObservableValue<@Nullable Choice> scope;
    private final PagedRows<InsightRow> rows;
    private final Slot counting;
    private final Slot revealing;
    private final ReadOnlyObjectWrapper<Map<InsightFacet, List<Facet>>> facets = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<InsightFilter> filter = new ReadOnlyObjectWrapper<>(InsightFilter.ALL);
    private boolean started;

    InsightListViewModel(Background background, InsightService insights, ObservableValue<@Nullable Choice> scope) {
        this.insights = insights;
        this.scope = scope;
        rows = new PagedRows<>(background, InsightService.DEFAULT_ORDER);
        counting = background.slot();
        revealing = background.slot();
        filter.set(InsightFilter.ALL.withScope(idOf(scope.getValue())));
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

    void choose(InsightFacet facet, Set<String> values) {
        narrow(filter.get().with(facet, values));
    }

    /** Shows all of the scope again. */
    void clear() {
        narrow(InsightFilter.ALL.withScope(filter.get().scope()));
    }

    /** Shows only what is known of one machine. */
    void onlyMachine(UUID machineId) {
        narrow(InsightFilter.ALL.withScope(filter.get().scope())
                .with(InsightFacet.MACHINE, Set.of(machineId.toString())));
    }

    /** Selects an insight, wherever it stands in the list. */
    void reveal(UUID id) {
        revealing.run(() -> insights.row(id), found -> found.ifPresent(rows.selected()::set));
    }

    private void narrow(InsightFilter wish) {
        if (!wish.equals(filter.get())) {
            filter.set(wish);
            if (started) {
                apply();
            }
        }
    }

    private void apply() {
        rows.source(insights.list(filter.get()));
        count();
    }

    private void count() {
        var wish = filter.get();
        counting.run(() -> insights.facets(wish), this::counted);
    }

    private void counted(Map<InsightFacet, List<Facet>> counts) {
        var named = new EnumMap<InsightFacet, List<Facet>>(InsightFacet.class);
        counts.forEach((facet, values) -> named.put(facet, FacetWords.of(facet, values)));
        facets.set(named);
    }

    /** Whether a search or a facet hides rows. */
    boolean narrowed() {
        return filter.get().narrowed() > 0 || filter.get().text() != null;
    }

    @Override
    public PagedRows<InsightRow> rows() {
        return rows;
    }

    ObservableValue<@Nullable Choice> scope() {
        return scope;
    }

    ReadOnlyObjectProperty<InsightFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /** What can be chosen, in a person's words. */
    ReadOnlyObjectProperty<Map<InsightFacet, List<Facet>>> facets() {
        return facets.getReadOnlyProperty();
    }
}
