package dev.rackside.session;

import dev.rackside.row.Choice;
import dev.rackside.row.Row;
import dev.rackside.text.Coded;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A work item as its session's detail shows it. What another program left out is null.
 *
 * @param machines the machines it was done on, of either column; each once
 * @param oddMachines what stands where the list of machines should be, if it isn't one or names a machine that is gone;
 *     else null
 */
public record WorkItemRow(UUID id, @Nullable String title, @Nullable String description, Coded<WorkStatus> status,
        Coded<WorkCategory> category, Coded<WorkPriority> priority, @Nullable Integer estimatedMinutes,
        @Nullable Integer actualMinutes, List<Choice> machines, @Nullable String oddMachines) implements Row {}
