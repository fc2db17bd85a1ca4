package dev.rackside.client.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.client.ClientFacts;
import dev.rackside.client.ClientRow;
import dev.rackside.client.ClientService;
import dev.rackside.row.Dependent;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One client: what the list knows of it at once, the rest as soon as it is read. */
final class ClientDetailViewModel {

    private final ClientService clients;
    private final Slot reading;
    private final Slot deleting;
    private final ReadOnlyObjectWrapper<@Nullable ClientRow> row = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ClientFacts> facts = new ReadOnlyObjectWrapper<>();

    ClientDetailViewModel(Background background, ClientService clients) {
        this.clients = clients;
        reading = background.slot();
        deleting = background.slot();
    }

    /** Shows a client; what is shown of the same one stays until it is read again. */
    void show(ClientRow shown) {
        var before = row.get();
        if (before == null || !before.id().equals(shown.id())) {
            facts.set(null);
        }
        row.set(shown);
        reading.run(() -> clients.facts(shown.id()), facts::set, _ -> facts.set(null));
    }

    /** Counts what would go with the client; then {@code ask} is called. */
    void beforeDelete(Consumer<List<Dependent>> ask) {
        var shown = row.get();
        if (shown != null) {
            deleting.run(() -> clients.dependents(shown.id()), ask);
        }
    }

    void delete(Runnable done) {
        var shown = row.get();
        if (shown != null) {
            deleting.once(() -> {
                clients.delete(shown.id());
                return shown;
            }, _ -> done.run());
        }
    }

    ReadOnlyObjectProperty<@Nullable ClientRow> row() {
        return row.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ClientFacts> facts() {
        return facts.getReadOnlyProperty();
    }

    /** Why the rest can't be read; null where it can. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return reading.problem();
    }

    void retry() {
        reading.retry();
    }
}
