package dev.rackside.ticket.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.ListModel;
import dev.rackside.fx.PagedRows;
import dev.rackside.fx.Slot;
import dev.rackside.row.Choice;
import dev.rackside.ticket.TicketFacets;
import dev.rackside.ticket.TicketFilter;
import dev.rackside.ticket.TicketRow;
import dev.rackside.ticket.TicketService;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The list of ticket links: what narrows it, its rows, and how many there would be of each value. */
final class TicketListViewModel implements ListModel<TicketRow> {

    /** The one session or client whose tickets are shown, whatever the window is narrowed to. */
    record Only(Choice choice, boolean session) {}

    private static final TicketFacets NO_FACETS = new TicketFacets(List.of(), List.of(), List.of(), List.of(),
            List.of());

    private final TicketDoors doors;
    private final ObservableValue<@Nullable Choice> scope;
    private final PagedRows<TicketRow> rows;
    private final Slot counting;
    private final Slot revealing;
    private final Slot naming;
    private final ReadOnlyObjectWrapper<TicketFacets> facets = new ReadOnlyObjectWrapper<>(NO_FACETS);
    private final ReadOnlyObjectWrapper<TicketFilter> filter = new ReadOnlyObjectWrapper<>(TicketFilter.ALL);
    private final ReadOnlyObjectWrapper<@Nullable Only> only = new ReadOnlyObjectWrapper<>();
    private boolean started;

    TicketListViewModel(Background background, TicketDoors doors, ObservableValue<@Nullable Choice> scope) {
        this.doors = doors;
        this.scope = scope;
        rows = new PagedRows<>(background, TicketService.DEFAULT_ORDER);
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

    void narrow(TicketFilter wish) {
        if (!wish.equals(filter.get())) {
            filter.set(wish);
            apply();
        }
    }

    /** Shows the tickets of one session. */
    void onlySession(UUID id) {
        naming.run(() -> doors.sessions().choice(id).orElseGet(() -> new Choice(id, id.toString())),
                found -> showOnly(new Only(found, true)));
    }

    /** Shows the tickets of one client. */
    void onlyClient(UUID id) {
        naming.run(() -> new Choice(id, Objects.requireNonNullElse(doors.clients().load(id).draft().name(), "")),
                found -> showOnly(new Only(found, false)));
    }

    /** Shows the tickets of one session or client; null for those of all that the window is narrowed to. */
    void showOnly(@Nullable Only wish) {
        only.set(wish);
        apply();
    }

    /** Selects a ticket link, also one that the list doesn't show. */
    void reveal(UUID id) {
        revealing.run(() -> doors.tickets().row(id), found -> found.ifPresent(rows.selected()::set));
    }

    private void apply() {
        if (started) {
            rows.source(doors.tickets().list(effective()));
            count();
        }
    }

    private void count() {
        var wish = effective();
        counting.run(() -> doors.tickets().facets(wish), facets::set, _ -> {
        });
    }

    /** What is chosen here, within one session or client, or within what the whole window is narrowed to. */
    private TicketFilter effective() {
        var wish = filter.get();
        var one = only.get();
        var client = one != null && !one.session() ? one.choice() : one == null ? scope.getValue() : null;
        return new TicketFilter(wish.text(), one != null && one.session() ? one.choice().id() : null,
                client == null ? wish.clients() : Set.of(client.id()), wish.systems(), wish.states(),
                wish.linkTypes(), wish.linkedBy());
    }

    @Override
    public PagedRows<TicketRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<TicketFacets> facets() {
        return facets.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<TicketFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Only> only() {
        return only.getReadOnlyProperty();
    }

    ObservableValue<@Nullable Choice> scope() {
        return scope;
    }
}
