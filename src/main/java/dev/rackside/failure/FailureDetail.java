package dev.rackside.failure;

import dev.rackside.row.Choice;
import dev.rackside.row.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure pattern as its detail shows it.
 *
 * @param client null where it holds everywhere; one that is gone is named by its id
 * @param machine null where it holds for every machine
 * @param insights the first of those that were learned from it, by title
 * @param insightCount how many were learned from it in all
 */
public record FailureDetail(Versioned<FailureDraft> pattern, @Nullable Choice client, @Nullable Choice machine,
        List<Choice> insights, long insightCount, @Nullable Instant createdAt, @Nullable Instant updatedAt) {

    public FailureDraft draft() {
        return pattern.draft();
    }
}
