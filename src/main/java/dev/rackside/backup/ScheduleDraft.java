package dev.rackside.backup;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.text.Coded;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as a form edits it, with the rules that the form shows and the service checks.
 *
 * @param name unique
 * @param cronExpression six fields: second, minute, hour, day of the month, month, day of the week
 * @param timeZone the id of the zone in which these are meant
 * @param targetDirectory an absolute path on the computer that takes the backups
 * @param retentionCount how many are kept; null for any number
 * @param retentionDays how long each is kept; null for ever
 * @param retentionDaily of how many days the newest is kept whatever these two say; null for none
 * @param retentionWeekly of how many weeks
 * @param retentionMonthly of how many months
 * @param missedAfterMinutes how late a run may be before it counts as missed
 */
public record ScheduleDraft(@Nullable String name, Coded<BackupType> type, @Nullable String cronExpression,
        @Nullable String timeZone, @Nullable String targetDirectory, @Nullable Integer retentionCount,
        @Nullable Integer retentionDays, @Nullable Integer retentionDaily, @Nullable Integer retentionWeekly,
        @Nullable Integer retentionMonthly, Coded<VerifyLevel> verifyLevel, @Nullable Boolean enabled,
        @Nullable Integer missedAfterMinutes) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EXPRESSION = 100;
    private static final int LONGEST_ZONE = 64;
    private static final int LONGEST_DIRECTORY = 1_000;
    private static final int MOST_KEPT = 100_000;
    private static final int YEAR_OF_MINUTES = 366 * 24 * 60;
    private static final Pattern ABSOLUTE = Pattern.compile("(?s)(/|[A-Za-z]:[\\\\/]|\\\\\\\\[^\\\\]).*");

    /** What a new schedule starts from: every night, proved, kept for three months. */
    public static ScheduleDraft blank(String zone) {
        return new ScheduleDraft(null, Coded.of(BackupType.DAILY), "0 30 2 * * *", zone, null, 30, 90, null,
                null, null, Coded.of(VerifyLevel.COMPARE), true, 120);
    }

    /** The same under no name yet. */
    public ScheduleDraft copy() {
        return new ScheduleDraft(null, type, cronExpression, timeZone, targetDirectory, retentionCount, retentionDays,
                retentionDaily, retentionWeekly, retentionMonthly, verifyLevel, enabled, missedAfterMinutes);
    }

    /** The same, switched on or off. */
    public ScheduleDraft enabled(boolean on) {
        return new ScheduleDraft(name, type, cronExpression, timeZone, targetDirectory, retentionCount, retentionDays,
                retentionDaily, retentionWeekly, retentionMonthly, verifyLevel, on, missedAfterMinutes);
    }

    /** The rules that the draft breaks; none when it may be saved. */
    public List<Violation> violations() {
        var rules = new Rules().required("name", name).atMost("name", name, LONGEST_NAME)
                .required("type", type.text())
                .that(type.text() == null || type.known() != null, "type", "rule.unknown-value",
                        String.valueOf(type.text()))
                .required("cronExpression", cronExpression)
                .atMost("cronExpression", cronExpression, LONGEST_EXPRESSION)
                .required("timeZone", timeZone)
                .atMost("timeZone", timeZone, LONGEST_ZONE)
                .that(timeZone == null || timeZone.isBlank() || isZone(timeZone), "timeZone", "schedule.rule.zone",
                        String.valueOf(timeZone));
        expression(rules);
        return rules.required("targetDirectory", targetDirectory)
                .atMost("targetDirectory", targetDirectory, LONGEST_DIRECTORY)
                .that(targetDirectory == null || targetDirectory.isBlank()
                        || ABSOLUTE.matcher(targetDirectory).matches(), "targetDirectory", "schedule.rule.directory")
                .between("retentionCount", retentionCount, 1, MOST_KEPT)
                .between("retentionDays", retentionDays, 1, MOST_KEPT)
                .between("retentionDaily", retentionDaily, 1, MOST_KEPT)
                .between("retentionWeekly", retentionWeekly, 1, MOST_KEPT)
                .between("retentionMonthly", retentionMonthly, 1, MOST_KEPT)
                .required("verifyLevel", verifyLevel.text())
                .that(verifyLevel.text() == null || verifyLevel.known() != null, "verifyLevel", "rule.unknown-value",
                        String.valueOf(verifyLevel.text()))
                .that(enabled != null, "enabled", "rule.required")
                .that(missedAfterMinutes != null, "missedAfterMinutes", "rule.required")
                .between("missedAfterMinutes", missedAfterMinutes, 1, YEAR_OF_MINUTES)
                .violations();
    }

    private void expression(Rules rules) {
        if (cronExpression == null || cronExpression.isBlank()) {
            return;
        }
        var fault = Timetable.fault(cronExpression);
        if (fault.isPresent()) {
            rules.that(false, "cronExpression", "schedule.rule.cron", fault.get());
        } else {
            // A day that no year has, in a zone without surprises.
            rules.that(Timetable.of(cronExpression, "UTC")
                    .filter(times -> !times.next(Instant.parse("2026-01-01T00:00:00Z"), 1).isEmpty()).isPresent(),
                    "cronExpression", "schedule.rule.never");
        }
    }

    private static boolean isZone(String id) {
        try {
            ZoneId.of(id);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    /**
     * The rules that an edit breaks: what broke one before, and was left as it stood, may stay.
     *
     * @param before as it was loaded; null for a new schedule
     */
    public List<Violation> violationsSince(@Nullable ScheduleDraft before) {
        return before == null
                ? violations()
                : violations().stream().filter(each -> !before.violations().contains(each)).toList();
    }

    /**
     * When the next backup is due by it; null where it is off or says no time.
     *
     * @param now by the server's clock
     */
    @Nullable
    Instant nextRun(Instant now) {
        if (!Boolean.TRUE.equals(enabled) || cronExpression == null || timeZone == null) {
            return null;
        }
        return Timetable.of(cronExpression, timeZone).flatMap(times -> times.next(now, 1).stream().findFirst())
                .orElse(null);
    }

    /** Whether another draft says the same times. */
    boolean sameTimes(ScheduleDraft other) {
        return Objects.equals(cronExpression, other.cronExpression)
                && Objects.equals(timeZone, other.timeZone)
                && Objects.equals(enabled, other.enabled);
    }
}
