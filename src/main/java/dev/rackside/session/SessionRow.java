package dev.rackside.session;

import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as the list shows it. What another program left out is null.
 *
 * @param clientName null without a client, and where the client is gone
 * @param seconds from start to end; null where one is missing, negative where another program mixed them up
 * @param tickets how many tickets are linked to it
 */
public record SessionRow(UUID id, @Nullable String title, @Nullable UUID clientId, @Nullable String clientName,
        @Nullable LocalDate date, @Nullable Instant start, @Nullable Instant end, @Nullable Long seconds,
        Coded<SessionStatus> status, @Nullable String technician, @Nullable Boolean billable,
        @Nullable BigDecimal billableHours, Long tickets) implements Row {

    /** As the list's query makes it. */
    public SessionRow(UUID id, @Nullable String title, @Nullable UUID clientId, @Nullable String clientName,
            @Nullable LocalDate date, @Nullable Instant start, @Nullable Instant end, @Nullable Number seconds,
            @Nullable String status, @Nullable String technician, @Nullable Boolean billable,
            @Nullable BigDecimal billableHours, Number tickets) {
        this(id, title, clientId, clientName, date, start, end, seconds == null ? null : seconds.longValue(),
                Coded.of(SessionStatus.class, status), technician, billable, billableHours, tickets.longValue());
    }

    /** How long it took; null where it isn't known or makes no sense. */
    public @Nullable Duration duration() {
        return seconds == null || seconds < 0 ? null : Duration.ofSeconds(seconds);
    }

    /** Whether another program wrote an end before the start. */
    public boolean endsBeforeItStarts() {
        return seconds != null && seconds < 0;
    }
}
