package dev.rackside.session.ui;

import dev.rackside.row.Choice;
import dev.rackside.session.WorkDraft;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the sessions and machines that a form refers to are called; learned as they are read or picked. */
final class WorkNames {

    private final WorkDoors doors;
    private final Map<UUID, Choice> known = new ConcurrentHashMap<>();

    WorkNames(WorkDoors doors) {
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

    /** Reads the names that a draft refers to; returns the draft. Not on the screen thread. */
    WorkDraft learn(WorkDraft draft) {
        var sessionId = draft.sessionId();
        if (sessionId != null) {
            doors.sessions().choice(sessionId).ifPresent(this::idOf);
        }
        var machineId = draft.machineId();
        if (machineId != null) {
            doors.machines().row(machineId)
                    .ifPresent(row -> idOf(new Choice(row.id(), Objects.requireNonNullElse(row.hostname(), ""))));
        }
        return draft;
    }
}
