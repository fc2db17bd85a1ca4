package dev.rackside.fx;

import dev.rackside.row.Order;
import dev.rackside.row.Row;
import dev.rackside.text.Messages;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.css.PseudoClass;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A table over {@link PagedRows}: its scrollbar tells the truth over a million rows, a click on a header orders in the
 * database, and it never blocks. Arrows, Home and End move, Enter opens, F5 refreshes; what is cut has a tooltip.
 */
public final class PagedTable<R extends Row> extends VBox {

    private static final double ROW_HEIGHT = 32;
    private static final double TITLE_SIZE = 13;
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final TableView<R> view = new TableView<>();
    private final TableStates states = new TableStates();
    private final Age age = Age.here();
    private final ObservableSet<UUID> marked = FXCollections.observableSet();
    private @Nullable PagedRows<R> rows;
    private @Nullable Order usual;
    private Consumer<R> onOpen = _ -> {
    };
    private boolean following;

    public PagedTable() {
        getStyleClass().add("paged-table");
        view.setFixedCellSize(ROW_HEIGHT);
        view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        view.setRowFactory(_ -> new WantingRow());
        view.setSortPolicy(_ -> orderByHeader());
        view.setPlaceholder(states.placeholder());
        view.getSelectionModel().selectedIndexProperty().addListener((_, _, index) -> selected(index.intValue()));
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        view.accessibleTextProperty().bind(accessibleTextProperty());
        sceneProperty().addListener((_, _, scene) -> onScreen(scene != null));
        var stack = new StackPane(view, states.progress());
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(states.problemBar(), states.newerBar(), stack);
    }

    /** Shows these rows; once, when the screen is made. */
    public void show(PagedRows<R> shown) {
        rows = shown;
        usual = shown.order().get();
        view.getColumns().forEach(TextScale::widen);
        TableFit.follow(view);
        view.setItems(shown.items());
        states.follow(shown);
        shown.starts().addListener((_, _, _) -> {
            view.scrollTo(0);
            marked.clear();
        });
        onScreen(getScene() != null);
        shown.items().addListener((ListChangeListener<R>) _ -> follow());
        shown.selected().addListener((_, _, _) -> follow());
        follow();
    }

    /** What Enter and a double click do with a row. */
    public void onOpen(Consumer<R> act) {
        onOpen = act;
    }

    /**
     * What an empty list says, and the button that helps.
     *
     * @param sentence "No insights yet."
     * @param verb on the button: "New insight"
     */
    public void whenEmpty(String sentence, String verb, Runnable act) {
        states.whenEmpty(sentence, verb, act);
    }

    /** What an empty list says where nothing here can fill it. */
    public void whenEmpty(String sentence) {
        states.whenEmpty(sentence);
    }

    /** What is typed while the table has the keyboard goes on in the search field. */
    public void typeInto(SearchField search) {
        view.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            var typed = event.getCharacter();
            var command = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
            if (!command && !typed.isBlank() && !Character.isISOControl(typed.charAt(0))) {
                search.requestFocus();
                search.selectEnd();
                search.appendText(typed);
                event.consume();
            }
        });
    }

    /** The rows marked with Space, for an act on many; emptied when the list begins anew. */
    public ObservableSet<UUID> marked() {
        return marked;
    }

    /** The table inside, for what only one screen needs. */
    public TableView<R> view() {
        return view;
    }

    /**
     * Plain text. The other kinds of column take the same arguments.
     *
     * @param key the title's message
     * @param order the name by which the list is ordered when the header is clicked; null where it can't be
     * @param width wished for, in pixels
     * @param value of a row; null shows nothing
     */
    public TableColumn<R, R> text(String key, @Nullable String order, double width,
            Function<R, @Nullable String> value) {
        return column(key, order, width, () -> new RowCell<R>("text-cell", value, value));
    }

    /** Hosts, commands, ids. */
    public TableColumn<R, R> mono(String key, @Nullable String order, double width,
            Function<R, @Nullable String> value) {
        return whole(column(key, order, width, () -> new RowCell<R>("mono-cell", value, value)));
    }

    /** Whole numbers, right-aligned with thousands separated. */
    public TableColumn<R, R> number(String key, @Nullable String order, double width,
            Function<R, ? extends @Nullable Number> value) {
        Function<R, @Nullable String> text = row -> {
            var number = value.apply(row);
            return number == null ? null : NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
        };
        return narrow(column(key, order, width, () -> new RowCell<R>("number-cell", text, text)), "number-column");
    }

    /** A size or a duration that is already words, right-aligned. */
    public TableColumn<R, R> amount(String key, @Nullable String order, double width,
            Function<R, @Nullable String> value) {
        return narrow(column(key, order, width, () -> new RowCell<R>("number-cell", value, value)), "number-column");
    }

    /** How long ago, with the full local time in the tooltip. */
    public TableColumn<R, R> age(String key, @Nullable String order, double width,
            Function<R, @Nullable Instant> value) {
        return narrow(column(key, order, width, () -> new RowCell<R>("age-cell", row -> age.text(value.apply(row)),
                row -> age.full(value.apply(row)))), "number-column");
    }

    /** A word with its colour and shape. */
    public TableColumn<R, R> badge(String key, @Nullable String order, double width,
            Function<R, @Nullable Badge> value) {
        return whole(column(key, order, width, () -> new BadgeCell<R>(value)));
    }

    /** Anything else; made anew for each row shown, so keep it small. */
    public TableColumn<R, R> custom(String key, @Nullable String order, double width,
            Function<R, @Nullable Node> value) {
        return column(key, order, width, () -> new NodeCell<R>(value));
    }

    private TableColumn<R, R> column(String key, @Nullable String order, double width,
            Supplier<TableCell<R, R>> cells) {
        var column = new TableColumn<R, R>(Messages.get(key));
        column.setId(order);
        column.setSortable(order != null);
        var title = titleWidth(column);
        column.setPrefWidth(Math.max(width, title));
        column.setMinWidth(Math.max(Math.min(width, 96), title));
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> cells.get());
        view.getColumns().add(column);
        return column;
    }

    /** What a header takes: its words as the stylesheet has them, the blanks beside them, and the arrow of an order. */
    private static double titleWidth(TableColumn<?, ?> column) {
        var words = new Text(column.getText());
        words.setFont(Font.font(null, FontWeight.BOLD, TITLE_SIZE));
        return Math.ceil(words.getLayoutBounds().getWidth()) + 20 + (column.isSortable() ? 12 : 0);
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

    private boolean orderByHeader() {
        var shown = rows;
        if (shown == null || usual == null) {
            return true;
        }
        List<TableColumn<R, ?>> headers = view.getSortOrder();
        if (headers.isEmpty()) {
            shown.order(usual);
        } else {
            var header = headers.getFirst();
            shown.order(new Order(header.getId(), header.getSortType() == TableColumn.SortType.DESCENDING));
        }
        return true;
    }

    /** The table also says -1 on its way from one row to another, so that isn't news. */
    private void selected(int index) {
        if (!following && rows != null && index >= 0) {
            rows.select(index);
        }
    }

    /** The table's selection follows the row: it moves with it, and appears when its page is loaded. */
    private void follow() {
        var shown = rows;
        if (shown == null) {
            return;
        }
        var index = shown.selectedIndex();
        var selection = view.getSelectionModel();
        if (index == selection.getSelectedIndex()) {
            return;
        }
        var chosen = selection.getSelectedIndex();
        if (index < 0 && chosen >= 0 && chosen < shown.items().size() && shown.items().get(chosen) == null) {
            return;
        }
        following = true;
        try {
            if (index >= 0) {
                selection.clearAndSelect(index);
            } else {
                selection.clearSelection();
            }
        } finally {
            following = false;
        }
    }

    private void pressed(KeyEvent event) {
        var row = view.getSelectionModel().getSelectedItem();
        if (ListKeys.OPEN.match(event) && row != null && view.getEditingCell() == null) {
            onOpen.accept(row);
            event.consume();
        } else if (ListKeys.MARK.match(event) && row != null) {
            if (!marked.remove(row.id())) {
                marked.add(row.id());
            }
            event.consume();
        } else if (ListKeys.BACK.match(event) && !marked.isEmpty()) {
            marked.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.F5 && rows != null) {
            rows.refresh();
            event.consume();
        }
    }

    private void onScreen(boolean there) {
        if (rows != null) {
            rows.onScreen(there);
        }
    }

    /** A row that asks for its page when it is on screen without one. */
    private final class WantingRow extends TableRow<R> {

        /** Held here and weakly there: the table makes rows anew now and then. */
        private final InvalidationListener marking = _ -> mark();

        WantingRow() {
            marked.addListener(new WeakInvalidationListener(marking));
            setOnMouseClicked(event -> {
                var row = getItem();
                if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && row != null) {
                    onOpen.accept(row);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            if (!empty && rows != null) {
                rows.want(getIndex());
            }
            mark();
        }

        /** A bar and bold letters for the eye, a word for a screen reader. */
        private void mark() {
            var row = getItem();
            var on = row != null && marked.contains(row.id());
            pseudoClassStateChanged(MARKED, on);
            setAccessibleText(on
                    ? Messages.get("fx.table.marked")
                    : row == null && !isEmpty() ? Messages.get("fx.table.loading") : null);
        }
    }
}
