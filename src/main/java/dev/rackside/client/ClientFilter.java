package dev.rackside.client;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the list of clients is narrowed by.
 *
 * @param text what the search box says; null or blank for all
 * @param types codes of {@link ClientType}, or texts that stand in the rows; empty for all
 * @param active null for all
 */
public record ClientFilter(@Nullable String text, Set<String> types, @Nullable Boolean active) {

    public static final ClientFilter ALL = new ClientFilter(null, Set.of(), null);

    public ClientFilter {
        types = Set.copyOf(types);
    }

    public ClientFilter withText(@Nullable String other) {
        return new ClientFilter(other, types, active);
    }

    public ClientFilter withTypes(Set<String> others) {
        return new ClientFilter(text, others, active);
    }

    public ClientFilter withActive(@Nullable Boolean other) {
        return new ClientFilter(text, types, other);
    }
}
