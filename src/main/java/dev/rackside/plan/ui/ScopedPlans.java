package dev.rackside.plan.ui;

import dev.rackside.plan.PlanFacet;
import dev.rackside.plan.PlanRow;
import dev.rackside.plan.PlanService;
import dev.rackside.row.Choice;
import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import dev.rackside.row.FacetedList;
import dev.rackside.row.Rows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The plans of the client that the whole window is narrowed to. */
final class ScopedPlans implements FacetedList<PlanRow, PlanFacet> {

    private final PlanService plans;
    /** Read off the screen thread. */
    private volatile @Nullable UUID client;

    ScopedPlans(PlanService plans, ObservableValue<@Nullable Choice> scope) {
        this.plans = plans;
        scope.addListener((_, _, only) -> client = id(only));
        client = id(scope.getValue());
    }

    private static @Nullable UUID id(@Nullable Choice choice) {
        return choice == null ? null : choice.id();
    }

    private FacetFilter<PlanFacet> within(FacetFilter<PlanFacet> filter) {
        var only = client;
        return only == null ? filter : filter.with(PlanFacet.CLIENT, Set.of(only.toString()));
    }

    @Override
    public Rows<PlanRow> list(FacetFilter<PlanFacet> filter) {
        return plans.list(within(filter));
    }

    @Override
    public Map<PlanFacet, List<Facet>> facets(FacetFilter<PlanFacet> filter) {
        return plans.facets(within(filter));
    }

    @Override
    public Optional<PlanRow> row(UUID id) {
        return plans.row(id);
    }
}
