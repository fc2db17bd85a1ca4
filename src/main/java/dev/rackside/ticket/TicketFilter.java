package dev.rackside.ticket;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the list of ticket links is narrowed by. Empty sets stand for all.
 *
 * @param text what the search box says; null or blank for all
 * @param session only the tickets of this session; null for all
 * @param systems codes of {@link TicketSystem}, or texts that stand in the rows
 * @param states codes of {@link TicketState}, derived from the vendor's words where the row has none
 * @param linkTypes codes of {@link LinkType}, or texts that stand in the rows
 * @param linkedBy names as they stand in the rows
 */
public record TicketFilter(@Nullable String text, @Nullable UUID session, Set<UUID> clients, Set<String> systems,
        Set<String> states, Set<String> linkTypes, Set<String> linkedBy) {

    public static final TicketFilter ALL = new TicketFilter(null, null, Set.of(), Set.of(), Set.of(), Set.of(),
            Set.of());

    TicketFilter withoutClients() {
        return new TicketFilter(text, session, Set.of(), systems, states, linkTypes, linkedBy);
    }

    TicketFilter withoutSystems() {
        return new TicketFilter(text, session, clients, Set.of(), states, linkTypes, linkedBy);
    }

    TicketFilter withoutStates() {
        return new TicketFilter(text, session, clients, systems, Set.of(), linkTypes, linkedBy);
    }

    TicketFilter withoutLinkTypes() {
        return new TicketFilter(text, session, clients, systems, states, Set.of(), linkedBy);
    }

    TicketFilter withoutLinkedBy() {
        return new TicketFilter(text, session, clients, systems, states, linkTypes, Set.of());
    }
}
