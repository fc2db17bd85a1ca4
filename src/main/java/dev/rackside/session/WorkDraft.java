package dev.rackside.session;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A work item as a form edits it, with the rules that the form shows and the service checks.
 *
 * @param sessionId the session that it was done in; null only in rows of other programs
 * @param priority without a text where nobody gave one
 * @param machineId a machine of the session's client
 * @param estimatedMinutes whole minutes
 * @param actualMinutes whole minutes
 * @param completedAt filled by the server's clock where a completed item has none
 */
public record WorkDraft(@Nullable UUID sessionId, @Nullable String title, @Nullable String description,
        Coded<WorkCategory> category, Coded<WorkStatus> status, Coded<WorkPriority> priority,
        @Nullable UUID machineId, @Nullable Integer estimatedMinutes, @Nullable Integer actualMinutes,
        @Nullable Instant completedAt) {

    private static final int TITLE = 500;
    private static final int MOST_MINUTES = 100_000;

    /** What a new work item starts from. */
    public static WorkDraft blank(@Nullable UUID sessionId) {
        return new WorkDraft(sessionId, "", null, Coded.of(WorkCategory.class, null), Coded.of(WorkStatus.IN_PROGRESS),
                Coded.of(WorkPriority.MEDIUM), null, null, null, null);
    }

    /** The same work to be done once more. */
    public WorkDraft copy() {
        return new WorkDraft(sessionId, title, description, category, Coded.of(WorkStatus.PENDING), priority, machineId,
                estimatedMinutes, null, null);
    }

    /** The rules that the draft breaks by itself; whose machine it may be, the service sees to. */
    public List<Violation> violations() {
        return new Rules()
                .required("sessionId", sessionId)
                .required("title", title)
                .atMost("title", title, TITLE)
                .fitsText("description", description)
                .required("category", category.text())
                .that(category.text() == null || category.known() != null, "category", "rule.unknown-value",
                        String.valueOf(category.text()))
                .that(status.known() != null, "status", "rule.unknown-value", String.valueOf(status.text()))
                .that(priority.text() == null || priority.known() != null, "priority", "rule.unknown-value",
                        String.valueOf(priority.text()))
                .between("estimatedMinutes", estimatedMinutes, 0, MOST_MINUTES)
                .between("actualMinutes", actualMinutes, 0, MOST_MINUTES)
                .violations();
    }

    /**
     * The rules that an edit breaks: what broke one before, and was left as it stood, may stay.
     *
     * @param before as it was loaded; null for a new work item
     */
    public List<Violation> violationsSince(@Nullable WorkDraft before) {
        return before == null
                ? violations()
                : violations().stream().filter(each -> !before.violations().contains(each)).toList();
    }

    /** The same, completed at a moment where it is completed and nobody said when. */
    WorkDraft completedBy(Instant now) {
        return status.known() == WorkStatus.COMPLETED && completedAt == null
                ? new WorkDraft(sessionId, title, description, category, status, priority, machineId, estimatedMinutes,
                        actualMinutes, now)
                : this;
    }
}
