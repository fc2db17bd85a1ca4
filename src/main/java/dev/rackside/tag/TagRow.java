package dev.rackside.tag;

import dev.rackside.row.Row;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tag as the list shows it.
 *
 * @param color as it stands in the row, which need not be a colour
 * @param machines how many machines have it
 * @param workItems how many work items have it
 */
public record TagRow(UUID id, @Nullable String name, @Nullable String category, @Nullable String description,
        @Nullable String color, Long machines, Long workItems, @Nullable Instant updatedAt) implements Row {}
