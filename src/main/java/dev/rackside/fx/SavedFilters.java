package dev.rackside.fx;

import dev.rackside.fault.Rules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The filters of a list to which a person gave names, by name. */
final class SavedFilters {

    static final int LONGEST = 60;
    private static final Comparator<ListState.Named> BY_NAME = Comparator.comparing(ListState.Named::name,
            String.CASE_INSENSITIVE_ORDER);

    private final ObservableList<ListState.Named> all = FXCollections.observableArrayList();
    /** One for all: it hears of changes weakly, so a passing one would soon be silent. */
    private final ObservableList<ListState.Named> shown = FXCollections.unmodifiableObservableList(all);
    private ListState.@Nullable Named deleted;

    /** What may be wrong with a name; its message is {@code fx.filters.<name>}. */
    enum Fault {
        BLANK, LONG, TAKEN
    }

    ObservableList<ListState.Named> all() {
        return shown;
    }

    void restore(List<ListState.Named> saved) {
        all.setAll(saved.stream().sorted(BY_NAME).toList());
        deleted = null;
    }

    Optional<ListState.Named> named(String name) {
        return all.stream().filter(one -> one.name().equalsIgnoreCase(name.strip())).findFirst();
    }

    /** @param renamed the filter that gets the name; null for a new one */
    Optional<Fault> fault(String name, ListState.@Nullable Named renamed) {
        var bare = name.strip();
        if (!new Rules().required("name", bare).violations().isEmpty()) {
            return Optional.of(Fault.BLANK);
        }
        if (bare.codePointCount(0, bare.length()) > LONGEST) {
            return Optional.of(Fault.LONG);
        }
        return named(bare).filter(other -> renamed == null || !other.equals(renamed)).map(_ -> Fault.TAKEN);
    }

    /** Keeps a filter under a name without a {@link #fault}. */
    void save(String name, ListState.Narrowing filter) {
        put(new ListState.Named(name.strip(), filter));
    }

    void rename(ListState.Named filter, String name) {
        all.remove(filter);
        put(new ListState.Named(name.strip(), filter.filter()));
    }

    void delete(ListState.Named filter) {
        if (all.remove(filter)) {
            deleted = filter;
        }
    }

    /** What {@link #undo} would bring back; null where there is nothing. */
    ListState.@Nullable Named deleted() {
        return deleted;
    }

    /** Brings back what was deleted last; under a name of its own where that was given away meanwhile. */
    void undo() {
        var back = deleted;
        if (back != null) {
            deleted = null;
            var name = back.name();
            for (var number = 2; named(name).isPresent(); number++) {
                name = back.name() + " " + number;
            }
            put(new ListState.Named(name, back.filter()));
        }
    }

    private void put(ListState.Named filter) {
        var next = new ArrayList<>(all);
        next.add(filter);
        next.sort(BY_NAME);
        all.setAll(next);
    }
}
