package dev.rackside.tag;

import dev.rackside.row.Versioned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tag as its detail shows it.
 *
 * @param machines how many machines have it
 * @param workItems how many work items have it
 */
public record TagDetail(Versioned<TagDraft> tag, long machines, long workItems, @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    public TagDraft draft() {
        return tag.draft();
    }
}
