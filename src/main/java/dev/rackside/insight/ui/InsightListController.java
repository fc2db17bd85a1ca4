package dev.rackside.insight.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.ListMenu;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.Presence;
import dev.rackside.fx.SearchField;
import dev.rackside.insight.InsightFacet;
import dev.rackside.insight.InsightFilter;
import dev.rackside.insight.InsightRow;
import dev.rackside.row.Facet;
import dev.rackside.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;

/** The list of insights with what narrows it. */
@SuppressWarnings("NullAway.Init")
final class InsightListController {

    private static final double WIDEST = 1040;
    private static final double WIDE = 860;
    private static final double MIDDLE = 640;
    private static final double NARROW = 520;
    private static final double NARROWEST = 400;

    private final InsightListViewModel model;
    private final Background background;
    private final Runnable create;
    private final Map<InsightFacet, FacetBox> boxes = new EnumMap<>(InsightFacet.class);

    @FXML
    private Label count;
    @FXML
    private Label scopeNote;
    @FXML
    private Button newInsight;
    @FXML
    private SearchField search;
    @FXML
    private FacetBox client;
    @FXML
    private FacetBox machine;
    @FXML
    private FacetBox category;
    @FXML
    private FacetBox confidence;
    @FXML
    private FacetBox priority;
    @FXML
    private FacetBox tag;
    @FXML
    private FacetBox stale;
    @FXML
    private Hyperlink clear;
    @FXML
    private ListMenu more;
    @FXML
    private PagedTable<InsightRow> table;

    InsightListController(InsightListViewModel model, Background background, Runnable create) {
        this.model = model;
        this.background = background;
        this.create = create;
    }

    @FXML
    private void initialize() {
        columns();
        table.show(model.rows());
        search.onSearch(background, model::search);
        boxes.putAll(Map.of(InsightFacet.CLIENT, client, InsightFacet.MACHINE, machine, InsightFacet.CATEGORY,
                category, InsightFacet.CONFIDENCE, confidence, InsightFacet.PRIORITY, priority, InsightFacet.TAG, tag,
                InsightFacet.STALE, stale));
        boxes.forEach((facet, box) -> box.chosen().addListener((_, _, values) -> model.choose(facet, values)));
        model.facets().addListener((_, _, facets) -> boxes
                .forEach((facet, box) -> box.show(facets.getOrDefault(facet, List.<Facet>of()))));
        model.filter().addListener((_, _, filter) -> narrowed(filter));
        count.textProperty().bind(model.rows().countText());
        newInsight.setOnAction(_ -> create.run());
        clear.setOnAction(_ -> clear());
        narrowed(model.filter().get());
        more.of(table, search, client, machine, category, confidence, priority, tag, stale);
    }

    private void columns() {
        fixed(table.badge("insight.priority.short", "priority", 68, InsightWords::priority, InsightRow::priority));
        table.text("insight.title", "title", 300, row -> InsightWords.title(row.title()));
        var categories = table.badge("insight.category", "category", 150,
                row -> InsightWords.category(row.category()),
                row -> InsightWords.word(row.category(), InsightWords.CATEGORY));
        fixed(table.badge("insight.confidence", "confidence", 108, row -> InsightWords.confidence(row.confidence()),
                row -> InsightWords.word(row.confidence(), InsightWords.CONFIDENCE)));
        var clients = table.text("insight.client", "client", 140, row -> row.client() != null
                ? row.client()
                : row.clientId() == null ? Messages.get("insight.everywhere") : row.clientId().toString());
        var machines = table.mono("insight.machine", "machine", 124, row -> row.machine() != null
                ? row.machine()
                : row.machineId() == null ? null : row.machineId().toString());
        var verified = table.badge("insight.verified", "verified", 84,
                row -> InsightWords.verified(row.lastVerified(), row.stale()), InsightRow::lastVerified);
        fixed(verified);
        var updated = table.age("insight.updated", "updated", 84, InsightRow::updatedAt);
        clients.setMaxWidth(280);
        categories.setMaxWidth(200);
        machines.setMaxWidth(148);
        table.hideBelow(WIDEST, categories);
        table.hideBelow(WIDE, updated);
        table.hideBelow(NARROW, machines);
        table.hideBelow(NARROWEST, verified);
        table.hideBelow(MIDDLE, clients);
    }

    /** What is short is shown whole; the title takes the room. */
    private static void fixed(TableColumn<?, ?> column) {
        column.setMinWidth(column.getPrefWidth());
        column.setMaxWidth(column.getPrefWidth());
    }

    private void narrowed(InsightFilter filter) {
        boxes.forEach((facet, box) -> {
            if (!box.chosen().get().equals(filter.chosen(facet))) {
                box.choose(filter.chosen(facet));
            }
        });
        var scope = model.scope().getValue();
        scopeNote.setText(scope == null ? "" : Messages.get("insight.only", scope.label()));
        Presence.present(client, scope == null);
        Presence.present(clear, model.narrowed());
        if (model.narrowed()) {
            table.whenEmpty(Messages.get("insight.nothing"), Messages.get("insight.clear"), this::clear);
        } else {
            table.whenEmpty(Messages.get(scope == null ? "insight.none" : "insight.none-here"),
                    Messages.get("insight.new"), create);
        }
    }

    private void clear() {
        search.clear();
        model.clear();
    }

    PagedTable<InsightRow> table() {
        return table;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
