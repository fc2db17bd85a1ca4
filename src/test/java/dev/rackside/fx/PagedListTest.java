package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who only follows the changes of a list that is loaded page by page knows at any time what it holds. */
class PagedListTest {

    private final PagedList<ManyRows.Line> list = new PagedList<>();
    private final List<ManyRows.@Nullable Line> mirror = new ArrayList<>();
    private int changes;

    PagedListTest() {
        list.addListener((ListChangeListener<ManyRows.@Nullable Line>) change -> {
            changes++;
            // Twice, as several listeners do.
            while (change.next()) {
                assertThat(change.getRemoved()).hasSize(change.getRemovedSize());
            }
            change.reset();
            while (change.next()) {
                mirror.subList(change.getFrom(), change.getFrom() + change.getRemovedSize()).clear();
                mirror.addAll(change.getFrom(), change.getList().subList(change.getFrom(), change.getTo()));
            }
        });
    }

    private static PagedList.Kept<ManyRows.Line> page(int page, int rows, String title) {
        return new PagedList.Kept<>(IntStream.range(page * PagedList.PAGE, page * PagedList.PAGE + rows)
                .mapToObj(number -> new ManyRows.Line(ManyRows.id(number), number, title)).toList(), null, null);
    }

    private void same() {
        assertThat(mirror).containsExactlyElementsOf(new ArrayList<>(list));
    }

    @Test
    void growsAndShrinks() {
        list.swap(Map.of(0, page(0, 100, "a")), 950);
        same();
        list.put(3, page(3, 100, "a"));
        same();
        list.put(9, page(9, 50, "a"));
        same();
        list.resize(310);
        same();
        assertThat(list.holds(9)).isFalse();
        list.resize(1200);
        same();
        assertThat(list.get(300)).isNotNull();
        assertThat(list.get(1100)).isNull();
    }

    @Test
    void otherPagesInPlaceOfAllAreOneChange() {
        list.swap(Map.of(0, page(0, 100, "a"), 2, page(2, 100, "a")), 500);
        changes = 0;

        list.swap(Map.of(0, page(0, 30, "b")), 30);

        same();
        assertThat(changes).isEqualTo(1);
        assertThat(list).hasSize(30).allSatisfy(row -> assertThat(row.title()).isEqualTo("b"));

        list.swap(Map.of(1, page(1, 100, "c")), 250);
        same();
        list.swap(Map.of(), 0);
        same();
        assertThat(list).isEmpty();
    }

    @Test
    void nothingIsSaidWhereNothingChanged() {
        list.swap(Map.of(0, page(0, 40, "a")), 40);
        changes = 0;

        list.resize(40);
        list.put(5, page(5, 100, "beyond the end"));

        assertThat(changes).isZero();
    }

    @Test
    void rowsThatAreGoneAreCountedNotHeld() {
        list.swap(Map.of(0, page(0, 100, "a")), 1_000_000);
        var gone = new ArrayList<Object>();
        list.addListener((ListChangeListener<ManyRows.@Nullable Line>) change -> {
            while (change.next()) {
                gone.add(change.getRemoved());
            }
        });

        list.resize(10);

        assertThat(gone).containsExactly(Collections.nCopies(999_990, null));
        same();
    }
}
