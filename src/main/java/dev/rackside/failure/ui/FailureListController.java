package dev.rackside.failure.ui;

import dev.rackside.failure.FailureFacet;
import dev.rackside.failure.FailureFilter;
import dev.rackside.failure.FailureRow;
import dev.rackside.fx.Background;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.ListMenu;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.Presence;
import dev.rackside.fx.SearchField;
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

/** The list of failure patterns with what narrows it. */
@SuppressWarnings("NullAway.Init")
final class FailureListController {

    private static final double MIDDLE = 560;
    private static final double WIDE = 820;

    private final FailureListViewModel model;
    private final Background background;
    private final Runnable create;
    private final Map<FailureFacet, FacetBox> boxes = new EnumMap<>(FailureFacet.class);

    @FXML
    private Label count;
    @FXML
    private Label scopeNote;
    @FXML
    private Button newPattern;
    @FXML
    private ListMenu more;
    @FXML
    private SearchField search;
    @FXML
    private FacetBox client;
    @FXML
    private FacetBox machine;
    @FXML
    private FacetBox type;
    @FXML
    private FacetBox severity;
    @FXML
    private FacetBox active;
    @FXML
    private Hyperlink clear;
    @FXML
    private PagedTable<FailureRow> table;

    FailureListController(FailureListViewModel model, Background background, Runnable create) {
        this.model = model;
        this.background = background;
        this.create = create;
    }

    @FXML
    private void initialize() {
        columns();
        table.setAccessibleText(Messages.get("failure.list"));
        table.show(model.rows());
        more.of(table, search, client, machine, type, severity, active);
        search.onSearch(background, model::search);
        boxes.putAll(Map.of(FailureFacet.CLIENT, client, FailureFacet.MACHINE, machine, FailureFacet.TYPE, type,
                FailureFacet.SEVERITY, severity, FailureFacet.ACTIVE, active));
        boxes.forEach((facet, box) -> box.chosen().addListener((_, _, values) -> model.choose(facet, values)));
        model.facets().addListener((_, _, facets) -> boxes
                .forEach((facet, box) -> box.show(facets.getOrDefault(facet, List.<Facet>of()))));
        model.filter().addListener((_, _, filter) -> narrowed(filter));
        count.textProperty().bind(model.rows().countText());
        newPattern.setOnAction(_ -> create.run());
        clear.setOnAction(_ -> clear());
        narrowed(model.filter().get());
    }

    private void columns() {
        fixed(table.badge("failure.severity", "severity", 100, row -> FailureWords.severity(row.severity()),
                row -> row.severity().text()));
        var signatures = table.mono("failure.signature", "signature", 260,
                row -> FailureWords.signature(row.signature()));
        signatures.setMinWidth(180);
        var types = table.badge("failure.type", "type", 170, row -> FailureWords.type(row.type()),
                row -> row.type().text());
        var clients = table.text("failure.client", "client", 140, row -> row.client() != null
                ? row.client()
                : row.clientId() == null ? Messages.get("failure.everywhere") : row.clientId().toString());
        var machines = table.mono("failure.machine", "machine", 124, row -> row.machine() != null
                ? row.machine()
                : row.machineId() == null ? null : row.machineId().toString());
        table.number("failure.occurrences.short", "occurrences", 72, FailureRow::occurrences);
        table.age("failure.last-seen", "seen", 92, FailureRow::lastSeen);
        var state = table.text("failure.active", null, 104, row -> FailureWords.active(row.active()));
        machines.setMaxWidth(148);
        table.hideBelow(WIDE, types);
        table.hideBelow(WIDE, machines);
        table.hideBelow(WIDE, state);
        table.hideBelow(MIDDLE, clients);
    }

    /** What is short is shown whole; the signature takes the room. */
    private static void fixed(TableColumn<?, ?> column) {
        column.setMinWidth(column.getPrefWidth());
        column.setMaxWidth(column.getPrefWidth());
    }

    private void narrowed(FailureFilter filter) {
        boxes.forEach((facet, box) -> {
            if (!box.chosen().get().equals(filter.chosen(facet))) {
                box.choose(filter.chosen(facet));
            }
        });
        var scope = model.scope().getValue();
        scopeNote.setText(scope == null ? "" : Messages.get("failure.only", scope.label()));
        Presence.present(client, scope == null);
        Presence.present(clear, model.narrowed());
        if (model.narrowed()) {
            table.whenEmpty(Messages.get("failure.nothing"), Messages.get("failure.clear"), this::clear);
        } else {
            table.whenEmpty(Messages.get(scope == null ? "failure.none" : "failure.none-here"),
                    Messages.get("failure.new"), create);
        }
    }

    private void clear() {
        search.clear();
        model.clear();
    }

    PagedTable<FailureRow> table() {
        return table;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
