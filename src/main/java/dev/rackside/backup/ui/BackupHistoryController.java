package dev.rackside.backup.ui;

import dev.rackside.backup.BackupHistory;
import dev.rackside.backup.BackupPeriod;
import dev.rackside.backup.Grade;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Age;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Facts;
import dev.rackside.fx.Presence;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Spans;
import dev.rackside.text.Messages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Twelve months of backups: what needs a person, the newest proof, a calendar by result, size and duration. */
@SuppressWarnings("NullAway.Init")
final class BackupHistoryController {

    private final BackupHistoryViewModel model;
    private final Ways ways;

    @FXML
    private Button back;
    @FXML
    private ProblemBar bar;
    @FXML
    private VBox points;
    @FXML
    private Facts proof;
    @FXML
    private BackupCalendar calendar;
    @FXML
    private Label day;
    @FXML
    private Hyperlink showDay;
    @FXML
    private FlowPane legend;
    @FXML
    private ToggleButton asTable;
    @FXML
    private VBox charts;

    /**
     * Where the page leads to.
     *
     * @param day the list, narrowed to a day
     * @param failures the list, narrowed to what failed lately
     * @param backup one backup
     */
    record Ways(Runnable back, Consumer<BackupPeriod> day, Runnable failures, Consumer<UUID> backup) {}

    BackupHistoryController(BackupHistoryViewModel model, Ways ways) {
        this.model = model;
        this.ways = ways;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> ways.back().run());
        calendar.onOpen(this::open);
        calendar.chosen().addListener((_, _, chosen) -> tell(chosen));
        showDay.setOnAction(_ -> {
            var chosen = calendar.chosen().get();
            if (chosen != null) {
                open(chosen);
            }
        });
        asTable.setOnAction(_ -> charts(model.history().get()));
        for (var mark : DayMark.values()) {
            legend.getChildren().add(entry(mark));
        }
        model.history().addListener((_, _, history) -> show(history));
        model.problem().addListener((_, _, problem) -> show(problem));
    }

    private static Node entry(DayMark mark) {
        var sign = mark.sign();
        var square = new Label(null, sign == null ? null : new FontIcon(sign));
        square.getStyleClass().addAll("backup-day", "legend-day", mark.style());
        return new HBox(4, square, new Label(mark.words()));
    }

    private void show(@Nullable BackupHistory history) {
        if (history == null) {
            return;
        }
        points.getChildren().clear();
        HistoryPoint.of(history).forEach(point -> points.getChildren().add(line(point)));
        proof(history);
        calendar.show(history);
        tell(calendar.chosen().get());
        charts(history);
    }

    private Node line(HistoryPoint point) {
        var label = point.badge().label();
        label.setWrapText(true);
        var backup = point.backup();
        if (backup == null && !point.failures()) {
            return label;
        }
        var link = new Hyperlink(Messages.get("backup.point.show"));
        link.setMinWidth(Hyperlink.USE_PREF_SIZE);
        link.setAccessibleText(Messages.get("backup.point.show.spoken", point.badge().word()));
        link.setOnAction(_ -> {
            if (backup == null) {
                ways.failures().run();
            } else {
                ways.backup().accept(backup);
            }
        });
        var line = new HBox(8, label, link);
        line.getStyleClass().add("point-line");
        return line;
    }

    private void proof(BackupHistory history) {
        proof.clear();
        var newest = history.summary().newestProved();
        if (newest == null) {
            proof.add("backup.proof.newest", Badge.warn(Messages.get("backup.strip.never")).label());
            return;
        }
        var age = Age.by(Clock.fixed(history.summary().readAt(), ZoneOffset.UTC));
        var link = new Hyperlink(BackupBadges.title(newest));
        link.setOnAction(_ -> ways.backup().accept(newest.id()));
        proof.add("backup.proof.newest", link).add("backup.proof.age", age.text(newest.startedAt()))
                .add("backup.proof.rto", history.restoreTook() == null
                        ? Messages.get("backup.proof.rto.unknown")
                        : Spans.text(history.restoreTook()));
    }

    private void tell(@Nullable LocalDate chosen) {
        var history = model.history().get();
        var found = history == null || chosen == null ? null : history.on(chosen).orElse(null);
        day.setText(chosen == null ? "" : DayWords.of(chosen, found));
        Presence.present(showDay, found != null);
    }

    private void open(LocalDate chosen) {
        var history = model.history().get();
        if (history != null && history.on(chosen).isPresent()) {
            ways.day().accept(BackupPeriod.of(chosen, history.zone()));
        }
    }

    private void charts(@Nullable BackupHistory history) {
        charts.getChildren().clear();
        if (history == null) {
            return;
        }
        if (history.days().stream().noneMatch(each -> each.best() != Grade.FAILED)) {
            var nothing = new Label(Messages.get("backup.chart.nothing"));
            nothing.getStyleClass().add("muted");
            charts.getChildren().setAll(nothing);
        } else if (asTable.isSelected()) {
            charts.getChildren().setAll(DayTable.of(history.days()));
        } else {
            charts.getChildren().setAll(HistoryCharts.sizes(history), HistoryCharts.durations(history));
        }
    }

    private void show(@Nullable Problem problem) {
        if (problem == null) {
            bar.hide();
        } else {
            bar.show(problem, model::retry);
        }
    }

    /** The keyboard goes to the calendar. */
    void focus() {
        calendar.requestFocus();
    }
}
