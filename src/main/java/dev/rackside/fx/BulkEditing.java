package dev.rackside.fx;

import dev.rackside.row.Bulk;
import dev.rackside.row.Row;
import java.util.function.Function;
import javafx.scene.Node;

/**
 * Lets many rows of a list be edited at once: a bar above the table, a panel in the detail's place, and the way back. A
 * list screen takes it with {@link ListScreen#editMany}.
 */
public final class BulkEditing<D extends Record> {

    private final BulkViewModel<D> model;
    private final BulkPanel<D> panel;
    private final BulkBar bar;

    /**
     * @param fields what can be set
     * @param title what a row is called
     */
    public <R extends Row> BulkEditing(Background background, Bulk<D> bulk, ListModel<R> list, PagedTable<R> table,
            BulkFields fields, Function<D, String> title) {
        model = new BulkViewModel<>(background, bulk, list.rows(), table.marked(), list::refresh);
        panel = new BulkPanel<>(model, fields, new BulkWords<>(title, fields.components()));
        bar = new BulkBar(model);
        table.above(bar);
        model.done().addListener((_, _, done) -> {
            if (done != null && done.result().left().isEmpty()) {
                model.close();
            }
        });
    }

    /** What the bar does to open the panel for an edit, and for the report of the last one. */
    void onOpen(Runnable edit, Runnable report) {
        bar.onOpen(edit, report);
    }

    BulkViewModel<D> model() {
        return model;
    }

    Node panel() {
        return panel;
    }

    void begin() {
        panel.begin();
    }

    void focus() {
        panel.focus();
    }
}
