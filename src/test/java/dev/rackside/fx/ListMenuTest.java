package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A list's comforts by keyboard, without a database. */
@ExtendWith(ApplicationExtension.class)
class ListMenuTest {

    private final DirectBackground background = Background.direct();
    private final List<String> done = new ArrayList<>();
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;
    @SuppressWarnings("NullAway.Init")
    private Stage stage;
    @SuppressWarnings("NullAway.Init")
    private PagedTable<ManyRows.Line> table;
    @SuppressWarnings("NullAway.Init")
    private PagedRows<ManyRows.Line> rows;
    @SuppressWarnings("NullAway.Init")
    private ListMenu menu;
    @SuppressWarnings("NullAway.Init")
    private FacetBox state;
    private int applied;

    @Start
    void start(Stage shown) {
        stage = shown;
        new Theme().choose(Theme.Wish.LIGHT);
        open();
        stage.show();
    }

    /** The screen as a room would make it, on what is remembered. */
    private void open() {
        rows = new PagedRows<>(background, Order.by("number"));
        table = new PagedTable<>();
        table.number("fx.save", "number", 96, ManyRows.Line::number);
        table.text("fx.copy", "title", 160, ManyRows.Line::title);
        table.badge("fx.close", null, 80, _ -> Badge.good("ok"));
        table.show(rows);
        var search = new SearchField();
        search.onSearch(background, _ -> applied++);
        state = new FacetBox();
        state.setId("state");
        state.setTitle("State");
        state.show(List.of(new Facet("open", "Open", 3), new Facet("closed", "Closed", 4)));
        state.chosen().addListener((_, _, _) -> applied++);
        menu = new ListMenu();
        menu.of(table, search, state);
        table.rowActs(() -> List.of(new Act("Ring the bell", null, () -> done.add("rung"))));
        menu.remember(new Comforts(ListMemory.read(folder.resolve("lists.json")), background, new Answers()), "lines");
        rows.source(new ManyRows(12_345));
        stage.setScene(new Scene(new VBox(new HBox(search, state, menu), table), 700, 420));
        table.view().requestFocus();
    }

    @Test
    void columnsAreChosenAndMovedByKeyboardAndRemembered(FxRobot robot) throws IOException {
        robot.interact(() -> act("Columns…"));
        // Hides the second, moves the third to the front, makes it wider.
        robot.type(KeyCode.DOWN).type(KeyCode.SPACE).type(KeyCode.DOWN);
        robot.press(KeyCode.ALT).type(KeyCode.UP).type(KeyCode.UP).release(KeyCode.ALT);
        robot.type(KeyCode.RIGHT).type(KeyCode.ESCAPE);
        assertThat(popups()).isEmpty();
        assertThat(titles()).containsExactly("Close", "Save");
        var wide = table.view().getColumns().getFirst().getWidth();

        robot.interact(this::open);
        assertThat(titles()).containsExactly("Close", "Save");
        assertThat(table.view().getColumns().getFirst().getPrefWidth()).isEqualTo(wide);
        robot.interact(() -> act("Reset columns"));
        assertThat(titles()).containsExactly("Save", "Copy", "Close");
        assertThat(Files.readString(folder.resolve("lists.json"))).contains("\"columns\" : [ ]");
    }

    @Test
    void theOrderIsRememberedToo(FxRobot robot) {
        robot.interact(() -> {
            var title = table.view().getColumns().get(1);
            title.setSortType(TableColumn.SortType.DESCENDING);
            table.view().getSortOrder().add(title);
        });
        robot.interact(this::open);
        assertThat(rows.order().get()).isEqualTo(Order.byDescending("title"));
        assertThat(table.view().getSortOrder()).hasSize(1);
    }

    @Test
    void aFilterGetsANameIsChosenRenamedDeletedAndComesBack(FxRobot robot) {
        robot.interact(() -> state.choose(Set.of("open")));
        robot.interact(() -> act("Saved filters…"));
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup(".form-error").query().isVisible()).isTrue();
        robot.write("Mine").type(KeyCode.ENTER).type(KeyCode.ESCAPE);

        robot.interact(this::open);
        assertThat(state.chosen().get()).containsExactly("open");
        robot.interact(() -> state.clear());
        applied = 0;
        robot.interact(() -> act("Saved filters…"));
        robot.type(KeyCode.ENTER);
        assertThat(popups()).isEmpty();
        assertThat(state.chosen().get()).containsExactly("open");
        assertThat(applied).isEqualTo(1);

        robot.interact(() -> act("Saved filters…"));
        robot.type(KeyCode.F2).write("Ours").type(KeyCode.ENTER).type(KeyCode.DELETE);
        assertThat(titlesOfActs()).doesNotContain("Filter: Ours", "Filter: Mine");
        assertThat(robot.lookup(".choice-popup .list-view").query().isVisible()).isFalse();
        robot.type(KeyCode.SPACE).type(KeyCode.ESCAPE);
        assertThat(titlesOfActs()).contains("Filter: Ours");
        robot.interact(() -> state.clear());
        robot.interact(() -> act("Filter: Ours"));
        assertThat(state.chosen().get()).containsExactly("open");
    }

    @Test
    void rowsAreCopiedAsAPersonSeesThem(FxRobot robot) {
        robot.type(KeyCode.DOWN);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied(robot)).isEqualTo("1\tRow 1\tok");
        robot.type(KeyCode.SPACE).type(KeyCode.DOWN).type(KeyCode.SPACE);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(copied(robot)).isEqualTo("Save\tCopy\tClose\n1\tRow 1\tok\n2\tRow 2\tok");
    }

    @Test
    void theMenuKeyOffersWhatARowCan(FxRobot robot) {
        robot.type(KeyCode.DOWN);
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        assertThat(popups()).hasSize(1);
        robot.type(KeyCode.ENTER);
        assertThat(done).containsExactly("rung");
        assertThat(popups()).isEmpty();

        robot.interact(() -> table.view().fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0,
                0, 0, true, null)));
        assertThat(popups()).hasSize(1);
        robot.type(KeyCode.ESCAPE);
        assertThat(popups()).isEmpty();
    }

    @Test
    void ofVeryManyTheFirstAreMarkedAndItSaysSo(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(table.marked()).hasSize(ListComforts.MOST_MARKED);
        assertThat(robot.lookup("The first 1,000 of 12,345 rows are marked. Narrow the list to mark others.").query()
                .isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);
        assertThat(table.marked()).isEmpty();
    }

    @Test
    void whatIsFilteredIsExportedAsItIsShown(FxRobot robot) throws IOException {
        robot.interact(() -> table.columns.want(table.view().getColumns().getFirst(), false));
        robot.interact(() -> act("Export to CSV…"));
        assertThat(Files.readAllLines(folder.resolve("rows.csv"))).hasSize(12_346)
                .startsWith("\uFEFFCopy,Close", "Row 0,ok");
        assertThat(robot.lookup((Node node) -> node.isVisible() && node.getStyleClass().contains("table-notice"))
                .queryAll()).hasSize(1);
    }

    private void act(String title) {
        menu.acts().stream().filter(act -> act.title().equals(title)).findFirst().orElseThrow().act().run();
    }

    private List<String> titlesOfActs() {
        return menu.acts().stream().map(Act::title).toList();
    }

    private List<String> titles() {
        return table.view().getVisibleLeafColumns().stream().map(TableColumn::getText).toList();
    }

    private static @Nullable String copied(FxRobot robot) {
        var text = new String[1];
        robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return text[0];
    }

    private static List<Window> popups() {
        return Window.getWindows().stream().filter(PopupWindow.class::isInstance).toList();
    }

    private final class Answers implements Dialogs {

        @Override
        public boolean confirm(String question, String explanation, String verb) {
            return true;
        }

        @Override
        public boolean confirmDelete(String what, List<String> consequences) {
            return true;
        }

        @Override
        public boolean confirmByTyping(String what, String name, List<String> consequences) {
            return true;
        }

        @Override
        public Unsaved askToSave() {
            return Unsaved.STAY;
        }

        @Override
        public Optional<Path> saveAs(String title, String suggestion) {
            return Optional.of(folder.resolve("rows.csv"));
        }
    }
}
