package dev.rackside;

import dev.rackside.backup.Clockwork;
import dev.rackside.backup.SlotNotice;
import dev.rackside.backup.Workshop;
import dev.rackside.fx.Background;
import dev.rackside.workspace.OpenWorkspace;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the schedules of the workspace that is open. It goes on while screens are made anew, so that a backup isn't given
 * up for a larger text.
 */
final class Timekeeper {

    private final Background background;
    private final Consumer<SlotNotice> told;
    private @Nullable Clockwork clockwork;

    /** @param told hears on the screen thread what happens */
    Timekeeper(Background background, Consumer<SlotNotice> told) {
        this.background = background;
        this.told = told;
    }

    void start(OpenWorkspace workspace, Workshop workshop) {
        var fresh = new Clockwork(workspace.database(), workshop, () -> workspace.who().username(),
                notice -> background.onScreen(() -> told.accept(notice))).start();
        // A local server must not stop under a backup that is being put away.
        workspace.beforeStop(fresh::close);
        clockwork = fresh;
    }

    /** Ends it and returns at once: what is under way is cancelled and cleans up after itself. */
    void stop() {
        if (clockwork != null) {
            clockwork.stop();
        }
        clockwork = null;
    }
}
