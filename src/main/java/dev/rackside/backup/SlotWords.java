package dev.rackside.backup;

import dev.rackside.text.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Slots in a person's words. */
public final class SlotWords {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm",
            Locale.ENGLISH);

    private SlotWords() {
    }

    /** "Sat 2026-11-28 21:30", in a zone. */
    public static String moment(Instant moment, ZoneId zone) {
        return DAY_AND_TIME.format(moment.atZone(zone));
    }

    /** When it was due, in the schedule's own zone. */
    static String moment(Claim.Mine mine) {
        var plan = mine.plan();
        ZoneId zone = Timetable.of(String.valueOf(plan.cronExpression()), String.valueOf(plan.timeZone()))
                .map(Timetable::zone).orElse(ZoneOffset.UTC);
        return moment(mine.at(), zone);
    }

    static String sentence(SlotNotice.Kind kind, Object... arguments) {
        return Messages.get("schedule.notice." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), arguments);
    }

    /** What became of a slot, and by whom: "succeeded", "running on ana-pc #4711". */
    public static String outcome(SlotRow slot) {
        var outcome = slot.outcome().known();
        if (outcome == null) {
            return String.valueOf(slot.outcome().text());
        }
        var holder = String.valueOf(slot.holder());
        if (outcome == SlotOutcome.RUNNING) {
            return Messages.get(slot.held() ? "schedule.slot.running" : "schedule.slot.left", holder);
        }
        var reason = BackupWords.reason(slot.reasonCode());
        var word = Messages.get("schedule.slot." + outcome.name().toLowerCase(Locale.ROOT), holder);
        return reason.isEmpty() ? word : word + ": " + reason;
    }
}
