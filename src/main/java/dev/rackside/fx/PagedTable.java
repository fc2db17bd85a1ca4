package dev.rackside.fx;

import dev.rackside.row.Choice;
import dev.rackside.row.Row;
import dev.rackside.text.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.ObservableSet;
import javafx.css.PseudoClass;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A table over {@link PagedRows}: its scrollbar tells the truth over a million rows, a click on a header orders in the
 * database, and it never blocks. Arrows, Home and End move, Enter opens, F5 refreshes; what is cut has a tooltip.
 */
public final class PagedTable<R extends Row> extends ColumnTable<R> {

    private static final double ROW_HEIGHT = 32;
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final TableStates states = new TableStates();
    final Marks<R> marks = new Marks<>();
    private final RowMenu<R> rowMenu = new RowMenu<>(view, columns, marks);
    private @Nullable PagedRows<R> rows;
    private @Nullable ListMenu menu;
    private @Nullable HeaderOrder<R> headerOrder;
    private Consumer<R> onOpen = _ -> {
    };
    private Runnable onMarkAll = () -> {
    };
    private double[] widths = {};
    private boolean following;

    public PagedTable() {
        getStyleClass().add("paged-table");
        view.setFixedCellSize(ROW_HEIGHT);
        view.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        view.setRowFactory(_ -> new WantingRow());
        view.setSortPolicy(_ -> true);
        view.setPlaceholder(states.placeholder());
        view.getSelectionModel().selectedIndexProperty().addListener((_, _, index) -> selected(index.intValue()));
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> widths = widths());
        view.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> resized());
        view.accessibleTextProperty().bind(accessibleTextProperty());
        sceneProperty().addListener((_, _, scene) -> onScreen(scene != null));
        var stack = new StackPane(view, states.progress());
        VBox.setVgrow(stack, Priority.ALWAYS);
        getChildren().addAll(states.problemBar(), states.newerBar(), states.notice(), stack);
    }

    /** Shows these rows; once, when the screen is made. */
    public void show(PagedRows<R> shown) {
        rows = shown;
        headerOrder = new HeaderOrder<>(view, shown);
        view.getColumns().forEach(TextScale::widen);
        TableFit.follow(view);
        view.setItems(shown.items());
        states.follow(shown);
        marks.of(id -> held(shown, id));
        shown.starts().addListener((_, _, _) -> {
            toTop();
            marked().clear();
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

    /** Does with the row that is chosen what Enter does. */
    void open() {
        var row = view.getSelectionModel().getSelectedItem();
        if (row != null) {
            onOpen.accept(row);
        }
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

    private static <R extends Row> @Nullable R held(PagedRows<R> rows, UUID id) {
        var at = rows.items().indexOf(new Choice(id, ""));
        return at < 0 ? null : rows.items().get(at);
    }

    /** The rows marked with Space or Ctrl+A, for an act on many; emptied when the list begins anew. */
    public ObservableSet<UUID> marked() {
        return marks.ids();
    }

    /** Puts something between the filters and the rows. */
    void above(Node bar) {
        getChildren().addFirst(bar);
    }

    /** What can be done with the row that is chosen, for its menu; asked each time it opens. */
    public void rowActs(Supplier<List<Act>> acts) {
        rowMenu.offers(acts);
    }

    /** Says above the list what came of something that was done with it. */
    public void notice(String sentence, @Nullable Act act) {
        states.notice().show(sentence, act);
    }

    void menu(ListMenu made) {
        menu = made;
    }

    /** What else the list offers; null where its page has none. */
    @Nullable
    ListMenu menu() {
        return menu;
    }

    void onMarkAll(Runnable act) {
        onMarkAll = act;
    }

    @Nullable
    PagedRows<R> rows() {
        return rows;
    }

    /** How the list is ordered by its headers; null before it has rows. */
    @Nullable
    HeaderOrder<R> headerOrder() {
        return headerOrder;
    }

    private double[] widths() {
        return view.getColumns().stream().mapToDouble(TableColumn::getWidth).toArray();
    }

    private void resized() {
        if (!Arrays.equals(widths, widths())) {
            columns.widthsChosen();
        }
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
            open();
            event.consume();
        } else if (ListKeys.MARK.match(event) && row != null) {
            marks.turn(row);
            event.consume();
        } else if (ListKeys.COPY.match(event)) {
            rowMenu.copy();
            event.consume();
        } else if (event.getCode() == KeyCode.CONTEXT_MENU || ListKeys.MENU.match(event)) {
            rowMenu.open();
            event.consume();
        } else if (ListKeys.MARK_ALL.match(event)) {
            onMarkAll.run();
            event.consume();
        } else if (ListKeys.BACK.match(event) && !marked().isEmpty()) {
            marked().clear();
            event.consume();
        } else if (event.getCode() == KeyCode.F5 && !event.isShiftDown() && rows != null) {
            rows.refresh();
            event.consume();
        }
    }

    /** Scrolling lays out all rows at once, which is dear: there is none where the first row is at the top already. */
    private void toTop() {
        if (!(view.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) || flow.getPosition() > 0) {
            view.scrollTo(0);
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
            marked().addListener(new WeakInvalidationListener(marking));
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
            var on = row != null && marked().contains(row.id());
            pseudoClassStateChanged(MARKED, on);
            setAccessibleText(on
                    ? Messages.get("fx.table.marked")
                    : row == null && !isEmpty() ? Messages.get("fx.table.loading") : null);
        }
    }
}
