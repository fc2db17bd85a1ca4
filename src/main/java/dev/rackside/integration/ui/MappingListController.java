package dev.rackside.integration.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.ListMenu;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.Presence;
import dev.rackside.fx.SearchField;
import dev.rackside.integration.MappingFacet;
import dev.rackside.integration.MappingRow;
import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import dev.rackside.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;

/** The list of mappings with what narrows it. */
@SuppressWarnings("NullAway.Init")
final class MappingListController {

    private static final double MIDDLE = 600;
    private static final double WIDE = 820;

    private final MappingModel model;
    private final Background background;
    private final Steps steps;
    private final Map<MappingFacet, FacetBox> boxes = new EnumMap<>(MappingFacet.class);

    @FXML
    private Label count;
    @FXML
    private Button fetch;
    @FXML
    private Button suggest;
    @FXML
    private ListMenu more;
    @FXML
    private SearchField search;
    @FXML
    private FacetBox state;
    @FXML
    private FacetBox system;
    @FXML
    private FacetBox kind;
    @FXML
    private Hyperlink clear;
    @FXML
    private PagedTable<MappingRow> table;

    /** What the buttons do. */
    record Steps(Runnable fetch, Runnable suggest) {}

    MappingListController(MappingModel model, Background background, Steps steps) {
        this.model = model;
        this.background = background;
        this.steps = steps;
    }

    @FXML
    private void initialize() {
        columns();
        var list = model.list();
        table.setAccessibleText(Messages.get("mapping.list"));
        table.show(model.rows());
        more.of(table, search, state, system, kind);
        search.onSearch(background, list::search);
        boxes.putAll(Map.of(MappingFacet.STATE, state, MappingFacet.SYSTEM, system, MappingFacet.KIND, kind));
        boxes.forEach((facet, box) -> box.chosen().addListener((_, _, values) -> list.choose(facet, values)));
        list.facets().addListener((_, _, facets) -> boxes
                .forEach((facet, box) -> box.show(facets.getOrDefault(facet, List.<Facet>of()))));
        list.filter().addListener((_, _, filter) -> narrowed(filter));
        count.textProperty().bind(model.rows().countText());
        fetch.setOnAction(_ -> steps.fetch().run());
        suggest.setOnAction(_ -> steps.suggest().run());
        model.suggestions().addListener((_, _, _) -> suggested());
        clear.setOnAction(_ -> clear());
        suggested();
        narrowed(list.filter().get());
    }

    private void columns() {
        table.badge("mapping.state", "state", 104, MappingWords::state);
        table.text("mapping.name", "name", 200, MappingWords::name);
        table.text("mapping.here", "here", 180, MappingRow::hereName);
        var suggestions = table.text("mapping.suggestion", null, 220,
                row -> MappingWords.suggestion(model.suggestions().get().get(row.id())));
        var kinds = table.text("mapping.kind", "kind", 96, MappingWords::kind);
        var systems = table.text("mapping.system", "system", 120, MappingWords::system);
        var people = table.text("mapping.by", "by", 120, MappingRow::mappedBy);
        table.hideBelow(MIDDLE, suggestions, systems);
        table.hideBelow(WIDE, kinds, people);
    }

    private void suggested() {
        var many = model.suggestions().get().size();
        suggest.setText(Messages.get("mapping.suggestions", many));
        suggest.setDisable(many == 0);
        table.view().refresh();
    }

    private void narrowed(FacetFilter<MappingFacet> filter) {
        boxes.forEach((facet, box) -> {
            if (!box.chosen().get().equals(filter.chosen(facet))) {
                box.choose(filter.chosen(facet));
            }
        });
        Presence.present(clear, filter.narrows());
        if (filter.narrows()) {
            table.whenEmpty(Messages.get("mapping.nothing"), Messages.get("mapping.clear"), this::clear);
        } else {
            table.whenEmpty(Messages.get("mapping.none"), Messages.get("mapping.fetch"), steps.fetch());
        }
    }

    private void clear() {
        search.clear();
        model.list().clear();
    }

    /** Only what nobody said anything of yet. */
    void showOpen() {
        clear();
        model.list().choose(MappingFacet.STATE, Set.of(MappingFacet.OPEN));
    }

    PagedTable<MappingRow> table() {
        return table;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
