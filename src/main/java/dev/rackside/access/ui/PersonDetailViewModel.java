package dev.rackside.access.ui;

import dev.rackside.access.PeopleService;
import dev.rackside.access.PersonDetail;
import dev.rackside.access.PersonRow;
import dev.rackside.access.Trace;
import dev.rackside.access.Who;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.row.Dependent;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One person: what the list knows of them at once, the rest as soon as it is read; and what can be done with them. */
final class PersonDetailViewModel {

    private final PeopleService people;
    private final Supplier<Who> who;
    private final Slot reading;
    private final Slot acting;
    private final ReadOnlyObjectWrapper<@Nullable PersonRow> row = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable PersonDetail> detail = new ReadOnlyObjectWrapper<>();
    private Runnable onChanged = () -> {
    };

    /**
     * What stands against deleting a person, and what would go with them.
     *
     * @param traces where their name stands; none where they may be deleted
     */
    record Leaving(List<Trace> traces, List<Dependent> dependents) {}

    PersonDetailViewModel(Background background, PeopleService people, Supplier<Who> who) {
        this.people = people;
        this.who = who;
        reading = background.slot();
        acting = background.slot();
    }

    /** What happens when something was written, so that the list shows it. */
    void onChanged(Runnable act) {
        onChanged = act;
    }

    /** Shows a person; what is shown of the same one stays until it is read again. */
    void show(PersonRow shown) {
        var before = row.get();
        if (before == null || !before.id().equals(shown.id())) {
            detail.set(null);
        }
        row.set(shown);
        read(shown.id());
    }

    private void read(UUID id) {
        reading.run(() -> people.detail(id), detail::set, _ -> detail.set(null));
    }

    /** Whether this is the person at the workstation. */
    boolean isSelf() {
        var shown = row.get();
        var me = who.get();
        return shown != null && (shown.id().equals(me.id()) || shown.username().equalsIgnoreCase(me.username()));
    }

    void activate(boolean active) {
        change(id -> people.activate(id, active, who.get()));
    }

    void revoke(UUID token) {
        change(_ -> people.revoke(token));
    }

    private void change(Consumer<UUID> act) {
        var shown = row.get();
        if (shown != null) {
            acting.once(() -> {
                act.accept(shown.id());
                return shown;
            }, done -> {
                onChanged.run();
                read(done.id());
            });
        }
    }

    /** Looks what stands against deleting the person; then {@code ask} is called. */
    void beforeDelete(Consumer<Leaving> ask) {
        var shown = row.get();
        if (shown != null) {
            acting.run(() -> new Leaving(people.traces(shown.id()), people.dependents(shown.id())), ask);
        }
    }

    void delete(Runnable done) {
        var shown = row.get();
        if (shown != null) {
            acting.once(() -> {
                people.delete(shown.id(), who.get());
                return shown;
            }, _ -> done.run());
        }
    }

    ReadOnlyObjectProperty<@Nullable PersonRow> row() {
        return row.getReadOnlyProperty();
    }

    /** Null until it is read. */
    ReadOnlyObjectProperty<@Nullable PersonDetail> detail() {
        return detail.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return acting.busy();
    }

    /** Why it can't be read; null where it can. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return reading.problem();
    }

    void retry() {
        reading.retry();
    }
}
