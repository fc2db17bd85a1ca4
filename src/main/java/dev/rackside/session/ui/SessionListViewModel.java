package dev.rackside.session.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.ListModel;
import dev.rackside.fx.PagedRows;
import dev.rackside.fx.Slot;
import dev.rackside.row.Choice;
import dev.rackside.session.SessionFacets;
import dev.rackside.session.SessionFilter;
import dev.rackside.session.SessionRow;
import dev.rackside.session.SessionService;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The list of sessions: what narrows it, its rows, and how many there would be of each value. */
final class SessionListViewModel implements ListModel<SessionRow> {

    private static final SessionFacets NO_FACETS = new SessionFacets(List.of(), List.of(), List.of(), List.of());

    private final SessionService sessions;
    private final ObservableValue<@Nullable Choice> scope;
    private final PagedRows<SessionRow> rows;
    private final Slot counting;
    private final Slot revealing;
    private final ReadOnlyObjectWrapper<SessionFacets> facets = new ReadOnlyObjectWrapper<>(NO_FACETS);
    private final ReadOnlyObjectWrapper<SessionFilter> filter = new ReadOnlyObjectWrapper<>(SessionFilter.ALL);
    private boolean started;

    SessionListViewModel(Background background, SessionService sessions, ObservableValue<@Nullable Choice> scope) {
        this.sessions = sessions;
        this.scope = scope;
        rows = new PagedRows<>(background, SessionService.DEFAULT_ORDER);
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

    void narrow(SessionFilter wish) {
        if (!wish.equals(filter.get())) {
            filter.set(wish);
            apply();
        }
    }

    /** Selects a session, also one that the list doesn't show. */
    void reveal(UUID id) {
        revealing.run(() -> sessions.row(id), found -> found.ifPresent(rows.selected()::set));
    }

    private void apply() {
        if (started) {
            rows.source(sessions.list(effective()));
            count();
        }
    }

    private void count() {
        var wish = effective();
        counting.run(() -> sessions.facets(wish), facets::set, _ -> {
        });
    }

    /** What is chosen here, within the client that the whole window is narrowed to. */
    private SessionFilter effective() {
        var client = scope.getValue();
        var wish = filter.get();
        return client == null
                ? wish
                : new SessionFilter(wish.text(), Set.of(client.id()), wish.statuses(), wish.technicians(),
                        wish.billable());
    }

    @Override
    public PagedRows<SessionRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<SessionFacets> facets() {
        return facets.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SessionFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    ObservableValue<@Nullable Choice> scope() {
        return scope;
    }

    /** The client that the window is narrowed to; null for all. */
    @Nullable
    UUID clientId() {
        var client = scope.getValue();
        return client == null ? null : client.id();
    }
}
