package dev.rackside.integration.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.DayRange;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.ListMenu;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.Presence;
import dev.rackside.fx.SearchField;
import dev.rackside.integration.ExchangeFacet;
import dev.rackside.integration.ExchangeFilter;
import dev.rackside.integration.ExchangeRow;
import dev.rackside.row.Facet;
import dev.rackside.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;

/** The log with what narrows it. */
@SuppressWarnings("NullAway.Init")
final class ExchangeListController {

    private static final double NARROW = 580;
    private static final double MIDDLE = 760;
    private static final double WIDE = 1160;

    private final ExchangeListViewModel model;
    private final Background background;
    private final Map<ExchangeFacet, FacetBox> boxes = new EnumMap<>(ExchangeFacet.class);

    @FXML
    private Label count;
    @FXML
    private Label scopeNote;
    @FXML
    private Hyperlink unknowns;
    @FXML
    private Button retention;
    @FXML
    private ListMenu more;
    @FXML
    private SearchField search;
    @FXML
    private FacetBox system;
    @FXML
    private FacetBox action;
    @FXML
    private FacetBox direction;
    @FXML
    private FacetBox outcome;
    @FXML
    private FacetBox status;
    @FXML
    private FacetBox client;
    @FXML
    private DayRange days;
    @FXML
    private Hyperlink clear;
    @FXML
    private PagedTable<ExchangeRow> table;

    ExchangeListController(ExchangeListViewModel model, Background background) {
        this.model = model;
        this.background = background;
    }

    @FXML
    private void initialize() {
        columns();
        table.setAccessibleText(Messages.get("exchange.list"));
        table.show(model.rows());
        more.of(table, search, system, action, direction, outcome, status, client);
        search.onSearch(background, model::search);
        boxes.putAll(Map.of(ExchangeFacet.SYSTEM, system, ExchangeFacet.ACTION, action, ExchangeFacet.DIRECTION,
                direction, ExchangeFacet.OUTCOME, outcome, ExchangeFacet.STATUS, status, ExchangeFacet.CLIENT,
                client));
        boxes.forEach((facet, box) -> box.chosen().addListener((_, _, values) -> model.choose(facet, values)));
        days.chosen().addListener((_, _, span) -> model.between(span.from(), span.until()));
        model.facets().addListener((_, _, facets) -> boxes
                .forEach((facet, box) -> box.show(facets.getOrDefault(facet, List.<Facet>of()))));
        model.filter().addListener((_, _, filter) -> narrowed(filter));
        count.textProperty().bind(model.rows().countText());
        clear.setOnAction(_ -> clear());
        unknowns.setOnAction(_ -> showUnknown());
        model.unknown().addListener((_, _, many) -> unknown(many.longValue()));
        unknown(0);
        narrowed(model.filter().get());
    }

    private void columns() {
        table.age("exchange.when", "created", 72, ExchangeRow::createdAt);
        table.text("exchange.system", null, 124, ExchangeWords::system).setMinWidth(124);
        table.text("exchange.action", null, 92, ExchangeWords::action);
        var directions = table.text("exchange.direction", null, 96, ExchangeWords::direction);
        table.badge("exchange.outcome", null, 124, ExchangeWords::outcome);
        var statuses = table.amount("exchange.status.short", null, 60, ExchangeWords::status);
        var durations = table.amount("exchange.duration", null, 84, ExchangeWords::duration);
        var externalIds = table.mono("exchange.external-id", null, 120, ExchangeRow::externalId);
        var clients = table.text("exchange.client", null, 150, ExchangeRow::client);
        var people = table.text("exchange.by", null, 120, ExchangeRow::createdBy);
        table.hideBelow(NARROW, externalIds);
        table.hideBelow(MIDDLE, statuses, durations);
        table.hideBelow(WIDE, directions, clients, people);
    }

    private void narrowed(ExchangeFilter filter) {
        boxes.forEach((facet, box) -> {
            if (!box.chosen().get().equals(filter.chosen(facet))) {
                box.choose(filter.chosen(facet));
            }
        });
        var scope = model.scope().getValue();
        scopeNote.setText(scope == null ? "" : Messages.get("exchange.only", scope.label()));
        Presence.present(client, scope == null);
        Presence.present(clear, model.narrowed());
        if (model.narrowed()) {
            table.whenEmpty(Messages.get("exchange.nothing"), Messages.get("exchange.clear"), this::clear);
        } else {
            table.whenEmpty(Messages.get(scope == null ? "exchange.none" : "exchange.none-here"));
        }
    }

    private void unknown(long many) {
        unknowns.setText(Messages.get("exchange.unknowns", many));
        Presence.present(unknowns, many > 0);
    }

    /** Shows those of which nobody knows the outcome. */
    void showUnknown() {
        search.clear();
        days.clear();
        model.chooseUnknown();
    }

    private void clear() {
        search.clear();
        days.clear();
        model.clear();
    }

    /** What the button beside the list's menu does. */
    void onRetention(Runnable act) {
        retention.setOnAction(_ -> act.run());
    }

    PagedTable<ExchangeRow> table() {
        return table;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Shows what a text finds, whatever narrowed the list before. */
    void searchFor(String text) {
        clear();
        search.setText(text);
    }
}
