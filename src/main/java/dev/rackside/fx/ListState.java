package dev.rackside.fx;

import dev.rackside.row.Order;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person made of a list, as it is remembered. What a later or an earlier version knows and this one doesn't is
 * ignored: a column that is gone, a value that no row has.
 *
 * @param columns in the order in which they are shown; empty for as the program has them
 * @param sort null for as the program has it
 * @param filter what the list was narrowed by when it was last shown
 * @param saved what a person gave a name
 */
public record ListState(List<Shown> columns, @Nullable Order sort, Narrowing filter, List<Named> saved) {

    public static final ListState UNTOUCHED = new ListState(List.of(), null, Narrowing.NONE, List.of());

    public ListState {
        columns = columns == null ? List.of() : List.copyOf(columns);
        filter = Objects.requireNonNullElse(filter, Narrowing.NONE);
        saved = saved == null ? List.of() : List.copyOf(saved);
    }

    /**
     * A column.
     *
     * @param shown what the person wants; a narrow window hides some of what is wanted
     * @param width in pixels at 100 %; 0 where the person never changed it
     */
    public record Shown(String name, boolean shown, double width) {

        public Shown {
            Objects.requireNonNull(name);
        }
    }

    /**
     * What narrows a list: the words in its search box, and what is chosen in its facets.
     *
     * @param chosen the values chosen of a facet, by the facet's {@code fx:id}; none for any
     * @param all the facets of which a row must have all that is chosen, where one would do otherwise
     */
    public record Narrowing(String text, Map<String, Set<String>> chosen, Set<String> all) {

        public static final Narrowing NONE = new Narrowing("", Map.of(), Set.of());

        public Narrowing {
            text = Objects.requireNonNullElse(text, "");
            chosen = chosen == null ? Map.of() : Map.copyOf(chosen);
            all = all == null ? Set.of() : Set.copyOf(all);
        }
    }

    /** What narrows a list, under the name that a person gave it. */
    public record Named(String name, Narrowing filter) {

        public Named {
            Objects.requireNonNull(name);
            filter = Objects.requireNonNullElse(filter, Narrowing.NONE);
        }
    }
}
