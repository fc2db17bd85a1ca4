package dev.rackside.backup.ui;

import dev.rackside.backup.BackupType;
import dev.rackside.backup.BackupWords;
import dev.rackside.backup.RetentionRule;
import dev.rackside.backup.RetentionWords;
import dev.rackside.backup.ScheduleDraft;
import dev.rackside.backup.ScheduleFacet;
import dev.rackside.backup.ScheduleRow;
import dev.rackside.backup.Timetable;
import dev.rackside.backup.VerifyLevel;
import dev.rackside.fx.Badge;
import dev.rackside.fx.CodedBox;
import dev.rackside.row.Dependent;
import dev.rackside.row.Facet;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Schedules in a person's words; needs no toolkit. */
final class ScheduleWords {

    static final String VERIFY = "schedule.verify.";
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm",
            Locale.ENGLISH);

    private ScheduleWords() {
    }

    static Badge state(ScheduleRow row, Instant now) {
        return state(!row.enabled()
                ? ScheduleFacet.OFF
                : row.overdueAt(now) ? ScheduleFacet.OVERDUE : ScheduleFacet.ON);
    }

    static Badge state(String state) {
        var word = Messages.get("schedule.state." + state);
        return switch (state) {
            case ScheduleFacet.OVERDUE -> Badge.bad(word);
            case ScheduleFacet.ON -> Badge.good(word);
            default -> Badge.rest(word);
        };
    }

    /** "At 21:30"; an expression or a zone that is none stands for itself, said to be odd. */
    static String times(ScheduleRow row) {
        return row.times().map(ScheduleWords::times)
                .orElseGet(() -> Messages.get("schedule.odd-times", row.cronExpression(), row.timeZone()));
    }

    static String times(Timetable times) {
        var words = times.words();
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    /** "Sat 2026-11-28 21:30", in a zone. */
    static String moment(Instant moment, ZoneId zone) {
        return DAY_AND_TIME.format(moment.atZone(zone));
    }

    static String verify(Coded<VerifyLevel> level) {
        var text = level.text();
        return text == null || text.isBlank() ? Messages.get("schedule.missing") : CodedBox.word(level, VERIFY);
    }

    static List<Facet> facets(ScheduleFacet facet, List<Facet> values) {
        return values.stream().map(value -> value.labelled(switch (facet) {
            case TYPE -> BackupWords.type(Coded.of(BackupType.class, value.value()));
            case STATE -> Messages.get("schedule.state." + value.value());
            case VERIFY -> verify(Coded.of(VerifyLevel.class, value.value()));
            case ZONE -> value.value().isBlank() ? Messages.get("schedule.missing") : value.value();
        })).toList();
    }

    /** What becomes of the records of a schedule's backups. */
    static List<String> consequences(List<Dependent> dependents) {
        return dependents.stream().filter(dependent -> dependent.count() > 0)
                .map(dependent -> dependent.table().equals("backup_log")
                        ? Messages.get("schedule.delete.backups", dependent.count())
                        : Messages.get(dependent.deleted() ? "schedule.delete.goes" : "schedule.delete.stays",
                                dependent.count(), dependent.table().replace('_', ' ')))
                .toList();
    }

    /** Which of its backups are kept. */
    static String kept(ScheduleDraft draft) {
        return RetentionWords.rule(new RetentionRule(draft.retentionCount(), draft.retentionDays(),
                draft.retentionDaily(), draft.retentionWeekly(), draft.retentionMonthly(), ZoneOffset.UTC));
    }
}
