package dev.rackside.backup.ui;

import dev.rackside.backup.BackupHealth;
import dev.rackside.backup.BackupService;
import dev.rackside.fx.Alarm;
import dev.rackside.fx.Background;
import dev.rackside.fx.Slot;
import java.time.Duration;
import java.util.function.Consumer;

/** Looks every few minutes how the backups stand, for as long as a workspace is open. */
public final class BackupWatch {

    private static final Duration PERIOD = Duration.ofMinutes(2);

    private final BackupService backups;
    private final Slot looking;
    private final Alarm alarm;
    private final Consumer<BackupHealth> tell;

    /** Looks at once and from then on; {@code tell} is called on the screen thread. */
    public BackupWatch(BackupService backups, Background background, Consumer<BackupHealth> tell) {
        this.backups = backups;
        this.tell = tell;
        looking = background.slot();
        alarm = background.every(PERIOD, this::look);
        look();
    }

    private void look() {
        // While the server is away the window says so by itself; the dot stays as it is.
        looking.run(backups::health, tell, _ -> {
        });
    }

    /** No more looks; a look that is under way isn't told any more. */
    public void stop() {
        alarm.cancel();
        looking.cancel();
    }
}
