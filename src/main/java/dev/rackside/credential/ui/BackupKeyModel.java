package dev.rackside.credential.ui;

import dev.rackside.credential.BackupKeyService;
import dev.rackside.credential.BackupKeyService.Standing;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** How backups are encrypted, as the vault's page shows it. */
final class BackupKeyModel {

    private final BackupKeyService keys;
    private final Runnable changed;
    private final Slot reading;
    private final Slot acting;
    private final ReadOnlyObjectWrapper<@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    /** @param changed something was done that is remembered */
    BackupKeyModel(BackupKeyService keys, Background background, Runnable changed) {
        this.keys = keys;
        this.changed = changed;
        reading = background.slot();
        acting = background.slot();
    }

    void read() {
        reading.run(keys::standing, standing::set, problem::set);
    }

    /** Makes the first key, or the next. */
    void next() {
        act(keys::next);
    }

    void fetch() {
        act(keys::fetch);
    }

    void retire() {
        act(() -> {
            keys.retire();
            return true;
        });
    }

    private void act(Callable<?> work) {
        problem.set(null);
        acting.once(work, _ -> {
            read();
            changed.run();
        }, problem::set);
    }

    /** Null until it is known. */
    ReadOnlyObjectProperty<@Nullable Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** Why the last act failed; null where it didn't. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return acting.busy();
    }

    /** Where this workstation keeps the key in use; empty where none is. */
    String file() {
        var now = standing.get();
        return now == null
                ? ""
                : now.newest().map(name -> keys.file(name).toString()).orElse("");
    }
}
