package dev.rackside.backup;

import dev.rackside.backup.BackupAlert.Kind;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells from one look at the backups to the next what happened. The first look tells what is wrong already: whoever
 * opens the window hears of a night that failed. What was told is not told again.
 */
public final class BackupAlerts {

    /** What is overdue, and under which subject it was told. */
    private final Map<UUID, String> overdue = new HashMap<>();
    private @Nullable UUID failedRun;
    private long failedLately = -1;

    /** What happened since the look before, worst first. */
    public List<BackupAlert> next(BackupSummary summary) {
        var alerts = new ArrayList<BackupAlert>();
        var last = summary.lastAttempt();
        var bad = last != null && last.bad();
        if (last != null && bad && !last.id().equals(failedRun)) {
            alerts.add(BackupAlert.failed(last));
        } else if (failedLately >= 0 && summary.failedLately() > failedLately) {
            // Not the newest: the proof of an older one, or a run that another workstation gave up.
            alerts.add(new BackupAlert(Kind.FAILED, "failures:" + summary.failedLately(),
                    Messages.get("backup.alert.more", summary.failedLately() - failedLately)));
        }
        overdue(summary, alerts);
        if (last != null && !bad && failedRun != null) {
            alerts.add(BackupAlert.back(BackupAlert.subjectOf(failedRun), last));
        }
        failedRun = last == null || !bad ? null : last.id();
        failedLately = summary.failedLately();
        return alerts;
    }

    private void overdue(BackupSummary summary, List<BackupAlert> alerts) {
        var now = new HashMap<UUID, String>();
        summary.overdue().forEach(schedule -> now.put(schedule.id(),
                overdue.getOrDefault(schedule.id(), BackupAlert.subjectOf(schedule))));
        for (var schedule : summary.overdue()) {
            if (!overdue.containsKey(schedule.id())) {
                alerts.add(BackupAlert.overdue(schedule));
            }
        }
        // One that was switched off or deleted isn't in time, it is gone: nothing came back.
        summary.schedules().stream().filter(each -> each.enabled() && overdue.containsKey(each.id())
                && !now.containsKey(each.id()))
                .forEach(each -> alerts.add(BackupAlert.inTime(overdue.getOrDefault(each.id(), ""), each)));
        overdue.clear();
        overdue.putAll(now);
    }
}
