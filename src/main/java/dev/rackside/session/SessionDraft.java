package dev.rackside.session;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.text.Coded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as a form edits it, with the rules that the form shows and the service checks.
 *
 * @param title null only in rows of other programs; a save needs one
 * @param date the day it is booked on, in the technician's calendar; null only in rows of other programs
 * @param billable null only in rows of other programs
 * @param billableHours hours with two places
 */
public record SessionDraft(@Nullable String title, @Nullable UUID clientId, @Nullable LocalDate date,
        @Nullable Instant start, @Nullable Instant end, Coded<SessionStatus> status, @Nullable String technician,
        @Nullable Boolean billable, @Nullable BigDecimal billableHours, @Nullable String summary,
        @Nullable String notes) {

    /** More than a person can work in a session, less than the column holds. */
    public static final BigDecimal MOST_HOURS = new BigDecimal("9999.99");

    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2099, 12, 31);

    /** What a new session starts from: now, by this technician, for this client. */
    public static SessionDraft blank(@Nullable UUID clientId, String technician, LocalDate today, Instant now) {
        return new SessionDraft(null, clientId, today, now, null, Coded.of(SessionStatus.IN_PROGRESS), technician,
                false, null, null, null);
    }

    /** The same session under another title. */
    public SessionDraft titled(String words) {
        return new SessionDraft(words, clientId, date, start, end, status, technician, billable, billableHours, summary,
                notes);
    }

    /** The same work for a new session: nothing that belongs to the time it was done. */
    public SessionDraft copy(LocalDate today, Instant now) {
        return new SessionDraft(title, clientId, today, now, null, Coded.of(SessionStatus.IN_PROGRESS), technician,
                billable, null, summary, notes);
    }

    /** The rules that the draft breaks; none when it may be saved. */
    public List<Violation> violations() {
        return new Rules()
                .required("title", title)
                .atMost("title", title, 500)
                .required("date", date)
                .that(date == null || !(date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)), "date",
                        "session.rule.day", FIRST_DAY.toString(), LAST_DAY.toString())
                .storable("start", start)
                .storable("end", end)
                .that(start == null || end == null || !end.isBefore(start), "end", "session.rule.end-before-start")
                .that(start != null || end == null, "start", "session.rule.start-needed")
                .required("status", status.text())
                .that(status.text() == null || status.known() != null, "status", "rule.unknown-value",
                        String.valueOf(status.text()))
                .atMost("technician", technician, 255)
                .that(hoursInRange(), "billableHours", "session.rule.hours", "0", MOST_HOURS.toPlainString())
                .that(hoursInCents(), "billableHours", "session.rule.two-places")
                .fitsText("summary", summary)
                .fitsText("notes", notes)
                .violations();
    }

    private boolean hoursInRange() {
        return billableHours == null
                || (billableHours.signum() >= 0 && billableHours.compareTo(MOST_HOURS) <= 0);
    }

    private boolean hoursInCents() {
        return billableHours == null || billableHours.stripTrailingZeros().scale() <= 2;
    }
}
