package dev.rackside.ticket.ui;

import dev.rackside.row.Choice;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the clients and sessions that a form refers to are called; learned as they are read or picked. */
final class TicketNames {

    private final TicketDoors doors;
    private final Map<UUID, Choice> known = new ConcurrentHashMap<>();

    TicketNames(TicketDoors doors) {
        this.doors = doors;
    }

    /** Its name, or its id while nobody knows it. */
    Choice of(UUID id) {
        return known.getOrDefault(id, new Choice(id, id.toString()));
    }

    @Nullable
    Object idOf(@Nullable Choice picked) {
        if (picked == null) {
            return null;
        }
        known.put(picked.id(), picked);
        return picked.id();
    }

    void learn(@Nullable Choice choice) {
        idOf(choice);
    }

    /** Reads the names of a session and its client; returns the client. Not on the screen thread. */
    @Nullable
    Choice learnSession(@Nullable UUID sessionId) {
        if (sessionId == null) {
            return null;
        }
        doors.sessions().choice(sessionId).ifPresent(this::learn);
        var client = doors.sessions().clientOf(sessionId).orElse(null);
        learn(client);
        return client;
    }

    /** Reads the names that a ticket link's row shows. Not on the screen thread. */
    void learnLink(UUID linkId) {
        doors.tickets().row(linkId).ifPresent(row -> {
            if (row.clientId() != null && row.clientName() != null) {
                learn(new Choice(row.clientId(), row.clientName()));
            }
            learnSession(row.sessionId());
        });
    }
}
