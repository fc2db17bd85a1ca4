package dev.rackside.workspace.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Job;
import dev.rackside.row.Comparison;
import dev.rackside.text.Messages;
import dev.rackside.workspace.WorkspaceCopy;
import java.util.Locale;

/** How a copy ended that nobody cancelled. */
sealed interface CopyOutcome {

    record Compared(Comparison comparison) implements CopyOutcome {}

    record Failed(Problem problem) implements CopyOutcome {}

    /**
     * Does the work, which a person may cancel between two steps of it.
     *
     * @param replace whether what an earlier try left may be taken away
     */
    static CopyOutcome of(WorkspaceCopy copy, boolean replace, Job.Progress told) {
        try {
            return new Compared(copy.run(replace, (step, table, fraction) -> {
                told.check();
                told.at(fraction, Messages.get("workspace.copy.step." + step.name().toLowerCase(Locale.ROOT),
                        CopyLines.table(table)));
            }));
        } catch (Problem problem) {
            return new Failed(problem);
        }
    }
}
