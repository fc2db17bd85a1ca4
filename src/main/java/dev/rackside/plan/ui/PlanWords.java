package dev.rackside.plan.ui;

import dev.rackside.fx.Badge;
import dev.rackside.fx.Bytes;
import dev.rackside.integration.Neutral;
import dev.rackside.plan.PlanFacet;
import dev.rackside.plan.PlanPoll;
import dev.rackside.plan.PlanRow;
import dev.rackside.plan.PlanService;
import dev.rackside.plan.PlanState;
import dev.rackside.row.Facet;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plans in a person's words; needs no toolkit. */
final class PlanWords {

    private static final String STATE = "plan.state.";
    private static final String COUNT = "plan.count.";
    private static final List<PlanState> TOLD = List.of(PlanState.FAILED, PlanState.OVERDUE, PlanState.NEVER_RAN,
            PlanState.WARNING);

    private PlanWords() {
    }

    static String name(PlanRow row) {
        return row.name() == null || row.name().isBlank() ? Messages.get("plan.nameless") : Neutral.line(row.name());
    }

    static Badge state(PlanState state) {
        var word = Messages.get(STATE + Coded.code(state));
        return switch (state) {
            case FAILED -> Badge.bad(word);
            case OVERDUE, NEVER_RAN, WARNING -> Badge.warn(word);
            case RUNNING -> Badge.info(word);
            case SUCCEEDED -> Badge.good(word);
            case UNKNOWN, GONE -> Badge.rest(word);
        };
    }

    static Badge state(Coded<PlanState> state) {
        return state.known() == null ? Badge.rest(Objects.toString(state.text(), "")) : state(state.known());
    }

    static @Nullable String line(@Nullable String text) {
        return text == null || text.isBlank() ? null : Neutral.line(text);
    }

    static @Nullable String size(@Nullable Long bytes) {
        return bytes == null || bytes < 0 ? null : Bytes.text(bytes);
    }

    /** What came of asking: "214 plans, 31 new runs: 2 failed, 1 overdue". */
    static String report(PlanPoll.Report report) {
        var parts = new ArrayList<String>();
        TOLD.stream().filter(state -> report.count(state) > 0)
                .forEach(state -> parts.add(Messages.get(COUNT + Coded.code(state), report.count(state))));
        return parts.isEmpty()
                ? Messages.get("plan.fetched.well", report.plans(), report.newRuns())
                : Messages.get("plan.fetched", report.plans(), report.newRuns(), String.join(", ", parts));
    }

    /** What is wrong, in one sentence for the dot of the sidebar; empty where nothing is. */
    static String worries(PlanService.Standing standing) {
        var parts = new ArrayList<String>();
        TOLD.stream().limit(3).filter(state -> standing.count(state) > 0)
                .forEach(state -> parts.add(Messages.get(COUNT + Coded.code(state), standing.count(state))));
        return parts.isEmpty() ? "" : Messages.get("plan.worries", String.join(", ", parts));
    }

    static List<Facet> facets(PlanFacet facet, List<Facet> values) {
        return values.stream().map(value -> value.labelled(switch (facet) {
            case STATE -> state(Coded.of(PlanState.class, value.value())).word();
            case CLIENT -> value.value().isEmpty() ? Messages.get("plan.client.none") : value.label();
            case TYPE -> value.value().isEmpty() ? Messages.get("plan.type.none") : value.value();
        })).toList();
    }
}
