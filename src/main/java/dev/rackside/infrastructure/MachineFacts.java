package dev.rackside.infrastructure;

import dev.rackside.row.Choice;
import dev.rackside.row.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A machine as its detail shows it.
 *
 * @param client null where it has none; one that is gone is named by its id
 * @param insights how many insights are of this machine
 */
public record MachineFacts(Versioned<MachineDraft> machine, @Nullable Choice client, long insights,
        @Nullable Instant createdAt, @Nullable Instant updatedAt) {}
