package dev.rackside.backup.ui;

import dev.rackside.backup.BackupFacets;
import dev.rackside.backup.BackupFilter;
import dev.rackside.backup.BackupRow;
import dev.rackside.backup.BackupSummary;
import dev.rackside.backup.BackupWords;
import dev.rackside.fx.Background;
import dev.rackside.fx.Badge;
import dev.rackside.fx.FacetBox;
import dev.rackside.fx.ListMenu;
import dev.rackside.fx.PagedTable;
import dev.rackside.fx.Presence;
import dev.rackside.fx.SearchField;
import dev.rackside.fx.Zones;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The list of backups, with what matters above it and what narrows it. */
final class BackupListController {

    private static final double WIDE = 980;
    private static final double MIDDLE = 640;
    private static final double NARROW = 540;

    private final BackupListViewModel model;
    private final Background background;
    private final ObservableValue<@Nullable Choice> scope;
    private final Ways ways;

    @FXML
    private Label count;
    @FXML
    private Label scopeNote;
    @FXML
    private MenuItem newRecord;
    @FXML
    private BackupStrip strip;
    @FXML
    private Button chip;
    @FXML
    private Button dayChip;
    @FXML
    private SearchField search;
    @FXML
    private FacetBox type;
    @FXML
    private FacetBox grade;
    @FXML
    private FacetBox outcome;
    @FXML
    private FacetBox method;
    @FXML
    private FacetBox database;
    @FXML
    private Hyperlink clear;
    @FXML
    private ListMenu more;
    @FXML
    private PagedTable<BackupRow> table;
    @FXML
    private MenuItem history;
    @FXML
    private MenuItem retention;
    @FXML
    private MenuItem notices;
    @FXML
    private MenuItem verifyAll;
    @FXML
    private Button take;
    @FXML
    private MenuItem proofOfRestore;
    private boolean showing;

    /**
     * Where the buttons lead to.
     *
     * @param history twelve months at one glance
     * @param retention what the schedules' rules keep and let go
     * @param notices who is told outside the window
     * @param proof a proof of restore to hand over
     * @param jobs what can be begun here
     */
    record Ways(Runnable create, Runnable history, Runnable retention, Runnable notices, Runnable proof,
            BackupJobs jobs) {}

    /** @param scope the client that the whole window is narrowed to: a backup holds them all, and the list says so */
    BackupListController(BackupListViewModel model, Background background, ObservableValue<@Nullable Choice> scope,
            Ways ways) {
        this.model = model;
        this.background = background;
        this.scope = scope;
        this.ways = ways;
    }

    @FXML
    private void initialize() {
        columns();
        table.show(model.rows());
        search.onSearch(background, _ -> narrow());
        boxes().forEach(box -> box.chosen().addListener((_, _, _) -> narrow()));
        model.facets().addListener((_, _, facets) -> show(facets));
        model.filter().addListener((_, _, filter) -> show(filter));
        model.summary().addListener((_, _, summary) -> show(summary));
        count.textProperty().bind(model.rows().countText());
        scope.addListener((_, _, choice) -> scoped(choice));
        scoped(scope.getValue());
        chip.setOnAction(_ -> model.narrow(model.filter().get().failedSince(null)));
        dayChip.setOnAction(_ -> model.narrow(model.filter().get().started(null)));
        newRecord.setOnAction(_ -> ways.create().run());
        history.setOnAction(_ -> ways.history().run());
        retention.setOnAction(_ -> ways.retention().run());
        notices.setOnAction(_ -> ways.notices().run());
        take.setOnAction(_ -> ways.jobs().take());
        take.disableProperty().bind(ways.jobs().running());
        verifyAll.setOnAction(_ -> ways.jobs().proveAll());
        verifyAll.disableProperty().bind(ways.jobs().running());
        proofOfRestore.setOnAction(_ -> ways.proof().run());
        clear.setOnAction(_ -> model.narrow(BackupFilter.ALL));
        show(model.filter().get());
        more.of(table, search, type, grade, outcome, method, database);
    }

    private void columns() {
        table.badge("backup.type", "type", 104, BackupListController::type,
                row -> BackupWords.type(row.type()));
        table.text("backup.started", "started", 136, row -> BackupBadges.minute(row.startedAt())).setMinWidth(136);
        var ages = table.age("backup.age", null, 72, BackupRow::startedAt);
        var durations = table.amount("backup.duration", "duration", 92, BackupBadges::duration);
        durations.setMinWidth(88);
        var sizes = table.amount("backup.size", "size", 92, BackupBadges::size);
        sizes.setMinWidth(84);
        var methods = table.text("backup.method", "method", 104, BackupRow::method);
        var outcomes = table.badge("backup.outcome", "outcome", 116, row -> BackupBadges.outcome(row.outcome()));
        table.badge("backup.grade", "grade", 200, row -> BackupBadges.grade(row.grade()));
        var sources = table.text("backup.database", "database", 180, BackupBadges::source);
        table.hideBelow(WIDE, methods, sources);
        table.hideBelow(MIDDLE, ages, durations, outcomes);
        table.hideBelow(NARROW, sizes);
    }

    private static Badge type(BackupRow row) {
        var odd = BackupBadges.oddType(row.type());
        return odd == null ? Badge.plain(BackupWords.type(row.type())) : odd;
    }

    private Stream<FacetBox> boxes() {
        return Stream.of(type, grade, outcome, method, database);
    }

    private void narrow() {
        if (!showing) {
            model.narrow(new BackupFilter(text(), type.chosen().get(), grade.chosen().get(), outcome.chosen().get(),
                    method.chosen().get(), database.chosen().get(), model.filter().get().failedSince(),
                    model.filter().get().started()));
        }
    }

    private @Nullable String text() {
        var words = search.getText();
        return words == null || words.isBlank() ? null : words.strip();
    }

    /** The controls follow the filter, whoever changed it. */
    private void show(BackupFilter filter) {
        showing = true;
        if (filter.text() == null && text() != null) {
            search.clear();
        }
        choose(type, filter.types());
        choose(grade, filter.grades());
        choose(outcome, filter.outcomes());
        choose(method, filter.methods());
        choose(database, filter.databases());
        showing = false;
        Presence.present(chip, filter.failedSince() != null);
        chip.setText(Messages.get("backup.chip.failed", BackupSummary.LATELY.toDays()));
        var started = filter.started();
        Presence.present(dayChip, started != null);
        dayChip.setText(started == null
                ? ""
                : Messages.get("backup.chip.day", LocalDate.ofInstant(started.from(), Zones.shown()).toString()));
        var narrowed = !filter.equals(BackupFilter.ALL);
        Presence.present(clear, narrowed);
        clear.setManaged(narrowed);
        if (narrowed) {
            table.whenEmpty(Messages.get("backup.nothing"), Messages.get("backup.clear"),
                    () -> model.narrow(BackupFilter.ALL));
        } else {
            table.whenEmpty(Messages.get("backup.none"), Messages.get("backup.take"), ways.jobs()::take);
        }
    }

    private static void choose(FacetBox box, Set<String> values) {
        if (!box.chosen().get().equals(values)) {
            box.choose(values);
        }
    }

    private void show(BackupFacets facets) {
        type.show(facets.types());
        grade.show(facets.grades());
        outcome.show(facets.outcomes());
        method.show(facets.methods());
        database.show(facets.databases());
    }

    private void show(@Nullable BackupSummary summary) {
        if (summary != null) {
            strip.show(StripTile.of(summary), this::open);
        }
    }

    private void open(StripTile tile) {
        var row = tile.row();
        if (row == null) {
            model.showFailures();
        } else {
            model.rows().selected().set(row);
        }
    }

    private void scoped(@Nullable Choice choice) {
        scopeNote.setText(choice == null ? "" : Messages.get("backup.all-clients"));
    }

    PagedTable<BackupRow> table() {
        return table;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
