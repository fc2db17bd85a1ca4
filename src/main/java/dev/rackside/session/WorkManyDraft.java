package dev.rackside.session;

import dev.rackside.row.Choice;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A work item as many are edited at once: what can be set in all of them, and its tags.
 *
 * @param work the work item as it was loaded
 * @param completedAt follows from the status
 * @param tags in the order of their names
 */
public record WorkManyDraft(WorkDraft work, Coded<WorkStatus> status, Coded<WorkPriority> priority,
        @Nullable Instant completedAt, List<Choice> tags) {

    public WorkManyDraft {
        tags = List.copyOf(tags);
    }

    static WorkManyDraft of(WorkDraft work, List<Choice> tags) {
        return new WorkManyDraft(work, work.status(), work.priority(), work.completedAt(), tags);
    }

    /** The work item with what was set. */
    WorkDraft whole() {
        return new WorkDraft(work.sessionId(), work.title(), work.description(), work.category(), status, priority,
                work.machineId(), work.estimatedMinutes(), work.actualMinutes(), completedAt);
    }

    WorkManyDraft completed(@Nullable Instant at) {
        return new WorkManyDraft(work, status, priority, at, tags);
    }
}
