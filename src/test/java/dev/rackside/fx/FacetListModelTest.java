package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.FacetedList;
import dev.rackside.row.Order;
import dev.rackside.row.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FacetListModelTest {

    private final Lines lines = new Lines();
    private final FacetListModel<ManyRows.Line, Kind> model = new FacetListModel<>(Background.direct(), lines,
            Order.by("number"), (_, values) -> values.stream().map(value -> value.labelled("Even")).toList());

    private enum Kind {
        PARITY
    }

    @Test
    void nothingIsReadBeforeItIsShown() {
        model.search("row");
        assertThat(lines.asked).isEmpty();
        model.shown();
        assertThat(lines.asked).singleElement().satisfies(filter -> assertThat(filter.text()).isEqualTo("row"));
    }

    @Test
    void wordsAndFacetsNarrowTogetherAndAreClearedAtOnce() {
        model.shown();
        assertThat(model.rows().items()).hasSize(20);
        model.search("  row ");
        model.choose(Kind.PARITY, Set.of("even"));
        assertThat(model.rows().items()).hasSize(10);
        assertThat(model.filter().get()).isEqualTo(new FacetFilter<>("row", Map.of(Kind.PARITY, Set.of("even"))));
        model.clear();
        assertThat(model.rows().items()).hasSize(20);
        assertThat(model.filter().get().narrows()).isFalse();
    }

    @Test
    void theSameWishReadsNothingAgain() {
        model.shown();
        model.search("row");
        var before = lines.asked.size();
        model.search(" row ");
        assertThat(lines.asked).hasSize(before);
    }

    @Test
    void valuesAreCalledByTheirWords() {
        model.shown();
        assertThat(model.facets().get().get(Kind.PARITY)).containsExactly(new Facet("even", "Even", 10));
    }

    @Test
    void rowIsRevealedWhereItIsThereAndNothingElseIsChosenWhereItIsGone() {
        model.shown();
        model.reveal(ManyRows.id(3));
        assertThat(Objects.requireNonNull(model.rows().selected().get()).number()).isEqualTo(3);
        model.reveal(ManyRows.id(99));
        assertThat(Objects.requireNonNull(model.rows().selected().get()).number()).isEqualTo(3);
    }

    /** Twenty rows; half of them are left where a value is chosen. */
    private static final class Lines implements FacetedList<ManyRows.Line, Kind> {

        final List<FacetFilter<Kind>> asked = new ArrayList<>();

        @Override
        public Rows<ManyRows.Line> list(FacetFilter<Kind> filter) {
            asked.add(filter);
            return new ManyRows(filter.chosen(Kind.PARITY).isEmpty() ? 20 : 10);
        }

        @Override
        public Map<Kind, List<Facet>> facets(FacetFilter<Kind> filter) {
            return Map.of(Kind.PARITY, List.of(new Facet("even", "even", 10)));
        }

        @Override
        public Optional<ManyRows.Line> row(UUID id) {
            var number = (int) id.getLeastSignificantBits();
            return number < 20 ? Optional.of(new ManyRows.Line(id, number, "Row")) : Optional.empty();
        }
    }
}
