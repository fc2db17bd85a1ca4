package dev.rackside.backup;

import dev.rackside.backup.RetentionVerdict.Reason;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules of retention and what comes of them, as a person reads them. */
public final class RetentionWords {

    private RetentionWords() {
    }

    /** "The newest 30, for 90 days; the newest of 14 days, 8 weeks and 12 months". */
    public static String rule(RetentionRule rule) {
        if (rule.keepsAll()) {
            return Messages.get("schedule.kept.all");
        }
        var limits = limits(rule.count(), rule.days());
        if (!rule.hasPeriods()) {
            return limits;
        }
        var periods = periods(rule);
        return limits.isEmpty()
                ? Messages.get("backup.rule.periods", periods)
                : Messages.get("backup.rule.both", limits, periods);
    }

    private static String limits(@Nullable Integer count, @Nullable Integer days) {
        if (count == null) {
            return days == null ? "" : Messages.get("schedule.kept.days", days);
        }
        return days == null
                ? Messages.get("schedule.kept.count", count)
                : Messages.get("schedule.kept.both", count,
                        days);
    }

    private static String periods(RetentionRule rule) {
        var parts = new ArrayList<String>();
        if (rule.daily() != null) {
            parts.add(Messages.get("backup.rule.daily", rule.daily()));
        }
        if (rule.weekly() != null) {
            parts.add(Messages.get("backup.rule.weekly", rule.weekly()));
        }
        if (rule.monthly() != null) {
            parts.add(Messages.get("backup.rule.monthly", rule.monthly()));
        }
        return String.join(", ", parts);
    }

    /** "The newest; the newest of 2026-W48". */
    public static String reasons(RetentionVerdict verdict) {
        return verdict.reasons().stream().map(RetentionWords::reason).collect(Collectors.joining("; "));
    }

    private static String reason(Reason reason) {
        var key = "backup.keep." + key(reason.kind());
        return reason.detail().isEmpty() ? Messages.get(key) : Messages.get(key, reason.detail());
    }

    /** How a file stands that goes. */
    public static String state(PruneState state) {
        return Messages.get("backup.file." + key(state));
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
