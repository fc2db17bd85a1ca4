package dev.rackside.fx;

import dev.rackside.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which columns a table shows, in which order and how wide: by mouse, and by keyboard as its last line says. */
final class ColumnChooser<R> {

    private static final double WIDTH = 340;
    private static final double ROW_HEIGHT = 32;
    private static final int VISIBLE_ROWS = 12;
    private static final double STEP = 16;

    private final Columns<R> columns;
    private final TableView<R> table;
    private final ListView<TableColumn<R, ?>> list = new ListView<>();
    private final BelowPopup popup;

    ColumnChooser(Columns<R> columns, TableView<R> table) {
        this.columns = columns;
        this.table = table;
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(_ -> new ColumnCell());
        list.setAccessibleText(Messages.get("fx.columns.list"));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        var keys = new Label(Messages.get("fx.columns.keys"));
        keys.getStyleClass().add("muted");
        keys.setWrapText(true);
        var reset = new Hyperlink(Messages.get("fx.columns.reset"));
        reset.setOnAction(_ -> reset());
        popup = new BelowPopup(new VBox(list, keys, reset), WIDTH);
    }

    void open(Node owner) {
        show(0);
        list.setPrefHeight(Math.min(VISIBLE_ROWS, list.getItems().size()) * ROW_HEIGHT + 2);
        popup.open(owner, list);
    }

    /** As the program has it. */
    void reset() {
        columns.reset();
        fit();
        if (popup.isShowing()) {
            show(0);
        }
    }

    /** Lets the table share out its width anew. */
    void fit() {
        table.getColumnResizePolicy().call(new TableView.ResizeFeatures<>(table, null, 0.0));
    }

    private void show(int cursor) {
        list.getItems().setAll(columns.all());
        list.getSelectionModel().clearAndSelect(cursor);
        list.getFocusModel().focus(cursor);
    }

    private void pressed(KeyEvent event) {
        var column = list.getSelectionModel().getSelectedItem();
        if (column == null) {
            return;
        }
        switch (event.getCode()) {
            case SPACE, ENTER -> turn(column);
            case UP, DOWN -> {
                if (!event.isAltDown()) {
                    return;
                }
                move(column, event.getCode() == KeyCode.UP ? -1 : 1);
            }
            case LEFT, RIGHT -> widen(column, event.getCode() == KeyCode.LEFT ? -STEP : STEP);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void turn(TableColumn<R, ?> column) {
        columns.want(column, !columns.isWanted(column));
        list.refresh();
    }

    private void move(TableColumn<R, ?> column, int by) {
        columns.move(column, by);
        show(columns.all().indexOf(column));
        list.scrollTo(column);
    }

    private void widen(TableColumn<R, ?> column, double by) {
        if (column.isVisible() && table.resizeColumn(column, by)) {
            columns.widthsChosen();
        }
    }

    private final class ColumnCell extends ListCell<TableColumn<R, ?>> {

        private final FontIcon mark = new FontIcon(Feather.CHECK);
        private final Label title = new Label();
        private final Label note = new Label();
        private final HBox line;

        ColumnCell() {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            note.getStyleClass().add("muted");
            title.setMinWidth(0);
            line = new HBox(8, mark, title, gap, note, button(Feather.ARROW_UP, "fx.columns.up", -1),
                    button(Feather.ARROW_DOWN, "fx.columns.down", 1));
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                var column = getItem();
                if (event.getButton() == MouseButton.PRIMARY && column != null) {
                    turn(column);
                }
            });
        }

        private Button button(Feather icon, String key, int by) {
            var button = new Button(null, new FontIcon(icon));
            button.getStyleClass().addAll("button-icon", "flat", "small");
            button.setFocusTraversable(false);
            button.setTooltip(new Tooltip(Messages.get(key)));
            button.setAccessibleText(Messages.get(key));
            button.setOnAction(_ -> {
                var column = getItem();
                if (column != null) {
                    move(column, by);
                }
            });
            return button;
        }

        @Override
        protected void updateItem(@Nullable TableColumn<R, ?> column, boolean empty) {
            super.updateItem(column, empty);
            setGraphic(column == null ? null : line);
            if (column == null) {
                setAccessibleText(null);
                return;
            }
            var on = columns.isWanted(column);
            mark.setVisible(on);
            title.setText(columns.data(column).title());
            note.setText(columns.lacksRoom(column) ? Messages.get("fx.columns.no-room") : "");
            setAccessibleText(Messages.get(on ? "fx.columns.shown" : "fx.columns.hidden", title.getText()));
        }
    }
}
