package dev.rackside.fx;

import dev.rackside.row.Row;
import dev.rackside.text.Messages;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The kinds of column that a {@link PagedTable} has; each takes the same arguments. */
abstract sealed class ColumnTable<R extends Row> extends VBox permits PagedTable {

    private static final double TITLE_SIZE = 13;

    final TableView<R> view = new TableView<>();
    final Columns<R> columns = new Columns<>(view.getColumns(), widthProperty());
    private final Age age = Age.here();

    /** The table inside, for what only one screen needs. */
    public final TableView<R> view() {
        return view;
    }

    /**
     * Hides columns while the table is narrower than that; where there is room, the person's choice counts.
     *
     * @param width of the table, in pixels at 100 %
     */
    @SafeVarargs
    public final void hideBelow(double width, TableColumn<R, R>... giveWay) {
        for (var column : giveWay) {
            columns.hideBelow(width, column);
        }
    }

    /**
     * Plain text. The other kinds of column take the same arguments.
     *
     * @param key the title's message
     * @param order the name by which the list is ordered when the header is clicked; null where it can't be
     * @param width wished for, in pixels
     * @param value of a row; null shows nothing
     */
    public final TableColumn<R, R> text(String key, @Nullable String order, double width,
            Function<R, @Nullable String> value) {
        return column(key, order, width, value, () -> new RowCell<R>("text-cell", value, value));
    }

    /** Hosts, commands, ids. */
    public final TableColumn<R, R> mono(String key, @Nullable String order, double width,
            Function<R, @Nullable String> value) {
        return whole(column(key, order, width, value, () -> new RowCell<R>("mono-cell", value, value)));
    }

    /** Whole numbers, right-aligned with thousands separated. */
    public final TableColumn<R, R> number(String key, @Nullable String order, double width,
            Function<R, ? extends @Nullable Number> value) {
        Function<R, @Nullable String> text = row -> {
            var number = value.apply(row);
            return number == null ? null : NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
        };
        return narrow(column(key, order, width, value, () -> new RowCell<R>("number-cell", text, text)),
                "number-column");
    }

    /** A size or a duration that is already words, right-aligned. */
    public final TableColumn<R, R> amount(String key, @Nullable String order, double width,
            Function<R, @Nullable String> value) {
        return narrow(column(key, order, width, value, () -> new RowCell<R>("number-cell", value, value)),
                "number-column");
    }

    /** How long ago, with the full local time in the tooltip. */
    public final TableColumn<R, R> age(String key, @Nullable String order, double width,
            Function<R, @Nullable Instant> value) {
        return narrow(column(key, order, width, value, () -> new RowCell<R>("age-cell",
                row -> age.text(value.apply(row)), row -> age.full(value.apply(row)))), "number-column");
    }

    /** A word with its colour and shape. */
    public final TableColumn<R, R> badge(String key, @Nullable String order, double width,
            Function<R, @Nullable Badge> value) {
        Function<R, @Nullable String> word = row -> {
            var badge = value.apply(row);
            return badge == null ? null : badge.word();
        };
        return whole(badge(key, order, width, value, word));
    }

    /**
     * A badge whose word isn't what is copied and exported.
     *
     * @param exported a text, a number, an instant
     */
    public final TableColumn<R, R> badge(String key, @Nullable String order, double width,
            Function<R, @Nullable Badge> value, Function<R, ? extends @Nullable Object> exported) {
        return column(key, order, width, exported, () -> new BadgeCell<R>(value));
    }

    /**
     * Anything else.
     *
     * @param node made anew for each row shown, so keep it small
     * @param value what the node shows, to be copied and exported: a text, a number, an instant
     */
    public final TableColumn<R, R> custom(String key, @Nullable String order, double width,
            Function<R, @Nullable Node> node, Function<R, ? extends @Nullable Object> value) {
        return column(key, order, width, value, () -> new NodeCell<R>(node));
    }

    private TableColumn<R, R> column(String key, @Nullable String order, double width,
            Function<R, ? extends @Nullable Object> value, Supplier<TableCell<R, R>> cells) {
        var column = new TableColumn<R, R>(Messages.get(key));
        column.setId(order);
        column.setSortable(order != null);
        var title = titleWidth(column);
        column.setPrefWidth(Math.max(width, title));
        column.setMinWidth(Math.max(Math.min(width, 96), title));
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> cells.get());
        columns.add(column, new Column<>(key, title(key), value));
        return column;
    }

    /** What a header takes: its words as the stylesheet has them, the blanks beside them, and the arrow of an order. */
    private static double titleWidth(TableColumn<?, ?> column) {
        var words = new Text(column.getText());
        words.setFont(Font.font(null, FontWeight.BOLD, TITLE_SIZE));
        return Math.ceil(words.getLayoutBounds().getWidth()) + 20 + (column.isSortable() ? 12 : 0);
    }

    /** Where there is room for it, the message without {@code .short} says what a header only hints at. */
    private static String title(String key) {
        var whole = key.replaceFirst("\\.short$", "");
        return Messages.get(Messages.has(whole) ? whole : key);
    }

    private static <R> TableColumn<R, R> narrow(TableColumn<R, R> column, String style) {
        column.getStyleClass().add(style);
        column.setMaxWidth(column.getPrefWidth() * 1.5);
        return whole(column);
    }

    /** Titles give way when the window is narrow; what is short is shown whole. */
    private static <R> TableColumn<R, R> whole(TableColumn<R, R> column) {
        column.setMinWidth(column.getPrefWidth());
        return column;
    }
}
