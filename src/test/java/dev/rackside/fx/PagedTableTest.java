package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.row.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PagedTableTest {

    private final DirectBackground background = Background.direct();
    private final ManyRows million = new ManyRows(1_000_000);
    private final List<Integer> opened = new ArrayList<>();
    private final List<String> helped = new ArrayList<>();
    @SuppressWarnings("NullAway.Init")
    private PagedTable<ManyRows.Line> table;
    @SuppressWarnings("NullAway.Init")
    private PagedRows<ManyRows.Line> rows;

    @Start
    void start(Stage stage) {
        rows = new PagedRows<>(background, Order.by("number"));
        table = new PagedTable<>();
        table.number("fx.save", "number", 96, ManyRows.Line::number);
        table.text("fx.copy", "title", 160, row -> row.title() + " with more words than the column can ever show");
        table.badge("fx.close", null, 80, row -> row.number() % 3 == 0
                ? Badge.good("ok")
                : row.number() % 3 == 1 ? Badge.warn("so") : Badge.plain("no"));
        table.onOpen(row -> opened.add(row.number()));
        table.whenEmpty("Nothing matches.", "Clear the filters", () -> helped.add("cleared"));
        table.show(rows);
        rows.source(million);
        new Theme().choose(Theme.Wish.LIGHT);
        stage.setScene(new Scene(table, 500, 400));
        stage.show();
        table.view().requestFocus();
    }

    @Test
    void endGoesToTheLastRowAndHomeBack(FxRobot robot) {
        robot.push(KeyCode.DOWN).push(KeyCode.END);
        assertThat(selected()).isEqualTo(999_999);
        assertThat(shownFirst()).isGreaterThan(999_980);

        robot.push(KeyCode.HOME);
        assertThat(selected()).isZero();
        assertThat(shownFirst()).isZero();
    }

    @Test
    void arrowsMoveAndEnterOpens(FxRobot robot) {
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ENTER);
        assertThat(opened).containsExactly(selected());
    }

    @Test
    void scrollbarDraggedToTheMiddleShowsTheMiddle(FxRobot robot) {
        robot.interact(() -> scrollBar().setValue(0.5));
        robot.interact(() -> table.layout());

        assertThat(shownFirst()).isBetween(499_000, 501_000);
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("Row 50") || text.startsWith("Row 49"));
    }

    /** Not with the mouse: the headless platform calls every click a wish for the context menu. */
    @Test
    void headerOrdersInTheDatabase(FxRobot robot) {
        var number = table.view().getColumns().getFirst();
        robot.interact(() -> {
            number.setSortType(TableColumn.SortType.DESCENDING);
            table.view().getSortOrder().add(number);
        });
        assertThat(rows.order().get()).isEqualTo(Order.byDescending("number"));
        assertThat(texts(robot)).contains("999,999");

        robot.interact(() -> table.view().getSortOrder().clear());
        assertThat(rows.order().get()).isEqualTo(Order.by("number"));
    }

    @Test
    void selectionMovesWithItsRowWhenRowsCameAbove(FxRobot robot) {
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.DOWN);
        var before = selected();
        million.insertedAbove = 5;
        million.size += 5;

        robot.push(KeyCode.F5);

        assertThat(selected()).isEqualTo(before);
        assertThat(table.view().getSelectionModel().getSelectedIndex()).isEqualTo(before + 5);
        robot.push(KeyCode.DOWN);
        assertThat(selected()).isEqualTo(before + 1);
    }

    @Test
    void selectionStaysAtTheEndAfterRefresh(FxRobot robot) {
        robot.push(KeyCode.END);
        robot.push(KeyCode.F5);

        assertThat(selected()).isEqualTo(999_999);
        assertThat(table.view().getSelectionModel().getSelectedIndex()).isEqualTo(999_999);
        assertThat(shownFirst()).isGreaterThan(999_980);
        assertThat(texts(robot)).contains("999,999");
    }

    @Test
    void newerRowsAreOfferedAndShownOnAClick(FxRobot robot) {
        million.newer = 3;
        robot.interact(background::tick);
        var link = robot.lookup(".newer-bar .hyperlink").queryAs(Hyperlink.class);
        assertThat(link.getText()).isEqualTo("3 newer rows");
        assertThat(link.getParent().isVisible()).isTrue();

        million.newer = 0;
        robot.clickOn(link);

        assertThat(link.getParent().isVisible()).isFalse();
    }

    @Test
    void emptyListSaysWhatHelps(FxRobot robot) {
        robot.interact(() -> rows.source(new ManyRows(0)));

        robot.clickOn("Clear the filters");

        assertThat(helped).containsExactly("cleared");
    }

    @Test
    void failureLeavesTheRowsAndOffersRetry(FxRobot robot) {
        million.broken = ManyRows.away();
        robot.interact(rows::refresh);
        assertThat(texts(robot)).contains("0");
        assertThat(robot.lookup(".problem-bar").query().isVisible()).isTrue();

        million.broken = null;
        robot.clickOn("Retry");

        assertThat(robot.lookup(".problem-bar").query().isVisible()).isFalse();
    }

    @Test
    void cutTextHasATooltip(FxRobot robot) {
        var cell = robot.lookup(".text-cell").queryAllAs(TableCell.class).stream()
                .filter(found -> found.getText() != null).findFirst().orElseThrow();

        assertThat(cell.isTextTruncated()).isTrue();
        assertThat(cell.queryAccessibleAttribute(AccessibleAttribute.HELP)).isEqualTo(cell.getText());
        assertThat(cell.getTooltip()).isNull();

        robot.moveTo(cell);

        assertThat(cell.getTooltip().getText()).isEqualTo(cell.getText());
    }

    /** Colour alone says nothing to some: the shape comes back with its row, however often rows come and go. */
    @Test
    void badgeHasItsShapeAfterScrollingToAndFro(FxRobot robot) {
        robot.push(KeyCode.DOWN).push(KeyCode.END).push(KeyCode.HOME);
        robot.interact(() -> scrollBar().setValue(0.5));
        robot.interact(() -> scrollBar().setValue(0));
        robot.interact(() -> table.layout());

        var badges = robot.lookup(".badge").queryAllAs(TableCell.class).stream()
                .filter(cell -> cell.getItem() != null && cell.isVisible()).toList();
        assertThat(badges).hasSizeGreaterThan(6).allSatisfy(cell -> {
            var shape = cell.getGraphic();
            if (((ManyRows.Line) cell.getItem()).number() % 3 == 2) {
                assertThat(shape).isNull();
            } else {
                assertThat(shape).isNotNull();
                assertThat(shape.isVisible()).isTrue();
                assertThat(shape.getParent()).isEqualTo(cell);
            }
        });
    }

    @Test
    void spaceMarksAndEscapeForgets(FxRobot robot) {
        robot.push(KeyCode.DOWN).push(KeyCode.SPACE).push(KeyCode.DOWN).push(KeyCode.SPACE);
        assertThat(table.marked()).hasSize(2).contains(ManyRows.id(selected()));

        robot.push(KeyCode.SPACE);
        assertThat(table.marked()).hasSize(1);

        robot.push(KeyCode.ESCAPE);
        assertThat(table.marked()).isEmpty();
    }

    @Test
    void typingGoesOnInTheSearchField(FxRobot robot) {
        var search = new SearchField();
        var searched = new ArrayList<String>();
        robot.interact(() -> {
            table.getChildren().addFirst(search);
            table.typeInto(search);
            search.onSearch(background, searched::add);
            table.view().requestFocus();
        });

        robot.write("dc");
        assertThat(search.getText()).isEqualTo("dc");
        assertThat(searched).containsExactly("d", "dc");

        robot.push(KeyCode.ESCAPE);
        assertThat(searched).endsWith("");
    }

    private int selected() {
        return Objects.requireNonNull(rows.selected().get(), "nothing selected").number();
    }

    private int shownFirst() {
        return flow().getFirstVisibleCell().getIndex();
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) table.view().lookup(".virtual-flow");
    }

    private ScrollBar scrollBar() {
        return flow().lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == javafx.geometry.Orientation.VERTICAL).findFirst().orElseThrow();
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(".table-cell").queryAllAs(TableCell.class).stream().map(cell -> cell.getText())
                .filter(Objects::nonNull).toList();
    }
}
