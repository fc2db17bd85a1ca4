package dev.rackside.session.ui;

import dev.rackside.fx.Badge;
import dev.rackside.fx.CodedBox;
import dev.rackside.fx.Spans;
import dev.rackside.fx.Zones;
import dev.rackside.row.Dependent;
import dev.rackside.session.SessionRow;
import dev.rackside.session.SessionStatus;
import dev.rackside.session.WorkItemRow;
import dev.rackside.session.WorkStatus;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sessions in a person's words. */
final class SessionWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private SessionWords() {
    }

    static Badge badge(Coded<SessionStatus> status) {
        var word = CodedBox.word(status, "session.status.");
        var known = status.known();
        if (known == null || status.odd()) {
            return Badge.warn(status.text() == null ? Messages.get("session.status.none") : word);
        }
        return switch (known) {
            case COMPLETED -> Badge.good(word);
            case IN_PROGRESS -> Badge.info(word);
            case BLOCKED -> Badge.bad(word);
            case PENDING -> Badge.rest(word);
        };
    }

    static Badge workBadge(Coded<WorkStatus> status) {
        var word = CodedBox.word(status, "session.work.status.");
        var known = status.known();
        if (known == null || status.odd()) {
            return Badge.warn(status.text() == null ? Messages.get("session.status.none") : word);
        }
        return switch (known) {
            case COMPLETED -> Badge.good(word);
            case IN_PROGRESS -> Badge.info(word);
            case BLOCKED -> Badge.bad(word);
            case PENDING, DEFERRED -> Badge.rest(word);
        };
    }

    /** The client's name; its id where it is gone. */
    static @Nullable String client(SessionRow row) {
        return row.clientName() != null ? row.clientName() : row.clientId() == null ? null : row.clientId().toString();
    }

    /** "1 h 40 min"; what makes no sense says so. */
    static @Nullable String duration(SessionRow row) {
        if (row.endsBeforeItStarts()) {
            return Messages.get("session.duration.odd");
        }
        var duration = row.duration();
        return duration == null ? null : Spans.text(duration);
    }

    static @Nullable String hours(@Nullable BigDecimal hours) {
        return hours == null ? null : hours.toPlainString();
    }

    /** From when to when, in the workstation's zone. */
    static @Nullable String time(@Nullable Instant start, @Nullable Instant end) {
        if (start == null && end == null) {
            return null;
        }
        return Messages.get("session.time", clock(start), clock(end));
    }

    private static String clock(@Nullable Instant moment) {
        return moment == null ? "…" : CLOCK.format(moment.atZone(Zones.shown()));
    }

    /** "Troubleshooting · 35 of 60 min". */
    static String line(WorkItemRow item) {
        var words = new ArrayList<String>();
        words.add(CodedBox.word(item.category(), "session.work.category."));
        words.add(minutes(item.actualMinutes(), item.estimatedMinutes()));
        words.removeIf(String::isBlank);
        return String.join(" · ", words);
    }

    /** "35 of 60 min"; empty where nobody said. */
    static String minutes(@Nullable Integer actual, @Nullable Integer estimated) {
        if (actual != null && estimated != null) {
            return Messages.get("session.work.minutes-of", actual, estimated);
        }
        return actual != null
                ? Messages.get("session.work.minutes", actual)
                : estimated != null ? Messages.get("session.work.minutes-estimated", estimated) : "";
    }

    /** The ticket system's name; its code where nobody knows it. */
    static String system(@Nullable String code) {
        var key = "ticket.system." + code;
        return code == null ? "" : Messages.has(key) ? Messages.get(key) : code;
    }

    /** What goes with a session, one sentence for each table. */
    static List<String> consequences(List<Dependent> dependents) {
        return dependents.stream().filter(dependent -> dependent.count() > 0).map(dependent -> Messages.get(
                dependent.deleted() ? "session.delete.goes" : "session.delete.stays", dependent.count(),
                table(dependent))).toList();
    }

    private static String table(Dependent dependent) {
        var key = "table." + dependent.table();
        return Messages.has(key) ? Messages.get(key, dependent.count()) : dependent.table().replace('_', ' ');
    }
}
