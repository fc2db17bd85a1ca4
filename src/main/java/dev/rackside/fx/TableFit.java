package dev.rackside.fx;

import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Columns share a table's width; where even their least widths don't fit, the table scrolls sideways instead. */
final class TableFit {

    private static final double SCROLLBAR = 20;

    private final TableView<?> table;

    private TableFit(TableView<?> table) {
        this.table = table;
    }

    static void follow(TableView<?> table) {
        var fit = new TableFit(table);
        InvalidationListener anew = _ -> fit.decide();
        table.widthProperty().addListener(anew);
        table.getVisibleLeafColumns().addListener((ListChangeListener<Object>) _ -> fit.decide());
        fit.decide();
    }

    private void decide() {
        var least = table.getVisibleLeafColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
        var fits = table.getWidth() == 0 || least <= table.getWidth() - SCROLLBAR;
        var wanted = fits
                ? TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS
                : TableView.UNCONSTRAINED_RESIZE_POLICY;
        if (!table.getColumnResizePolicy().equals(wanted)) {
            table.setColumnResizePolicy(wanted);
        }
    }
}
