package dev.rackside.integration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rule of retention would remove from the log.
 *
 * @param asOf the server's clock when it was looked up; what becomes old enough later isn't meant
 * @param parts by system, most first
 */
public record RetentionPlan(Instant asOf, List<Part> parts) {

    /**
     * What it would remove of one system's.
     *
     * @param system as it stands in the rows; null where they name none
     */
    public record Part(@Nullable String system, long count, Instant oldest, Instant newest) {}

    public RetentionPlan {
        parts = List.copyOf(parts);
    }

    public long count() {
        return parts.stream().mapToLong(Part::count).sum();
    }
}
