package dev.rackside.ticket;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What vendors' words for a status mean, where the vendor doesn't tell otherwise; accounts make up their own. */
public final class StateWords {

    private static final List<String> WAITING = List.of("waiting", "awaiting", "on hold", "pending");
    private static final List<String> CLOSED = List.of("closed", ">closed", "resolved", "complete", "invoiced",
            "cancel");

    private StateWords() {
    }

    /** Whatever is neither waiting nor closed is being worked on; no word at all is unknown. */
    public static TicketState of(@Nullable String status) {
        if (status == null || status.isBlank()) {
            return TicketState.UNKNOWN;
        }
        var word = status.strip().toLowerCase(Locale.ROOT);
        return CLOSED.stream().anyMatch(word::startsWith)
                ? TicketState.CLOSED
                : WAITING.stream().anyMatch(word::startsWith) ? TicketState.WAITING : TicketState.OPEN;
    }
}
