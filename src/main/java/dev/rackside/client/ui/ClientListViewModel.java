package dev.rackside.client.ui;

import dev.rackside.client.ClientFacets;
import dev.rackside.client.ClientFilter;
import dev.rackside.client.ClientRow;
import dev.rackside.client.ClientService;
import dev.rackside.fx.Background;
import dev.rackside.fx.ListModel;
import dev.rackside.fx.PagedRows;
import dev.rackside.fx.Slot;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The list of clients: what narrows it, its rows, and how many there would be of each value. */
final class ClientListViewModel implements ListModel<ClientRow> {

    private final ClientService clients;
    private final PagedRows<ClientRow> rows;
    private final Slot counting;
    private final Slot revealing;
    private final ReadOnlyObjectWrapper<ClientFacets> facets = new ReadOnlyObjectWrapper<>(
            new ClientFacets(List.of(), List.of()));
    private final ReadOnlyObjectWrapper<ClientFilter> filter = new ReadOnlyObjectWrapper<>(ClientFilter.ALL);
    private boolean started;

    ClientListViewModel(Background background, ClientService clients) {
        this.clients = clients;
        rows = new PagedRows<>(background, ClientService.DEFAULT_ORDER);
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

    void narrow(ClientFilter wish) {
        if (!wish.equals(filter.get())) {
            filter.set(wish);
            apply();
        }
    }

    /** Selects a client, wherever it stands in the list. */
    void reveal(UUID id) {
        revealing.run(() -> clients.row(id), found -> found.ifPresent(rows.selected()::set));
    }

    private void apply() {
        if (started) {
            rows.source(clients.list(filter.get()));
            count();
        }
    }

    private void count() {
        var wish = filter.get();
        counting.run(() -> clients.facets(wish), facets::set, _ -> {
        });
    }

    @Override
    public PagedRows<ClientRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<ClientFacets> facets() {
        return facets.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ClientFilter> filter() {
        return filter.getReadOnlyProperty();
    }
}
