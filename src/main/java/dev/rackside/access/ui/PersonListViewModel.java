package dev.rackside.access.ui;

import dev.rackside.access.PeopleService;
import dev.rackside.access.PersonFacet;
import dev.rackside.access.PersonFilter;
import dev.rackside.access.PersonRow;
import dev.rackside.fx.Background;
import dev.rackside.fx.ListModel;
import dev.rackside.fx.PagedRows;
import dev.rackside.fx.Slot;
import dev.rackside.row.Facet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The list of people: what narrows it, its rows, and how many there would be of each value. */
final class PersonListViewModel implements ListModel<PersonRow> {

    private final PeopleService people;
    private final PagedRows<PersonRow> rows;
    private final Slot counting;
    private final Slot revealing;
    private final ReadOnlyObjectWrapper<Map<PersonFacet, List<Facet>>> facets = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<PersonFilter> filter = new ReadOnlyObjectWrapper<>(PersonFilter.ALL);
    private boolean started;

    PersonListViewModel(Background background, PeopleService people) {
        this.people = people;
        rows = new PagedRows<>(background, PeopleService.DEFAULT_ORDER);
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

    void search(String words) {
        narrow(filter.get().withText(words.isBlank() ? null : words.strip()));
    }

    void choose(PersonFacet facet, Set<String> values) {
        narrow(filter.get().with(facet, values));
    }

    void clear() {
        narrow(PersonFilter.ALL);
    }

    /** Selects a person, wherever they stand in the list. */
    void reveal(UUID id) {
        revealing.run(() -> people.row(id), found -> found.ifPresent(rows.selected()::set));
    }

    private void narrow(PersonFilter wish) {
        if (!wish.equals(filter.get())) {
            filter.set(wish);
            if (started) {
                apply();
            }
        }
    }

    private void apply() {
        rows.source(people.list(filter.get()));
        count();
    }

    private void count() {
        var wish = filter.get();
        counting.run(() -> people.facets(wish), this::counted);
    }

    private void counted(Map<PersonFacet, List<Facet>> counts) {
        var named = new EnumMap<PersonFacet, List<Facet>>(PersonFacet.class);
        counts.forEach((facet, values) -> named.put(facet, FacetWords.of(facet, values)));
        facets.set(named);
    }

    /** Whether a search or a facet hides rows. */
    boolean narrowed() {
        return !filter.get().equals(PersonFilter.ALL);
    }

    @Override
    public PagedRows<PersonRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<PersonFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /** What can be chosen, in a person's words. */
    ReadOnlyObjectProperty<Map<PersonFacet, List<Facet>>> facets() {
        return facets.getReadOnlyProperty();
    }
}
