package dev.rackside.backup.ui;

import dev.rackside.backup.Anomaly;
import dev.rackside.backup.BackupHistory;
import dev.rackside.backup.BackupSummary;
import dev.rackside.fx.Age;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Bytes;
import dev.rackside.fx.Spans;
import dev.rackside.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about the backups that a person should know, worst first.
 *
 * @param backup of which it is said; null where it is of none alone
 * @param failures whether it leads to the list of what failed lately
 */
record HistoryPoint(Badge badge, @Nullable UUID backup, boolean failures) {

    /** More than these are a list, not a warning. */
    private static final int ANOMALIES = 6;

    static List<HistoryPoint> of(BackupHistory history) {
        var summary = history.summary();
        var points = new ArrayList<HistoryPoint>();
        var age = Age.by(Clock.fixed(summary.readAt(), ZoneOffset.UTC));
        for (var late : summary.overdue()) {
            points.add(about(Badge.bad(Messages.get("backup.point.overdue", late.name(), age.text(late.nextRunAt())))));
        }
        if (summary.failedLately() > 0) {
            points.add(new HistoryPoint(Badge.bad(Messages.get("backup.point.failed", summary.failedLately(),
                    BackupSummary.LATELY.toDays())), null, true));
        }
        history.anomalies().stream().limit(ANOMALIES)
                .forEach(each -> points.add(new HistoryPoint(Badge.warn(words(each)), each.backup(), false)));
        if (history.anomalies().size() > ANOMALIES) {
            points.add(about(Badge.warn(Messages.get("backup.point.more",
                    history.anomalies().size() - ANOMALIES))));
        }
        if (points.isEmpty()) {
            points.add(about(summary.lastAttempt() == null
                    ? Badge.rest(Messages.get("backup.health.none"))
                    : Badge.good(Messages.get("backup.point.none"))));
        }
        return points;
    }

    private static HistoryPoint about(Badge badge) {
        return new HistoryPoint(badge, null, false);
    }

    /** "2026-11-20 02:00: half the rows or fewer, 1,200 after 2,400". */
    static String words(Anomaly anomaly) {
        return Messages.get("backup.anomaly." + anomaly.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                BackupBadges.minute(anomaly.startedAt()), amount(anomaly, anomaly.is()),
                amount(anomaly, anomaly.was()));
    }

    private static String amount(Anomaly anomaly, long value) {
        return switch (anomaly.kind()) {
            case FEWER_ROWS -> String.format(Locale.ENGLISH, "%,d", value);
            case SMALLER, SAME_SIZE -> Bytes.text(value);
            case SLOWER -> Spans.text(Duration.ofMillis(value));
        };
    }
}
