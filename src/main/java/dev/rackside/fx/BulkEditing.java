package dev.rackside.fx;

import dev.rackside.row.Bulk;
import dev.rackside.row.Row;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;

/**
 * Lets many rows of a list be edited at once: a bar above the table, a panel in the detail's place, and the way back. A
 * list screen takes it with {@link ListScreen#editMany}.
 */
public final class BulkEditing<D extends Record> {

    private final BulkViewModel<D> model;
    /** Panel and bar are made when they are first needed: few who look at a list edit many of its rows. */
    private final Once<BulkPanel<D>> panel;
    private final Once<BulkBar> bar;
    private Runnable edit = () -> {
    };
    private Runnable report = () -> {
    };

    /**
     * @param fields makes what can be set
     * @param title what a row is called
     */
    public <R extends Row> BulkEditing(Background background, Bulk<D> bulk, ListModel<R> list, PagedTable<R> table,
            Supplier<BulkFields> fields, Function<D, String> title) {
        model = new BulkViewModel<>(background, bulk, list.rows(), table.marked(), list::refresh);
        panel = new Once<>(() -> {
            var made = fields.get();
            return new BulkPanel<>(model, made, new BulkWords<>(title, made.components()));
        });
        bar = new Once<>(() -> {
            var made = new BulkBar(model);
            made.onOpen(() -> edit.run(), () -> report.run());
            table.above(made);
            return made;
        });
        InvalidationListener told = _ -> tell();
        model.count().addListener(told);
        model.running().addListener(told);
        model.done().addListener(told);
        model.done().addListener((_, _, done) -> {
            if (done != null && done.result().left().isEmpty()) {
                model.close();
            }
        });
    }

    private void tell() {
        if (model.count().get() > 0 || model.running().get() != null || model.done().get() != null) {
            bar.get();
        }
    }

    /** What the bar does to open the panel for an edit, and for the report of the last one. */
    void onOpen(Runnable toEdit, Runnable toReport) {
        edit = toEdit;
        report = toReport;
    }

    BulkViewModel<D> model() {
        return model;
    }

    Node panel() {
        return panel.get();
    }

    void begin() {
        panel.get().begin();
    }

    void focus() {
        panel.get().focus();
    }
}
