package dev.rackside.fx;

import dev.rackside.row.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/** The rows of a list that are marked for an act on many, with what was known of them when they were marked. */
final class Marks<R extends Row> {

    private final ObservableSet<UUID> ids = FXCollections.observableSet();
    private final Map<UUID, R> rows = new LinkedHashMap<>();
    private Function<UUID, @Nullable R> held = _ -> null;

    Marks() {
        ids.addListener((SetChangeListener<UUID>) change -> {
            var removed = change.getElementRemoved();
            var added = change.getElementAdded();
            if (change.wasRemoved() && removed != null) {
                rows.remove(removed);
            } else if (added != null && !rows.containsKey(added)) {
                var row = held.apply(added);
                if (row != null) {
                    rows.put(added, row);
                }
            }
        });
    }

    /** @param known a row that is loaded, by its id */
    void of(Function<UUID, @Nullable R> known) {
        held = known;
    }

    ObservableSet<UUID> ids() {
        return ids;
    }

    /** In the order in which they were marked, with the values that were read last. */
    List<R> rows() {
        return rows.values().stream().map(row -> Objects.requireNonNullElse(held.apply(row.id()), row)).toList();
    }

    void turn(R row) {
        if (!ids.remove(row.id())) {
            add(row);
        }
    }

    void add(R row) {
        rows.put(row.id(), row);
        ids.add(row.id());
    }
}
