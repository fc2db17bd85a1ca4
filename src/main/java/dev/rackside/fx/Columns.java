package dev.rackside.fx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table: which ones a person wants, in which order and how wide. What a narrow window hides by itself
 * is another matter: a column is seen where it is wanted and there is room for it.
 */
final class Columns<R> {

    private final ObservableList<TableColumn<R, ?>> view;
    private final ObservableDoubleValue room;
    /** In the program's own order. */
    private final Map<TableColumn<R, ?>, Made<R>> made = new LinkedHashMap<>();
    private Runnable onChange = () -> {
    };
    private boolean restoring;

    /** A column as the program made it, and what the person wants of it; widths in pixels at 100 %. */
    private static final class Made<R> {
        private final Column<R> column;
        private final double width;
        private final BooleanProperty wanted = new SimpleBooleanProperty(true);
        private double needs;
        private double chosen;

        Made(Column<R> column, double width) {
            this.column = column;
            this.width = width;
        }
    }

    /**
     * @param view the columns that the table has, in the order in which it shows them
     * @param room the table's width
     */
    Columns(ObservableList<TableColumn<R, ?>> view, ObservableDoubleValue room) {
        this.view = view;
        this.room = room;
        view.addListener((ListChangeListener<TableColumn<R, ?>>) _ -> changed());
    }

    void add(TableColumn<R, ?> column, Column<R> data) {
        var fresh = new Made<>(data, column.getPrefWidth());
        made.put(column, fresh);
        fresh.wanted.addListener((_, _, _) -> changed());
        column.visibleProperty().bind(fresh.wanted);
        view.add(column);
    }

    /** The column is hidden while the table is narrower than that (at 100 %), also where it is wanted. */
    void hideBelow(double width, TableColumn<R, ?> column) {
        var known = of(column);
        known.needs = TextScale.px(width);
        column.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> known.wanted.get() && room.get() > known.needs, known.wanted, room));
    }

    private Made<R> of(TableColumn<R, ?> column) {
        return Objects.requireNonNull(made.get(column));
    }

    /** What is called when the person changed something. */
    void onChange(Runnable act) {
        onChange = act;
    }

    private void changed() {
        if (!restoring) {
            onChange.run();
        }
    }

    Column<R> data(TableColumn<R, ?> column) {
        return of(column).column;
    }

    /** All columns, also those that are hidden, in the order in which they are shown. */
    List<TableColumn<R, ?>> all() {
        return List.copyOf(view);
    }

    /** What is on screen, from left to right. */
    List<Column<R>> seen() {
        return view.stream().filter(TableColumn::isVisible).map(this::data).toList();
    }

    /** What the person wants, from left to right, also where the window is too narrow for it. */
    List<Column<R>> wanted() {
        return view.stream().filter(this::isWanted).map(this::data).toList();
    }

    boolean isWanted(TableColumn<R, ?> column) {
        return of(column).wanted.get();
    }

    /** Whether it is wanted, but the window is too narrow. */
    boolean lacksRoom(TableColumn<R, ?> column) {
        return isWanted(column) && room.get() <= of(column).needs;
    }

    /** Shows or hides a column; the last one stays. */
    void want(TableColumn<R, ?> column, boolean wish) {
        if (wish || view.stream().filter(this::isWanted).count() > 1) {
            of(column).wanted.set(wish);
        }
    }

    /** Moves a column by one place among all. */
    void move(TableColumn<R, ?> column, int by) {
        var from = view.indexOf(column);
        var to = from + by;
        if (from >= 0 && to >= 0 && to < view.size()) {
            var next = new ArrayList<>(view);
            next.remove(from);
            next.add(to, column);
            view.setAll(next);
        }
    }

    /** The person changed widths: those on screen are remembered. */
    void widthsChosen() {
        view.stream().filter(TableColumn::isVisible)
                .forEach(column -> of(column).chosen = column.getWidth() / TextScale.px(1));
        changed();
    }

    List<ListState.Shown> state() {
        return view.stream().map(column -> {
            var known = of(column);
            return new ListState.Shown(known.column.name(), known.wanted.get(), known.chosen);
        }).toList();
    }

    /** Whether everything is as the program has it. */
    boolean untouched() {
        return view.equals(List.copyOf(made.keySet()))
                && made.values().stream().allMatch(known -> known.wanted.get() && known.chosen == 0);
    }

    /** As remembered; a column that was not known then stands where the program has it. */
    void restore(List<ListState.Shown> state) {
        restoring = true;
        try {
            var byName = new HashMap<String, TableColumn<R, ?>>();
            made.forEach((column, known) -> byName.put(known.column.name(), column));
            var next = new ArrayList<TableColumn<R, ?>>();
            state.forEach(shown -> {
                var column = byName.remove(shown.name());
                if (column != null) {
                    next.add(column);
                    apply(of(column), column, shown);
                }
            });
            var usual = List.copyOf(made.keySet());
            usual.stream().filter(column -> !next.contains(column)).forEach(column -> {
                next.add(Math.min(usual.indexOf(column), next.size()), column);
                apply(of(column), column, null);
            });
            if (next.stream().noneMatch(this::isWanted)) {
                next.forEach(column -> of(column).wanted.set(true));
            }
            view.setAll(next);
        } finally {
            restoring = false;
        }
    }

    private static <R> void apply(Made<R> known, TableColumn<R, ?> column, ListState.@Nullable Shown shown) {
        known.wanted.set(shown == null || shown.shown());
        known.chosen = shown == null || !(shown.width() > 0) ? 0 : shown.width();
        column.setPrefWidth(TextScale.px(known.chosen > 0 ? known.chosen : known.width));
    }

    /** As the program has it. */
    void reset() {
        restore(List.of());
        changed();
    }
}
