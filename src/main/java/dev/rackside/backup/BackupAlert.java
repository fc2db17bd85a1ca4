package dev.rackside.backup;

import dev.rackside.text.Messages;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the backups since the last look, and that a person should hear of.
 *
 * @param subject what it happened to, the same whoever looks and whenever: a backup, or a schedule and when it was due;
 *     a return has the subject of what was wrong
 * @param sentence what happened
 */
public record BackupAlert(Kind kind, String subject, String sentence) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'")
            .withZone(ZoneOffset.UTC);

    /** What happened. */
    public enum Kind {
        /** A backup, or the proof of one, failed. */
        FAILED,
        /** A schedule's backup didn't come in time. */
        OVERDUE,
        /** What failed or was overdue is well again. */
        BACK
    }

    /** Whether somebody has to do something. */
    public boolean bad() {
        return kind != Kind.BACK;
    }

    /** The same about another subject. */
    public BackupAlert about(String other) {
        return new BackupAlert(kind, other, sentence);
    }

    public static String subjectOf(UUID backup) {
        return "backup:" + backup;
    }

    public static String subjectOf(ScheduleRow schedule) {
        return "schedule:" + schedule.id() + ":" + schedule.nextRunAt();
    }

    /** The newest run, or its proof, failed. */
    public static BackupAlert failed(BackupRow row) {
        return new BackupAlert(Kind.FAILED, subjectOf(row.id()),
                told(row, "backup.alert.proof", "backup.alert.failed", BackupWords.type(row.type())));
    }

    /** The same of one that isn't the newest: it says which. */
    public static BackupAlert failedBefore(BackupRow row) {
        return new BackupAlert(Kind.FAILED, subjectOf(row.id()), told(row, "backup.alert.old.proof",
                "backup.alert.old.failed", BackupWords.type(row.type()), minute(row.startedAt())));
    }

    private static String told(BackupRow row, String proof, String run, Object... arguments) {
        var key = row.grade() == Grade.FAILED && row.outcome().known() == BackupOutcome.SUCCEEDED ? proof : run;
        var sentence = Messages.get(key, arguments);
        var reason = BackupWords.reason(row.reasonCode());
        return reason.isEmpty() ? sentence : Messages.get("backup.alert.why", sentence, reason);
    }

    /** A schedule's backup didn't come. */
    public static BackupAlert overdue(ScheduleRow schedule) {
        return new BackupAlert(Kind.OVERDUE, subjectOf(schedule), Messages.get("backup.alert.overdue",
                schedule.name()));
    }

    /** @param row the newest run, which is well */
    public static BackupAlert back(String subject, BackupRow row) {
        return new BackupAlert(Kind.BACK, subject, Messages.get("backup.alert.back", BackupWords.type(row.type()),
                BackupWords.grade(row.grade())));
    }

    /** A backup whose proof failed holds after all. */
    public static BackupAlert holds(String subject, BackupRow row) {
        return new BackupAlert(Kind.BACK, subject, Messages.get("backup.alert.holds", BackupWords.type(row.type()),
                minute(row.startedAt()), BackupWords.grade(row.grade())));
    }

    public static BackupAlert inTime(String subject, ScheduleRow schedule) {
        return new BackupAlert(Kind.BACK, subject, Messages.get("backup.alert.in-time", schedule.name()));
    }

    private static String minute(@Nullable Instant moment) {
        return moment == null ? "?" : MINUTE.format(moment);
    }
}
