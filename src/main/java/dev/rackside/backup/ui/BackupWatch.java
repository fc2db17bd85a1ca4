package dev.rackside.backup.ui;

import dev.rackside.backup.BackupAlert;
import dev.rackside.backup.BackupAlerts;
import dev.rackside.backup.BackupHealth;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.BackupSummary;
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
    private final Consumer<BackupAlert> alert;
    private final BackupAlerts alerts = new BackupAlerts();

    /**
     * Looks from now on; both are called on the screen thread.
     *
     * @param tell gets how the backups stand, after each look
     * @param alert gets what happened since the look before
     */
    public BackupWatch(BackupService backups, Background background, Consumer<BackupHealth> tell,
            Consumer<BackupAlert> alert) {
        this.backups = backups;
        this.tell = tell;
        this.alert = alert;
        looking = background.slot();
        alarm = background.watch(PERIOD, this::look);
    }

    /** Looks now. */
    public void look() {
        // While the server is away the window says so by itself; the dot stays as it is.
        looking.run(backups::summary, this::seen, _ -> {
        });
    }

    private void seen(BackupSummary summary) {
        tell.accept(BackupHealth.of(summary));
        alerts.next(summary).forEach(alert);
    }

    /** No more looks; a look that is under way isn't told any more. */
    public void stop() {
        alarm.cancel();
        looking.cancel();
    }
}
