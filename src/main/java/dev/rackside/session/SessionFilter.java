package dev.rackside.session;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list of sessions is narrowed by.
 *
 * @param text what the search box says; null or blank for all
 * @param clients empty for all
 * @param statuses codes of {@link SessionStatus}, or texts that stand in the rows; empty for all
 * @param technicians names as they stand in the rows; empty for all
 * @param billable null for all
 */
public record SessionFilter(@Nullable String text, Set<UUID> clients, Set<String> statuses, Set<String> technicians,
        @Nullable Boolean billable) {

    public static final SessionFilter ALL = new SessionFilter(null, Set.of(), Set.of(), Set.of(), null);

    SessionFilter withoutClients() {
        return new SessionFilter(text, Set.of(), statuses, technicians, billable);
    }

    SessionFilter withoutStatuses() {
        return new SessionFilter(text, clients, Set.of(), technicians, billable);
    }

    SessionFilter withoutTechnicians() {
        return new SessionFilter(text, clients, statuses, Set.of(), billable);
    }

    SessionFilter withoutBillable() {
        return new SessionFilter(text, clients, statuses, technicians, null);
    }
}
