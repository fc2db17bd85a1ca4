package dev.rackside.backup.notice;

import dev.rackside.backup.BackupAlert;
import dev.rackside.backup.BackupAlert.Kind;
import dev.rackside.backup.BackupRow;
import dev.rackside.backup.BackupSummary;
import dev.rackside.backup.Grade;
import dev.rackside.backup.ScheduleRow;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a channel has to tell, by how the backups stand and what the channel told before. It needs no memory of its
 * own: whichever workstation looks, and however often, comes to the same subjects. What came back and fails again is
 * another subject, so it is told again.
 */
final class Due {

    private static final String SCHEDULE = "schedule:";
    private static final String BACKUP = "backup:";
    /** A backup that failed when newer ones were good already: newer ones are no return of it. */
    private static final String OLD = "old-backup:";
    /** Between a subject and how often it failed. */
    private static final String EPISODE = "#";
    private static final int UUID_LENGTH = 36;

    private final BackupSummary summary;
    private final Set<Ledger.Told> told;
    private final List<BackupAlert> alerts = new ArrayList<>();

    private Due(BackupSummary summary, List<Ledger.Told> told) {
        this.summary = summary;
        this.told = new LinkedHashSet<>(told);
    }

    /**
     * What is to be told, worst first.
     *
     * @param failed what failed since the channel was set up, also where it isn't the newest
     * @param told what the channel told, the oldest first
     * @param find a backup by its id; empty where it is gone
     */
    static List<BackupAlert> of(BackupSummary summary, List<BackupRow> failed, List<Ledger.Told> told,
            Function<UUID, Optional<BackupRow>> find) {
        var due = new Due(summary, told);
        due.failures(failed);
        summary.overdue().forEach(schedule -> due.bad(BackupAlert.overdue(schedule)));
        due.backupsCameBack();
        due.oldOnesHold(find);
        due.schedulesCameBack();
        return due.alerts;
    }

    private void failures(List<BackupRow> failed) {
        var last = summary.lastAttempt();
        if (last != null && last.bad() && open(OLD + last.id()).isEmpty()) {
            bad(BackupAlert.failed(last));
        }
        for (var row : failed) {
            var known = told.stream().anyMatch(each -> plain(each.subject()).equals(BACKUP + row.id()));
            if (!known && (last == null || !row.id().equals(last.id()))) {
                bad(BackupAlert.failedBefore(row).about(OLD + row.id()));
            }
        }
    }

    private void bad(BackupAlert alert) {
        if (open(alert.subject()).isEmpty()) {
            var subject = alert.subject();
            for (var episode = 2; told.contains(new Ledger.Told(subject, Kind.BACK)); episode++) {
                subject = alert.subject() + EPISODE + episode;
            }
            alerts.add(alert.about(subject));
        }
    }

    /** The subject under which something was told to be wrong, and not to be back; of all its times. */
    private Optional<String> open(String subject) {
        return stillWrong(subject).stream().filter(each -> plain(each).equals(subject)).findFirst();
    }

    private List<String> stillWrong(String prefix) {
        return told.stream().filter(each -> each.kind() != Kind.BACK && each.subject().startsWith(prefix))
                .map(Ledger.Told::subject).filter(each -> !told.contains(new Ledger.Told(each, Kind.BACK))).toList();
    }

    private static String plain(String subject) {
        var at = subject.indexOf(EPISODE);
        return at < 0 ? subject : subject.substring(0, at);
    }

    /** Said once, whatever failed before: of the failures the last one is answered. */
    private void backupsCameBack() {
        var last = summary.lastAttempt();
        if (last == null || last.bad()) {
            return;
        }
        var failures = told.stream().filter(each -> each.kind() == Kind.FAILED && each.subject().startsWith(BACKUP))
                .map(Ledger.Told::subject).toList();
        if (!failures.isEmpty() && !told.contains(new Ledger.Told(failures.getLast(), Kind.BACK))) {
            alerts.add(BackupAlert.back(failures.getLast(), last));
        }
    }

    private void oldOnesHold(Function<UUID, Optional<BackupRow>> find) {
        for (var subject : stillWrong(OLD)) {
            find.apply(UUID.fromString(plain(subject).substring(OLD.length())))
                    .filter(row -> !row.bad() && row.grade() != Grade.UNCLEAR && row.grade() != Grade.NOT_VERIFIED)
                    .ifPresent(row -> alerts.add(BackupAlert.holds(subject, row)));
        }
    }

    private void schedulesCameBack() {
        for (var schedule : summary.schedules()) {
            var wrong = stillWrong(SCHEDULE + schedule.id() + ":");
            if (!wrong.isEmpty() && schedule.enabled() && !schedule.overdueAt(summary.readAt())
                    && cameSince(due(wrong.getLast()), schedule)) {
                alerts.add(BackupAlert.inTime(wrong.getLast(), schedule));
            }
        }
    }

    /** One that was switched off and on again isn't late, and nothing came all the same. */
    private boolean cameSince(Instant due, ScheduleRow schedule) {
        var run = schedule.lastRunAt();
        var newest = summary.newest();
        return (run != null && !run.isBefore(due))
                || (newest != null && Objects.requireNonNullElse(newest.startedAt(), Instant.MIN).isAfter(due));
    }

    private static Instant due(String subject) {
        try {
            return Instant.parse(plain(subject).substring(SCHEDULE.length() + UUID_LENGTH + 1));
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }

}
