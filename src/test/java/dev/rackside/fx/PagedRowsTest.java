package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.row.Order;
import dev.rackside.row.Position;
import java.util.ArrayList;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class PagedRowsTest {

    private final DirectBackground background = Background.direct();
    private final PagedRows<ManyRows.Line> rows = new PagedRows<>(background, Order.by("number"));
    private final ManyRows million = new ManyRows(1_000_000);

    @Test
    void startShowsTheFirstRowsAndTheTrueLength() {
        rows.source(million);

        assertThat(rows.items()).hasSize(1_000_000);
        assertThat(numberAt(0)).isZero();
        assertThat(numberAt(199)).isEqualTo(199);
        assertThat(rows.items().get(200)).isNull();
        assertThat(rows.count().get()).isEqualTo(1_000_000);
        assertThat(rows.state().get()).isEqualTo(PagedRows.State.READY);
    }

    @Test
    void shortListIsNotCountedAgain() {
        var few = new ManyRows(7);
        rows.source(few);

        assertThat(rows.items()).hasSize(7);
        assertThat(rows.count().get()).isEqualTo(7);
        assertThat(few.counted).isZero();
    }

    @Test
    void readingAPlaceLoadsNothing() {
        rows.source(million);
        million.asked.clear();

        assertThat(rows.items().get(500_000)).isNull();
        assertThat(rows.items().contains(new ManyRows.Line(ManyRows.id(500_000), 0, ""))).isFalse();
        assertThat(million.asked).isEmpty();
    }

    @Test
    void middleIsFoundByItsPlaceAndItsNeighboursByCursor() {
        rows.source(million);
        rows.want(500_050);
        rows.want(500_130);
        rows.want(499_950);

        assertThat(numberAt(500_050)).isEqualTo(500_050);
        assertThat(numberAt(500_130)).isEqualTo(500_130);
        assertThat(numberAt(499_950)).isEqualTo(499_950);
        assertThat(million.asked.subList(1, 4)).extracting(request -> request.position().getClass().getSimpleName())
                .containsExactly("At", "After", "Before");
    }

    @Test
    void endIsReadFromTheEnd() {
        var uneven = new ManyRows(1_000_042);
        rows.source(uneven);
        rows.want(1_000_041);

        assertThat(numberAt(1_000_041)).isEqualTo(1_000_041);
        assertThat(numberAt(1_000_000)).isEqualTo(1_000_000);
        assertThat(uneven.asked.getLast().position()).isInstanceOf(Position.End.class);
        assertThat(uneven.asked.getLast().size()).isEqualTo(42);
    }

    @Test
    void memoryHoldsThirtyPages() {
        rows.source(million);
        for (int index = 0; index < 1_000_000; index += 10_000) {
            rows.want(index);
        }

        var loaded = rows.items().stream().filter(row -> row != null).count();
        assertThat(loaded).isLessThanOrEqualTo(30 * 100);
        assertThat(numberAt(990_000)).isEqualTo(990_000);
    }

    @Test
    void everyRowComesOnceWhenOnePagesDown() {
        var some = new ManyRows(1_234);
        rows.source(some);
        var seen = new ArrayList<Integer>();
        for (int index = 0; index < 1_234; index++) {
            rows.want(index);
            seen.add(numberAt(index));
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(1_234).isSorted();
    }

    @Test
    void otherOrderStartsAgainAtTheTop() {
        rows.source(million);
        rows.want(500_000);
        var starts = rows.starts().get();

        rows.order(Order.byDescending("number"));

        assertThat(numberAt(0)).isEqualTo(999_999);
        assertThat(rows.items().get(500_000)).isNull();
        assertThat(rows.starts().get()).isEqualTo(starts + 1);
    }

    @Test
    void sameOrderReadsNothing() {
        rows.source(million);
        million.asked.clear();

        rows.order(Order.by("number"));

        assertThat(million.asked).isEmpty();
    }

    @Test
    void refreshReadsWhatIsOnScreenAndKeepsTheSelection() {
        rows.source(million);
        rows.want(500_050);
        rows.select(500_050);
        million.suffix = " changed";
        million.insertedAbove = 30;
        million.size += 30;

        rows.refresh();

        assertThat(rows.items()).hasSize(1_000_030);
        var selected = rows.selected().get();
        assertThat(selected).isNotNull();
        assertThat(selected.number()).isEqualTo(500_050);
        assertThat(selected.title()).endsWith("changed");
        assertThat(rows.selectedIndex()).isEqualTo(500_080);
    }

    @Test
    void deletedRowStaysSelectedUntilAnotherIs() {
        rows.source(new ManyRows(3));
        rows.select(2);
        rows.source(new ManyRows(2));

        assertThat(rows.selectedIndex()).isEqualTo(-1);
        assertThat(rows.selected().get()).isNotNull();
    }

    @Test
    void rowSelectedBeforeItIsLoadedIsSelectedThen() {
        rows.source(million);
        rows.select(0);
        rows.select(999_999);
        assertThat(rows.selectedIndex()).isEqualTo(999_999);

        rows.want(999_999);

        var selected = rows.selected().get();
        assertThat(selected).isNotNull();
        assertThat(selected.number()).isEqualTo(999_999);
    }

    @Test
    void listThatBecameShorterEndsWhereItsRowsEnd() {
        rows.source(million);
        million.size = 500_010;

        rows.want(500_000);

        assertThat(rows.items()).hasSize(500_010);
        assertThat(rows.count().get()).isEqualTo(500_010);
    }

    @Test
    void emptyListSaysSo() {
        rows.source(new ManyRows(0));

        assertThat(rows.state().get()).isEqualTo(PagedRows.State.EMPTY);
        assertThat(rows.count().get()).isZero();
    }

    @Test
    void failureOfTheFirstReadIsAnErrorAndRetryMendsIt() {
        million.broken = ManyRows.away();
        rows.source(million);
        assertThat(rows.state().get()).isEqualTo(PagedRows.State.ERROR);
        assertThat(rows.problem().get()).isNotNull();

        million.broken = null;
        rows.retry();

        assertThat(rows.state().get()).isEqualTo(PagedRows.State.READY);
        assertThat(rows.problem().get()).isNull();
        assertThat(numberAt(0)).isZero();
    }

    @Test
    void failureLaterLeavesTheRowsOnScreen() {
        rows.source(million);
        million.broken = ManyRows.away();
        rows.refresh();
        rows.want(700_000);

        assertThat(rows.state().get()).isEqualTo(PagedRows.State.READY);
        assertThat(rows.problem().get()).isNotNull();
        assertThat(numberAt(5)).isEqualTo(5);

        million.broken = null;
        rows.retry();
        assertThat(numberAt(700_000)).isEqualTo(700_000);
    }

    @Test
    void newerRowsAreToldAfterOnePeriodAndGoneAfterARefresh() {
        rows.source(million);
        million.newer = 3;
        background.tick();
        assertThat(rows.newer().get()).isEqualTo(3);

        rows.fromStart();
        assertThat(rows.newer().get()).isZero();

        rows.close();
        background.tick();
        assertThat(rows.newer().get()).isZero();
    }

    @Test
    void changesTellTheLengthOfTheListAtEachStep() {
        var length = new int[1];
        rows.items().addListener((ListChangeListener<ManyRows.Line>) change -> {
            while (change.next()) {
                length[0] += change.getAddedSize() - change.getRemovedSize();
            }
        });
        rows.source(million);
        rows.want(500_000);
        rows.source(new ManyRows(150));
        rows.source(million);
        rows.refresh();

        assertThat(length[0]).isEqualTo(rows.items().size());
    }

    private int numberAt(int index) {
        var row = rows.items().get(index);
        assertThat(row).as("row " + index).isNotNull();
        return row.number();
    }
}
