package dev.rackside.session;

import dev.rackside.text.Coded;
import dev.rackside.row.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A work item as the list shows it. What another program left out is null.
 *
 * @param sessionTitle null without a session, and where the session is gone
 * @param clientName the session's client; null where it has none, or that is gone
 * @param machine the host name; null without a machine, and where the machine is gone
 * @param tags their names, separated by commas; null where it has none
 */
public record WorkRow(UUID id, @Nullable String title, Coded<WorkCategory> category, Coded<WorkStatus> status,
        Coded<WorkPriority> priority, @Nullable UUID sessionId, @Nullable String sessionTitle,
        @Nullable LocalDate sessionDate, @Nullable UUID clientId, @Nullable String clientName,
        @Nullable UUID machineId, @Nullable String machine, @Nullable Integer estimatedMinutes,
        @Nullable Integer actualMinutes, @Nullable Instant completedAt, @Nullable String tags,
        @Nullable Instant createdAt, @Nullable Instant updatedAt) implements Row {

    /** As the list's query makes it. */
    public WorkRow(UUID id, @Nullable String title, @Nullable String category, @Nullable String status,
            @Nullable String priority, @Nullable UUID sessionId, @Nullable String sessionTitle,
            @Nullable LocalDate sessionDate, @Nullable UUID clientId, @Nullable String clientName,
            @Nullable UUID machineId, @Nullable String machine, @Nullable Integer estimatedMinutes,
            @Nullable Integer actualMinutes, @Nullable Instant completedAt, @Nullable String tags,
            @Nullable Instant createdAt, @Nullable Instant updatedAt) {
        this(id, title, Coded.of(WorkCategory.class, category), Coded.of(WorkStatus.class, status),
                Coded.of(WorkPriority.class, priority), sessionId, sessionTitle, sessionDate, clientId, clientName,
                machineId, machine, estimatedMinutes, actualMinutes, completedAt, tags, createdAt, updatedAt);
    }

    /** How urgent it is as a number, the most urgent highest, as the list's query has it; 0 where that is not known. */
    int urgency() {
        return switch (priority.known()) {
            case CRITICAL -> 4;
            case HIGH -> 3;
            case MEDIUM -> 2;
            case LOW -> 1;
            case null -> 0;
        };
    }
}
