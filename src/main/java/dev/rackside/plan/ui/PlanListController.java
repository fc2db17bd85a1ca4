package dev.rackside.plan.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.FacetListModel;
import dev.rackside.fx.ListMenu;
import dev.rackside.fx.Note;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.Presence;
import dev.rackside.fx.SearchField;
import dev.rackside.plan.PlanFacet;
import dev.rackside.plan.PlanRow;
import dev.rackside.row.Choice;
import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import dev.rackside.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** The list of plans with what narrows it. */
@SuppressWarnings("NullAway.Init")
final class PlanListController {

    private static final double MIDDLE = 600;
    private static final double WIDE = 860;
    private static final double WIDER = 1080;

    private final FacetListModel<PlanRow, PlanFacet> model;
    private final Background background;
    private final ObservableValue<@Nullable Choice> scope;
    private final Steps steps;
    private final Map<PlanFacet, FacetBox> boxes = new EnumMap<>(PlanFacet.class);

    @FXML
    private Label count;
    @FXML
    private Note scopeNote;
    @FXML
    private Button fetch;
    @FXML
    private Button mappings;
    @FXML
    private ListMenu more;
    @FXML
    private SearchField search;
    @FXML
    private FacetBox state;
    @FXML
    private FacetBox client;
    @FXML
    private FacetBox type;
    @FXML
    private Hyperlink clear;
    @FXML
    private PagedTable<PlanRow> table;

    /** What the buttons do. */
    record Steps(Runnable fetch, Runnable mappings) {}

    PlanListController(FacetListModel<PlanRow, PlanFacet> model, Background background,
            ObservableValue<@Nullable Choice> scope, Steps steps) {
        this.model = model;
        this.background = background;
        this.scope = scope;
        this.steps = steps;
    }

    @FXML
    private void initialize() {
        columns();
        table.setAccessibleText(Messages.get("plan.list"));
        table.show(model.rows());
        more.of(table, search, state, client, type);
        search.onSearch(background, model::search);
        boxes.putAll(Map.of(PlanFacet.STATE, state, PlanFacet.CLIENT, client, PlanFacet.TYPE, type));
        boxes.forEach((facet, box) -> box.chosen().addListener((_, _, values) -> model.choose(facet, values)));
        model.facets().addListener((_, _, facets) -> boxes
                .forEach((facet, box) -> box.show(facets.getOrDefault(facet, List.<Facet>of()))));
        model.filter().addListener((_, _, filter) -> narrowed(filter));
        scope.addListener((_, _, _) -> scoped());
        count.textProperty().bind(model.rows().countText());
        fetch.setOnAction(_ -> steps.fetch().run());
        mappings.setOnAction(_ -> steps.mappings().run());
        clear.setOnAction(_ -> clear());
        scoped();
    }

    private void columns() {
        table.badge("plan.state", "state", 112, row -> PlanWords.state(row.state()));
        table.text("plan.name", "name", 190, PlanWords::name);
        var owners = table.text("plan.client", "client", 150, row -> PlanWords.line(row.owner()));
        var machines = table.mono("plan.machine", "machine", 130, row -> PlanWords.line(row.machine()));
        var types = table.text("plan.type", "type", 110, row -> PlanWords.line(row.type()));
        table.age("plan.last", "last", 84, PlanRow::lastStart);
        var next = table.age("plan.next", "next", 84, PlanRow::nextStart);
        var took = table.amount("plan.duration", null, 92, row -> PlanWords.line(row.duration()));
        var data = table.amount("plan.data", "data", 92,
                row -> row.lastStart() == null ? null : PlanWords.size(row.dataCopied()));
        var seen = table.age("plan.seen", null, 84, PlanRow::seenAt);
        table.hideBelow(MIDDLE, machines, data);
        table.hideBelow(WIDE, types, next);
        table.hideBelow(WIDER, took, seen);
        owners.setMinWidth(96);
    }

    private void scoped() {
        var only = scope.getValue();
        scopeNote.setText(only == null ? "" : Messages.get("plan.only", only.label()));
        Presence.present(client, only == null);
        model.again();
        narrowed(model.filter().get());
    }

    private void narrowed(FacetFilter<PlanFacet> filter) {
        boxes.forEach((facet, box) -> {
            if (!box.chosen().get().equals(filter.chosen(facet))) {
                box.choose(filter.chosen(facet));
            }
        });
        Presence.present(clear, filter.narrows());
        if (filter.narrows()) {
            table.whenEmpty(Messages.get("plan.nothing"), Messages.get("plan.clear"), this::clear);
        } else {
            table.whenEmpty(Messages.get(scope.getValue() == null ? "plan.none" : "plan.none-here"),
                    Messages.get("plan.fetch"), steps.fetch());
        }
    }

    private void clear() {
        search.clear();
        model.clear();
    }

    PagedTable<PlanRow> table() {
        return table;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
