package dev.rackside.session.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.row.Dependent;
import dev.rackside.session.SessionDraft;
import dev.rackside.session.SessionRow;
import dev.rackside.session.SessionService;
import dev.rackside.session.SessionTicket;
import dev.rackside.session.WorkItemRow;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One session: what the list knows of it at once, the rest as soon as it is read. */
final class SessionDetailViewModel {

    /** What the list doesn't know. */
    record More(SessionDraft draft, List<WorkItemRow> work, List<SessionTicket> tickets) {}

    private final SessionService sessions;
    private final Slot reading;
    private final Slot deleting;
    private final ReadOnlyObjectWrapper<@Nullable SessionRow> row = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable More> more = new ReadOnlyObjectWrapper<>();

    SessionDetailViewModel(Background background, SessionService sessions) {
        this.sessions = sessions;
        reading = background.slot();
        deleting = background.slot();
    }

    /** Shows a session; what is shown of the same one stays until it is read again. */
    void show(SessionRow shown) {
        var before = row.get();
        if (before == null || !before.id().equals(shown.id())) {
            more.set(null);
        }
        row.set(shown);
        var id = shown.id();
        reading.run(() -> new More(sessions.load(id).draft(), sessions.workItems(id), sessions.tickets(id)), more::set,
                _ -> more.set(null));
    }

    /** Counts what would go with the session; then {@code ask} is called. */
    void beforeDelete(Consumer<List<Dependent>> ask) {
        var shown = row.get();
        if (shown != null) {
            deleting.run(() -> sessions.dependents(shown.id()), ask);
        }
    }

    void delete(Runnable done) {
        var shown = row.get();
        if (shown != null) {
            deleting.once(() -> {
                sessions.delete(shown.id());
                return shown;
            }, _ -> done.run());
        }
    }

    ReadOnlyObjectProperty<@Nullable SessionRow> row() {
        return row.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable More> more() {
        return more.getReadOnlyProperty();
    }

    /** Why the rest can't be read; null where it can. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return reading.problem();
    }

    void retry() {
        reading.retry();
    }
}
