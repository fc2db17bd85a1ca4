package dev.rackside.session.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.ListModel;
import dev.rackside.fx.PagedRows;
import dev.rackside.fx.Slot;
import dev.rackside.row.Choice;
import dev.rackside.row.Facet;
import dev.rackside.session.WorkFacet;
import dev.rackside.session.WorkFilter;
import dev.rackside.session.WorkRow;
import dev.rackside.session.WorkService;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The list of work items: what narrows it, its rows, and how many there would be of each value. */
final class WorkListViewModel implements ListModel<WorkRow> {

    private final WorkDoors doors;
    private final ObservableValue<@Nullable Choice> scope;
    private final PagedRows<WorkRow> rows;
    private final Slot counting;
    private final Slot revealing;
    private final Slot naming;
    private final ReadOnlyObjectWrapper<Map<WorkFacet, List<Facet>>> facets = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<WorkFilter> filter = new ReadOnlyObjectWrapper<>(WorkFilter.ALL);
    private final ReadOnlyObjectWrapper<@Nullable Choice> session = new ReadOnlyObjectWrapper<>();
    private boolean started;

    WorkListViewModel(Background background, WorkDoors doors, ObservableValue<@Nullable Choice> scope) {
        this.doors = doors;
        this.scope = scope;
        rows = new PagedRows<>(background, WorkService.DEFAULT_ORDER);
        counting = background.slot();
        revealing = background.slot();
        naming = background.slot();
        scope.addListener((_, _, _) -> showOnly(null));
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

    void choose(WorkFacet facet, Set<String> values) {
        narrow(filter.get().with(facet, values));
    }

    void allTags(boolean all) {
        narrow(filter.get().withAllTags(all));
    }

    /** Shows all of the scope again. */
    void clear() {
        narrow(WorkFilter.ALL);
    }

    private void narrow(WorkFilter wish) {
        if (!wish.equals(filter.get())) {
            filter.set(wish);
            apply();
        }
    }

    /** Shows the work items of one session. */
    void onlySession(UUID id) {
        naming.run(() -> doors.sessions().choice(id).orElseGet(() -> new Choice(id, id.toString())), this::showOnly);
    }

    /** Shows the work items of one session; null for those of all that the window is narrowed to. */
    void showOnly(@Nullable Choice one) {
        session.set(one);
        apply();
    }

    /** Selects a work item, also one that the list doesn't show. */
    void reveal(UUID id) {
        revealing.run(() -> doors.work().row(id), found -> found.ifPresent(rows.selected()::set));
    }

    private void apply() {
        if (started) {
            rows.source(doors.work().list(effective()));
            count();
        }
    }

    private void count() {
        var wish = effective();
        counting.run(() -> doors.work().facets(wish), this::counted, _ -> {
        });
    }

    private void counted(Map<WorkFacet, List<Facet>> counts) {
        var named = new EnumMap<WorkFacet, List<Facet>>(WorkFacet.class);
        counts.forEach((facet, values) -> named.put(facet,
                values.stream().map(value -> WorkWords.named(facet, value)).toList()));
        facets.set(named);
    }

    /** What is chosen here, within one session, or within what the whole window is narrowed to. */
    private WorkFilter effective() {
        var one = session.get();
        var client = scope.getValue();
        return one != null
                ? filter.get().withSession(one.id())
                : filter.get().withScope(client == null ? null : client.id());
    }

    @Override
    public PagedRows<WorkRow> rows() {
        return rows;
    }

    /** What can be chosen, in a person's words. */
    ReadOnlyObjectProperty<Map<WorkFacet, List<Facet>>> facets() {
        return facets.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<WorkFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /** The one session whose work items are shown, whatever the window is narrowed to; null for all. */
    ReadOnlyObjectProperty<@Nullable Choice> session() {
        return session.getReadOnlyProperty();
    }

    ObservableValue<@Nullable Choice> scope() {
        return scope;
    }
}
