package dev.rackside.fx;

import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.FacetedList;
import dev.rackside.row.Order;
import dev.rackside.row.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A list that is narrowed by words and facets: its rows, and how many there would be of each value.
 *
 * @param <K> the list's facets
 */
public final class FacetListModel<R extends Row, K extends Enum<K>> implements ListModel<R> {

    private final FacetedList<R, K> list;
    private final BiFunction<K, List<Facet>, List<Facet>> words;
    private final PagedRows<R> rows;
    private final Slot counting;
    private final Slot revealing;
    private final ReadOnlyObjectWrapper<Map<K, List<Facet>>> facets = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<FacetFilter<K>> filter = new ReadOnlyObjectWrapper<>(FacetFilter.all());
    private boolean started;

    /** @param words labels the values of a facet as a person reads them */
    public FacetListModel(Background background, FacetedList<R, K> list, Order order,
            BiFunction<K, List<Facet>, List<Facet>> words) {
        this.list = list;
        this.words = words;
        rows = new PagedRows<>(background, order);
        counting = background.slot();
        revealing = background.slot();
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

    public void search(String typed) {
        narrow(filter.get().withText(typed));
    }

    public void choose(K facet, Set<String> values) {
        narrow(filter.get().with(facet, values));
    }

    public void clear() {
        narrow(FacetFilter.all());
    }

    /** Reads the list from its start: what it is narrowed by elsewhere is another now. */
    public void again() {
        if (started) {
            apply();
        }
    }

    /** Selects a row, wherever it stands in the list. */
    public void reveal(UUID id) {
        revealing.run(() -> list.row(id), found -> found.ifPresent(rows.selected()::set));
    }

    private void narrow(FacetFilter<K> wish) {
        if (!wish.equals(filter.get())) {
            filter.set(wish);
            if (started) {
                apply();
            }
        }
    }

    private void apply() {
        rows.source(list.list(filter.get()));
        count();
    }

    private void count() {
        var wish = filter.get();
        counting.run(() -> list.facets(wish), this::counted);
    }

    private void counted(Map<K, List<Facet>> counts) {
        var named = new HashMap<K, List<Facet>>();
        counts.forEach((facet, values) -> named.put(facet, words.apply(facet, values)));
        facets.set(named);
    }

    @Override
    public PagedRows<R> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<FacetFilter<K>> filter() {
        return filter.getReadOnlyProperty();
    }

    /** What can be chosen, in a person's words. */
    public ReadOnlyObjectProperty<Map<K, List<Facet>>> facets() {
        return facets.getReadOnlyProperty();
    }
}
