package dev.rackside.backup.ui;

import dev.rackside.backup.BackupWords;
import dev.rackside.backup.ScheduleFacet;
import dev.rackside.backup.ScheduleRow;
import dev.rackside.fx.Background;
import dev.rackside.fx.Badge;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.FacetListModel;
import dev.rackside.fx.ListMenu;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.Presence;
import dev.rackside.fx.SearchField;
import dev.rackside.row.Facet;
import dev.rackside.row.FacetFilter;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;

/** The list of schedules with what narrows it. */
@SuppressWarnings("NullAway.Init")
final class ScheduleListController {

    private static final double MIDDLE = 560;
    private static final double WIDE = 800;
    private static final double WIDER = 1000;
    private static final double WIDEST = 1140;

    private final FacetListModel<ScheduleRow, ScheduleFacet> model;
    private final Background background;
    private final Runnable create;
    private final Map<ScheduleFacet, FacetBox> boxes = new EnumMap<>(ScheduleFacet.class);

    @FXML
    private Label count;
    @FXML
    private Button newSchedule;
    @FXML
    private ListMenu more;
    @FXML
    private SearchField search;
    @FXML
    private FacetBox type;
    @FXML
    private FacetBox state;
    @FXML
    private FacetBox verify;
    @FXML
    private FacetBox zone;
    @FXML
    private Hyperlink clear;
    @FXML
    private PagedTable<ScheduleRow> table;

    ScheduleListController(FacetListModel<ScheduleRow, ScheduleFacet> model, Background background, Runnable create) {
        this.model = model;
        this.background = background;
        this.create = create;
    }

    @FXML
    private void initialize() {
        columns();
        table.setAccessibleText(Messages.get("schedule.list"));
        table.show(model.rows());
        more.of(table, search, type, state, verify, zone);
        search.onSearch(background, model::search);
        boxes.putAll(Map.of(ScheduleFacet.TYPE, type, ScheduleFacet.STATE, state, ScheduleFacet.VERIFY, verify,
                ScheduleFacet.ZONE, zone));
        boxes.forEach((facet, box) -> box.chosen().addListener((_, _, values) -> model.choose(facet, values)));
        model.facets().addListener((_, _, facets) -> boxes
                .forEach((facet, box) -> box.show(facets.getOrDefault(facet, List.<Facet>of()))));
        model.filter().addListener((_, _, filter) -> narrowed(filter));
        count.textProperty().bind(model.rows().countText());
        newSchedule.setOnAction(_ -> create.run());
        clear.setOnAction(_ -> clear());
        narrowed(model.filter().get());
    }

    private void columns() {
        table.text("schedule.name", "name", 180, ScheduleRow::name);
        table.badge("schedule.state", null, 110, row -> ScheduleWords.state(row, Instant.now()));
        var types = table.text("schedule.type", "type", 96, row -> BackupWords.type(row.type()));
        var times = table.text("schedule.times", null, 230, ScheduleWords::times);
        var zones = table.text("schedule.zone", "zone", 130, ScheduleRow::timeZone);
        var levels = table.text("schedule.verify", "verify", 110, row -> ScheduleWords.verify(row.verifyLevel()));
        table.badge("schedule.next", "next", 140, row -> Badge.plain(BackupBadges.minute(row.nextRunAt())),
                ScheduleRow::nextRunAt);
        var last = table.age("schedule.last", "last", 92, ScheduleRow::lastRunAt);
        table.hideBelow(MIDDLE, types);
        table.hideBelow(WIDE, times);
        table.hideBelow(WIDER, levels, last);
        table.hideBelow(WIDEST, zones);
    }

    private void narrowed(FacetFilter<ScheduleFacet> filter) {
        boxes.forEach((facet, box) -> {
            if (!box.chosen().get().equals(filter.chosen(facet))) {
                box.choose(filter.chosen(facet));
            }
        });
        Presence.present(clear, filter.narrows());
        if (filter.narrows()) {
            table.whenEmpty(Messages.get("schedule.nothing"), Messages.get("schedule.clear"), this::clear);
        } else {
            table.whenEmpty(Messages.get("schedule.none"), Messages.get("schedule.new"), create);
        }
    }

    private void clear() {
        search.clear();
        model.clear();
    }

    PagedTable<ScheduleRow> table() {
        return table;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
