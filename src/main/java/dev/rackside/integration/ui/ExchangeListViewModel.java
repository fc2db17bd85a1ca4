package dev.rackside.integration.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.ListModel;
import dev.rackside.fx.PagedRows;
import dev.rackside.fx.Slot;
import dev.rackside.integration.ExchangeFacet;
import dev.rackside.integration.ExchangeFilter;
import dev.rackside.integration.ExchangeOutcome;
import dev.rackside.integration.ExchangeRow;
import dev.rackside.integration.ExchangeService;
import dev.rackside.row.Choice;
import dev.rackside.row.Facet;
import dev.rackside.text.Coded;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The log: what narrows it, its rows, and how many there would be of each value. */
final class ExchangeListViewModel implements ListModel<ExchangeRow> {

    private static final ExchangeFilter UNKNOWN = ExchangeFilter.ALL.with(ExchangeFacet.OUTCOME,
            Set.of(Coded.code(ExchangeOutcome.UNKNOWN)));

    private final ExchangeService exchanges;
    private final ObservableValue<@Nullable Choice> scope;
    private final ZoneId zone;
    private final PagedRows<ExchangeRow> rows;
    private final Slot counting;
    private final Slot countingClients;
    private final Slot revealing;
    private final Slot countingUnknown;
    private final ReadOnlyLongWrapper unknown = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<Map<ExchangeFacet, List<Facet>>> facets = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<ExchangeFilter> filter = new ReadOnlyObjectWrapper<>(ExchangeFilter.ALL);
    private boolean started;

    /** @param zone in which a person's days begin */
    ExchangeListViewModel(Background background, ExchangeService exchanges, ObservableValue<@Nullable Choice> scope,
            ZoneId zone) {
        this.exchanges = exchanges;
        this.scope = scope;
        this.zone = zone;
        rows = new PagedRows<>(background, ExchangeService.DEFAULT_ORDER);
        counting = background.slot();
        countingClients = background.slot();
        revealing = background.slot();
        countingUnknown = background.slot();
        filter.set(ExchangeFilter.ALL.withScope(idOf(scope.getValue())));
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

    void choose(ExchangeFacet facet, Set<String> values) {
        narrow(filter.get().with(facet, values));
    }

    /** Shows the days from one to another, both included; null for no limit. */
    void between(@Nullable LocalDate from, @Nullable LocalDate until) {
        narrow(filter.get().between(from == null ? null : from.atStartOfDay(zone).toInstant(),
                until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant()));
    }

    /** Shows all of the scope again. */
    void clear() {
        narrow(ExchangeFilter.ALL.withScope(filter.get().scope()));
    }

    /** Selects an exchange, wherever it stands in the log. */
    void reveal(UUID id) {
        revealing.run(() -> exchanges.row(id), found -> found.ifPresent(rows.selected()::set));
    }

    private void narrow(ExchangeFilter wish) {
        if (!wish.equals(filter.get())) {
            filter.set(wish);
            if (started) {
                apply();
            }
        }
    }

    private void apply() {
        rows.source(exchanges.list(filter.get()));
        count();
    }

    /** Clients are counted through the sessions, which takes longer: the others don't wait for them. */
    private void count() {
        var wish = filter.get();
        countingUnknown.run(() -> exchanges.unknown(wish.scope()), unknown::set, _ -> unknown.set(0));
        var others = EnumSet.complementOf(EnumSet.of(ExchangeFacet.CLIENT));
        counting.run(() -> exchanges.facets(wish, others), this::counted);
        if (wish.scope() == null) {
            countingClients.run(() -> exchanges.facets(wish, Set.of(ExchangeFacet.CLIENT)), this::counted);
        } else {
            countingClients.cancel();
        }
    }

    private void counted(Map<ExchangeFacet, List<Facet>> counts) {
        var named = new EnumMap<ExchangeFacet, List<Facet>>(ExchangeFacet.class);
        named.putAll(facets.get());
        counts.forEach((facet, values) -> named.put(facet, FacetWords.of(facet, values)));
        facets.set(named);
    }

    /** Shows those of which nobody knows the outcome, and of them all that the scope has. */
    void chooseUnknown() {
        narrow(UNKNOWN.withScope(filter.get().scope()));
    }

    /** How many of them there are. */
    ReadOnlyLongProperty unknown() {
        return unknown.getReadOnlyProperty();
    }

    /** Whether a search, a facet or a day hides rows. */
    boolean narrowed() {
        return filter.get().narrowed();
    }

    @Override
    public PagedRows<ExchangeRow> rows() {
        return rows;
    }

    ObservableValue<@Nullable Choice> scope() {
        return scope;
    }

    ReadOnlyObjectProperty<ExchangeFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    /** What can be chosen, in a person's words. */
    ReadOnlyObjectProperty<Map<ExchangeFacet, List<Facet>>> facets() {
        return facets.getReadOnlyProperty();
    }
}
