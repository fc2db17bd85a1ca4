package dev.rackside.row;

import dev.rackside.fault.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do to each of many rows; nothing is written yet.
 *
 * @param items one for each row that is there, in the order that was asked for
 * @param gone how many rows aren't there any more
 * @param names what the rows of other lists are called that the drafts refer to, as far as the change touches them
 */
public record BulkPlan<D extends Record>(List<Item<D>> items, int gone, Map<UUID, String> names) {

    public BulkPlan {
        items = List.copyOf(items);
        names = Map.copyOf(names);
    }

    /**
     * One row.
     *
     * @param row as it was loaded
     * @param after as it would be
     * @param refused why it stays as it is; null where it will be written
     */
    public record Item<D extends Record>(Versioned<D> row, D after, @Nullable Violation refused) {

        /** What differs before and after, in the draft's order. */
        @SuppressWarnings("unchecked")
        public List<Difference> differences() {
            var type = new DraftRecord<>((Class<D>) after.getClass());
            var before = type.values(row.draft());
            var then = type.values(after);
            var differences = new ArrayList<Difference>();
            for (var component : type.names()) {
                if (!Objects.equals(before.get(component), then.get(component))) {
                    differences.add(new Difference(component, before.get(component), then.get(component)));
                }
            }
            return differences;
        }
    }

    /** A component that changes. */
    public record Difference(String component, @Nullable Object before, @Nullable Object after) {}

    /** The rows that will be written. */
    public List<Item<D>> writable() {
        return items.stream().filter(item -> item.refused() == null).toList();
    }
}
