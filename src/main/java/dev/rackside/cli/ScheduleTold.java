package dev.rackside.cli;

import dev.rackside.backup.ScheduleDetail;
import dev.rackside.backup.ScheduleDraft;
import dev.rackside.backup.SlotWords;
import dev.rackside.backup.Timetable;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A schedule in a terminal: in sentences, or as JSON. Times are those of this computer's zone. */
final class ScheduleTold {

    private static final int SHOWN = 5;

    private ScheduleTold() {
    }

    static String line(ScheduleDetail detail) {
        var draft = detail.draft();
        var last = detail.slots().stream().findFirst().map(SlotWords::outcome).orElse("-");
        return "%-24s  %-8s  %-20s  %-20s  %s".formatted(draft.name(), state(detail), when(detail.nextRunAt()),
                when(detail.lastRunAt()), last);
    }

    private static String state(ScheduleDetail detail) {
        if (!Boolean.TRUE.equals(detail.draft().enabled())) {
            return Messages.get("schedule.state.off");
        }
        return Messages.get(detail.overdue() ? "schedule.state.overdue" : "schedule.state.on");
    }

    private static String when(@Nullable Instant moment) {
        return moment == null ? "-" : SlotWords.moment(moment, ZoneId.systemDefault());
    }

    /** When a draft's backups are due: in words, and the next five times. */
    static void preview(Terminal terminal, ScheduleDraft draft, Instant now) {
        times(draft).ifPresent(times -> {
            terminal.say(Messages.get("cli.schedule.times", String.valueOf(draft.name()), times.words(),
                    times.zone().getId()));
            for (var next : next(draft, now)) {
                terminal.say("  " + SlotWords.moment(next, ZoneId.systemDefault()));
            }
        });
    }

    private static Optional<Timetable> times(ScheduleDraft draft) {
        return Timetable.of(String.valueOf(draft.cronExpression()), String.valueOf(draft.timeZone()));
    }

    private static List<Instant> next(ScheduleDraft draft, Instant now) {
        return times(draft).map(times -> times.next(now, SHOWN)).orElse(List.of());
    }

    static void add(ObjectNode told, ScheduleDraft draft, Instant now) {
        told.put("name", draft.name()).put("type", draft.type().text()).put("enabled", draft.enabled())
                .put("cron", draft.cronExpression()).put("timeZone", draft.timeZone())
                .put("directory", draft.targetDirectory()).put("verify", draft.verifyLevel().text())
                .put("words", times(draft).map(Timetable::words).orElse(null));
        var next = told.putArray("next");
        next(draft, now).forEach(moment -> next.add(moment.toString()));
    }

    static void add(ObjectNode told, ScheduleDetail detail) {
        add(told, detail.draft(), detail.readAt());
        told.put("id", detail.id().toString()).put("overdue", detail.overdue())
                .put("nextRunAt", text(detail.nextRunAt())).put("lastRunAt", text(detail.lastRunAt()))
                .put("lastBackup", detail.lastBackup() == null ? null : detail.lastBackup().id().toString());
        var slots = told.putArray("slots");
        for (var slot : detail.slots()) {
            slots.addObject().put("at", slot.slotAt().toString()).put("outcome", slot.outcome().text())
                    .put("held", slot.held()).put("holder", slot.holder()).put("reason", slot.reasonCode());
        }
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
