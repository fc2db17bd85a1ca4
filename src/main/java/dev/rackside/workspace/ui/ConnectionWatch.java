package dev.rackside.workspace.ui;

import dev.rackside.fx.Alarm;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import dev.rackside.workspace.OpenWorkspace;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Looks every few seconds whether the database answers, and connects again by itself when it does. */
public final class ConnectionWatch {

    private static final Duration PERIOD = Duration.ofSeconds(5);

    private final OpenWorkspace workspace;
    private final Slot asking;
    private final Alarm alarm;
    private final ReadOnlyBooleanWrapper answering = new ReadOnlyBooleanWrapper(true);

    public ConnectionWatch(Background background, OpenWorkspace workspace) {
        this.workspace = workspace;
        this.asking = background.slot();
        this.alarm = background.every(PERIOD, this::ask);
    }

    /** Whether the database answered when it was asked last. */
    public ReadOnlyBooleanProperty answering() {
        return answering.getReadOnlyProperty();
    }

    private void ask() {
        if (!asking.isBusy()) {
            asking.<Instant>run(workspace::check, _ -> answering.set(true), _ -> answering.set(false));
        }
    }

    public void stop() {
        alarm.cancel();
        asking.cancel();
    }
}
