package dev.rackside.credential.ui;

import dev.rackside.credential.VaultRecord;
import dev.rackside.credential.VaultRecord.Change;
import dev.rackside.credential.VaultRecord.Event;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What was done with the vault, and what is to be changed at the systems since somebody left. */
final class VaultRecordModel {

    /** More than anybody reads of what was done. */
    static final int NEWEST = 100;

    private final VaultRecord told;
    private final Slot reading;
    private final Slot leaving;
    private final ReadOnlyObjectWrapper<List<Change>> changes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Event>> events = new ReadOnlyObjectWrapper<>(List.of());

    VaultRecordModel(VaultRecord told, Background background) {
        this.told = told;
        reading = background.slot();
        leaving = background.slot();
    }

    private record Read(List<Change> changes, List<Event> events) {}

    void read() {
        reading.run(() -> new Read(told.changes(), told.events(NEWEST)), read -> {
            changes.set(read.changes());
            events.set(read.events());
        });
    }

    /** It is no longer told of, and stays as it is at its system. */
    void leave(Change change) {
        leaving.once(() -> {
            told.leave(change);
            return true;
        }, _ -> read());
    }

    /** All of what is to be changed, a line each, with tabs between: for a mail, or a spreadsheet. */
    String text() {
        return changes.get().stream().map(change -> String.join("\t", CredentialWords.name(change.name()),
                CredentialWords.system(change.system()), CredentialWords.place(change.place(), change.system())))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    ReadOnlyObjectProperty<List<Change>> changes() {
        return changes.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Event>> events() {
        return events.getReadOnlyProperty();
    }
}
