package dev.rackside.session.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.CodedBox;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.ListMenu;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.Presence;
import dev.rackside.fx.SearchField;
import dev.rackside.row.Choice;
import dev.rackside.row.Facet;
import dev.rackside.session.WorkFacet;
import dev.rackside.session.WorkFilter;
import dev.rackside.session.WorkRow;
import dev.rackside.text.Messages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;

/** The list of work items with what narrows it. */
@SuppressWarnings("NullAway.Init")
final class WorkListController {

    private static final double WIDEST = 1180;
    private static final double WIDE = 940;
    private static final double MIDDLE = 720;
    private static final double NARROW = 520;

    private final WorkListViewModel model;
    private final Background background;
    private final Runnable create;
    private final Map<WorkFacet, FacetBox> boxes = new EnumMap<>(WorkFacet.class);

    @FXML
    private Label count;
    @FXML
    private Label scopeNote;
    @FXML
    private Button newWork;
    @FXML
    private Button chip;
    @FXML
    private SearchField search;
    @FXML
    private FacetBox client;
    @FXML
    private FacetBox status;
    @FXML
    private FacetBox priority;
    @FXML
    private FacetBox category;
    @FXML
    private FacetBox machine;
    @FXML
    private FacetBox tag;
    @FXML
    private Hyperlink clear;
    @FXML
    private ListMenu more;
    @FXML
    private PagedTable<WorkRow> table;

    WorkListController(WorkListViewModel model, Background background, Runnable create) {
        this.model = model;
        this.background = background;
        this.create = create;
    }

    @FXML
    private void initialize() {
        columns();
        table.show(model.rows());
        table.setAccessibleText(Messages.get("work.list"));
        search.onSearch(background, model::search);
        boxes.putAll(Map.of(WorkFacet.CLIENT, client, WorkFacet.STATUS, status, WorkFacet.PRIORITY, priority,
                WorkFacet.CATEGORY, category, WorkFacet.MACHINE, machine, WorkFacet.TAG, tag));
        boxes.forEach((facet, box) -> box.chosen().addListener((_, _, values) -> model.choose(facet, values)));
        tag.allProperty().addListener((_, _, all) -> model.allTags(all));
        model.facets().addListener((_, _, facets) -> boxes
                .forEach((facet, box) -> box.show(facets.getOrDefault(facet, List.<Facet>of()))));
        count.textProperty().bind(model.rows().countText());
        model.filter().addListener((_, _, filter) -> narrowed(filter));
        model.scope().addListener((_, _, _) -> narrowed(model.filter().get()));
        model.session().addListener((_, _, _) -> narrowed(model.filter().get()));
        chip.setOnAction(_ -> model.showOnly(null));
        newWork.setOnAction(_ -> create.run());
        clear.setOnAction(_ -> clear());
        narrowed(model.filter().get());
        more.of(table, search, client, status, priority, category, machine, tag);
    }

    private void columns() {
        table.badge("work.priority", "priority", 96, row -> WorkWords.priority(row.priority()));
        table.text("work.title", "title", 280, WorkWords::title);
        table.badge("work.status", "status", 116, row -> SessionWords.workBadge(row.status()));
        var categories = table.badge("work.category", "category", 124, row -> WorkWords.category(row.category()),
                row -> CodedBox.word(row.category(), WorkWords.CATEGORY));
        categories.setMaxWidth(160);
        var clients = table.text("work.client", "client", 140, WorkWords::client);
        var sessions = table.text("work.session", "session", 170, WorkWords::session);
        var machines = table.mono("work.machine", "machine", 120, WorkWords::machine);
        machines.setMaxWidth(160);
        var minutes = table.number("work.minutes", "minutes", 92, WorkRow::actualMinutes);
        var tags = table.text("work.tags", null, 110, WorkRow::tags);
        var created = table.age("work.created", "created", 84, WorkRow::createdAt);
        table.hideBelow(WIDEST, sessions, tags);
        table.hideBelow(WIDE, categories, minutes);
        table.hideBelow(MIDDLE, clients, machines);
        table.hideBelow(NARROW, created);
    }

    private void narrowed(WorkFilter filter) {
        boxes.forEach((facet, box) -> {
            if (!box.chosen().get().equals(filter.chosen(facet))) {
                box.choose(filter.chosen(facet));
            }
        });
        tag.allProperty().set(filter.allTags());
        var scope = model.scope().getValue();
        var session = model.session().get();
        scopeNote.setText(scope == null || session != null ? "" : Messages.get("work.only", scope.label()));
        client.setVisible(scope == null && session == null);
        client.setManaged(client.isVisible());
        chip.setVisible(session != null);
        chip.setManaged(session != null);
        if (session != null) {
            chip.setText(Messages.get("work.chip", session.label()));
        }
        Presence.present(clear, filter.narrowed());
        if (filter.narrowed()) {
            table.whenEmpty(Messages.get("work.nothing"), Messages.get("work.clear"), this::clear);
        } else {
            table.whenEmpty(Messages.get(session == null ? "work.none" : "work.none-here"), Messages.get("work.new"),
                    create);
        }
    }

    private void clear() {
        search.clear();
        model.clear();
    }

    void showForTag(Choice chosen) {
        clear();
        model.showOnly(null);
        tag.choose(Set.of(chosen.id().toString()));
    }

    PagedTable<WorkRow> table() {
        return table;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
