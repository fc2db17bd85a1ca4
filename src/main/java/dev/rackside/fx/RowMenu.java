package dev.rackside.fx;

import dev.rackside.row.Row;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

/** The menu of a row: what its screen can do with it, and copying. By the mouse, or by the keyboard's menu key. */
final class RowMenu<R extends Row> {

    private final TableView<R> view;
    private final Columns<R> columns;
    private final Marks<R> marks;
    private final ContextMenu menu = new ContextMenu();
    private Supplier<List<Act>> acts = List::of;

    RowMenu(TableView<R> view, Columns<R> columns, Marks<R> marks) {
        this.view = view;
        this.columns = columns;
        this.marks = marks;
        menu.setAutoHide(true);
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::requested);
    }

    /** What can be done with the row that is chosen, asked each time. */
    void offers(Supplier<List<Act>> rowActs) {
        acts = rowActs;
    }

    /** Copies what is marked; where nothing is, the row that is chosen. */
    void copy() {
        var row = view.getSelectionModel().getSelectedItem();
        if (!marks.ids().isEmpty()) {
            copyMarked();
        } else if (row != null) {
            Copying.toClipboard(Copying.row(columns.seen(), row));
        }
    }

    private void copyMarked() {
        Copying.toClipboard(Copying.rows(columns.seen(), marks.rows()));
    }

    /** Opens it for the row that is chosen: the menu key, or Shift+F10 where there is none. */
    void open() {
        var row = view.getSelectionModel().getSelectedItem();
        var at = placeOfChosen();
        if (row != null && at != null) {
            fill(row, null);
            menu.show(view, at.getMinX() + at.getHeight(), at.getMaxY());
        }
    }

    private void requested(ContextMenuEvent event) {
        var row = view.getSelectionModel().getSelectedItem();
        var cell = cellOf(event.getPickResult() == null ? null : event.getPickResult().getIntersectedNode());
        if (row == null || (!event.isKeyboardTrigger() && cell == null)) {
            return;
        }
        if (event.isKeyboardTrigger() || cell == null) {
            open();
        } else {
            fill(row, cell.getTableColumn());
            menu.show(view, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private void fill(R row, @Nullable TableColumn<?, ?> under) {
        var items = new ArrayList<MenuItem>();
        acts.get().forEach(act -> items.add(item(act)));
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        items.add(copyCell(row, under));
        items.add(item(new Act(Messages.get("fx.copy.row"), null,
                () -> Copying.toClipboard(Copying.row(columns.seen(), row)))));
        if (!marks.ids().isEmpty()) {
            items.add(item(new Act(Messages.get("fx.copy.marked", marks.ids().size()), null, this::copyMarked)));
        }
        menu.getItems().setAll(items);
    }

    /** The cell under the mouse; by the keyboard any cell of the row. */
    private MenuItem copyCell(R row, @Nullable TableColumn<?, ?> under) {
        var shown = columns.all().stream().filter(TableColumn::isVisible).toList();
        for (var column : shown) {
            if (column.equals(under)) {
                return copyCell(Messages.get("fx.copy.cell"), columns.data(column), row);
            }
        }
        var cells = new Menu(Messages.get("fx.copy.cell"));
        shown.stream().map(columns::data).forEach(column -> cells.getItems()
                .add(copyCell(column.title(), column, row)));
        return cells;
    }

    private static <R> MenuItem copyCell(String title, Column<R> column, R row) {
        return item(new Act(title, null, () -> Copying.toClipboard(Copying.cell(column, row))));
    }

    private static MenuItem item(Act act) {
        var item = new MenuItem(act.title());
        item.setAccelerator(act.keys());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> act.act().run());
        return item;
    }

    private static @Nullable TableCell<?, ?> cellOf(@Nullable Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (at instanceof TableCell<?, ?> cell && !cell.isEmpty()) {
                return cell;
            }
        }
        return null;
    }

    private @Nullable Bounds placeOfChosen() {
        var index = view.getSelectionModel().getSelectedIndex();
        return view.lookupAll(".table-row-cell").stream()
                .filter(node -> node instanceof TableRow<?> row && row.getIndex() == index && row.isVisible())
                .map(node -> node.localToScreen(node.getBoundsInLocal())).findFirst().orElse(null);
    }
}
