package dev.rackside.fx;

import dev.rackside.row.Order;
import dev.rackside.row.Row;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** A click on a header orders the list in the database; without one it is ordered as the program has it. */
final class HeaderOrder<R extends Row> {

    private final TableView<R> view;
    private final PagedRows<R> rows;
    private final Order usual;

    HeaderOrder(TableView<R> view, PagedRows<R> rows) {
        this.view = view;
        this.rows = rows;
        usual = rows.order().get();
        view.setSortPolicy(_ -> byHeader());
    }

    private boolean byHeader() {
        List<TableColumn<R, ?>> headers = view.getSortOrder();
        if (headers.isEmpty()) {
            rows.order(usual);
        } else {
            var header = headers.getFirst();
            rows.order(new Order(header.getId(), header.getSortType() == SortType.DESCENDING));
        }
        return true;
    }

    /** How the person ordered the list; null for as the program has it. */
    @Nullable
    Order chosen() {
        var now = rows.order().get();
        return now.equals(usual) ? null : now;
    }

    /** Orders the list as if its header were clicked; by a column that it hasn't, not at all. */
    void choose(@Nullable Order wish) {
        if (wish != null) {
            view.getColumns().stream().filter(column -> wish.column().equals(column.getId())).findFirst()
                    .ifPresent(column -> {
                        column.setSortType(wish.descending() ? SortType.DESCENDING : SortType.ASCENDING);
                        view.getSortOrder().setAll(List.of(column));
                    });
        }
    }

    void onChange(Runnable act) {
        rows.order().addListener((_, _, _) -> act.run());
    }
}
