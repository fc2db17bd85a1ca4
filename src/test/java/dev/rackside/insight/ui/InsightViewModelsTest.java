package dev.rackside.insight.ui;

import static dev.rackside.insight.InsightRows.AGAVE;
import static dev.rackside.insight.InsightRows.AGAVE_APP;
import static dev.rackside.insight.InsightRows.COPPER;
import static dev.rackside.insight.InsightRows.COPPER_DC;
import static dev.rackside.insight.InsightRows.MARA;
import static dev.rackside.insight.InsightRows.draft;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.TestDatabase;
import dev.rackside.fault.Violation;
import dev.rackside.fx.Background;
import dev.rackside.fx.DirectBackground;
import dev.rackside.fx.PagedRows;
import dev.rackside.insight.InsightFacet;
import dev.rackside.insight.InsightRows;
import dev.rackside.insight.InsightService;
import dev.rackside.row.Choice;
import dev.rackside.row.Facet;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InsightViewModelsTest {

    private static TestDatabase test;
    private static InsightService insights;

    private final DirectBackground background = Background.direct();
    private final SimpleObjectProperty<@Nullable Choice> scope = new SimpleObjectProperty<>();

    @BeforeAll
    static void open() {
        test = InsightRows.database("insightmodels");
        insights = new InsightService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void fill() {
        test.outside("DELETE FROM environmental_insights");
        insights.create(draft(AGAVE, AGAVE_APP, "of the app server"), MARA);
        insights.create(draft(AGAVE, null, "of the client"), MARA);
        insights.create(draft(COPPER, COPPER_DC, "of another"), MARA);
        insights.create(draft(null, null, "of all"), MARA);
    }

    @Test
    void theListFollowsTheWindowsClient() {
        var model = shown();
        assertThat(model.rows().count().get()).isEqualTo(4);

        model.choose(InsightFacet.MACHINE, Set.of(COPPER_DC.id().toString()));
        scope.set(AGAVE);

        assertThat(model.rows().count().get()).isEqualTo(2);
        assertThat(model.narrowed()).isFalse();
    }

    @Test
    void facetsSpeakAPersonsWords() {
        var model = shown();

        assertThat(model.facets().get().get(InsightFacet.CLIENT)).extracting(Facet::label)
                .containsExactly("Agave Orthopedics", "Everywhere", "Copper Construction");
        assertThat(model.facets().get().get(InsightFacet.CONFIDENCE)).extracting(Facet::label)
                .containsExactly("likely");
        assertThat(model.facets().get().get(InsightFacet.STALE)).extracting(Facet::label).containsExactly("Fresh");
    }

    @Test
    void whatNothingMatchesIsClearedAtOnce() {
        var model = shown();
        model.search("+AGAVE-APP09*");
        assertThat(model.rows().state().get()).isEqualTo(PagedRows.State.EMPTY);
        assertThat(model.narrowed()).isTrue();

        model.clear();

        assertThat(model.rows().count().get()).isEqualTo(4);
    }

    @Test
    void stillTrueIsOfferedToBeTakenBackForAWhile() {
        var id = insights.create(draft(AGAVE, null, "mine"), MARA).id();
        var model = new InsightDetailViewModel(background, insights, () -> MARA);
        model.show(id);

        model.stillTrue(id);
        assertThat(times(model)).isEqualTo(2);
        assertThat(model.said().get()).isNotNull();
        model.takeBack();
        assertThat(times(model)).isOne();
        assertThat(model.said().get()).isNull();

        model.stillTrue(id);
        background.tick();
        assertThat(model.said().get()).isNull();
        model.takeBack();
        assertThat(times(model)).isEqualTo(2);
    }

    private static int times(InsightDetailViewModel model) {
        return Objects.requireNonNull(model.detail().get()).facts().verificationCount();
    }

    @Test
    void aMachineOfAnotherClientIsToldBeforeSaving() {
        var names = new InsightNames(Doors.of(test));
        assertThat(names.ownerOf(COPPER_DC.id())).contains(COPPER);
        var wrong = draft(AGAVE, COPPER_DC, "wrong");

        assertThat(names.violations(wrong, null)).extracting(Violation::field).containsExactly("machineId");
        assertThat(names.violations(wrong, wrong)).isEmpty();
        assertThat(names.violations(draft(COPPER, COPPER_DC, "right"), null)).isEmpty();
    }

    private InsightListViewModel shown() {
        var model = new InsightListViewModel(background, insights, scope);
        model.shown();
        return model;
    }
}
