package dev.rackside.backup.ui;

import dev.rackside.backup.PrunePlan;
import dev.rackside.backup.PruneService;
import dev.rackside.backup.RetentionWords;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Bytes;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Presence;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.TextScale;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What the schedules' rules keep and let go, each with the reason; nothing goes before a person says so. */
@SuppressWarnings("NullAway.Init")
final class RetentionController {

    private static final double ROW = 28;

    private final RetentionViewModel model;
    private final Dialogs dialogs;
    private final Runnable leave;
    private final Runnable changed;

    @FXML
    private Button back;
    @FXML
    private Button remove;
    @FXML
    private ProblemBar bar;
    @FXML
    private Label only;
    @FXML
    private Label result;
    @FXML
    private VBox rules;
    @FXML
    private CheckBox onlyGoing;
    @FXML
    private TableView<Shown> table;

    /** A line of the table. */
    record Shown(String schedule, PrunePlan.Line line) {}

    /**
     * @param leave back to the list
     * @param changed after something was removed
     */
    RetentionController(RetentionViewModel model, Dialogs dialogs, Runnable leave, Runnable changed) {
        this.model = model;
        this.dialogs = dialogs;
        this.leave = leave;
        this.changed = changed;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> leave.run());
        remove.setOnAction(_ -> ask());
        Presence.present(result, false);
        onlyGoing.setOnAction(_ -> fill());
        table.setFixedCellSize(TextScale.px(ROW));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.setPlaceholder(new Label(Messages.get("backup.retention.nothing")));
        columns();
        model.plans().addListener((_, _, _) -> show());
        model.problem().addListener((_, _, problem) -> show(problem));
        show();
    }

    private void columns() {
        text("backup.retention.schedule", 140, Shown::schedule);
        text("backup.started", 130, shown -> BackupBadges.minute(shown.line().row().startedAt()));
        text("backup.size", 84, shown -> BackupBadges.size(shown.line().row()))
                .setStyle("-fx-alignment: center-right;");
        badge("backup.grade", 170, shown -> BackupBadges.grade(shown.line().row().grade()));
        badge("backup.retention.verdict", 80, shown -> shown.line().goes()
                ? Badge.warn(Messages.get("backup.retention.goes"))
                : Badge.rest(Messages.get("backup.retention.stays")));
        text("backup.retention.why", 300, RetentionController::why);
    }

    private static String why(Shown shown) {
        var reasons = RetentionWords.reasons(shown.line().verdict());
        var file = shown.line().file();
        return file == null
                ? reasons
                : Messages.get("backup.retention.why.file", reasons, RetentionWords.state(file));
    }

    private TableColumn<Shown, Shown> text(String key, double width, Function<Shown, @Nullable String> text) {
        var column = column(key, width);
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Shown shown, boolean empty) {
                super.updateItem(shown, empty);
                var words = shown == null ? null : text.apply(shown);
                setText(words);
                setTooltip(words == null || words.isEmpty() ? null : new Tooltip(words));
            }
        });
        return column;
    }

    private void badge(String key, double width, Function<Shown, Badge> badge) {
        column(key, width).setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Shown shown, boolean empty) {
                super.updateItem(shown, empty);
                setGraphic(shown == null ? null : badge.apply(shown).label());
            }
        });
    }

    private TableColumn<Shown, Shown> column(String key, double width) {
        var column = new TableColumn<Shown, Shown>(Messages.get(key));
        column.setPrefWidth(TextScale.px(width));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        table.getColumns().add(column);
        return column;
    }

    private List<PrunePlan> plans() {
        var read = model.plans().get();
        return read == null ? List.of() : read;
    }

    private void show() {
        rules.getChildren().clear();
        for (var plan : plans()) {
            var label = new Label(Messages.get("backup.retention.rule", plan.name(), RetentionWords.rule(plan.rule()),
                    plan.lines().size() - plan.going().size(), plan.going().size(), plan.here().size(),
                    Bytes.text(plan.bytes())));
            label.setWrapText(true);
            rules.getChildren().add(label);
        }
        if (plans().isEmpty()) {
            rules.getChildren().add(new Label(Messages.get("backup.retention.none")));
        }
        var count = RetentionViewModel.here(plans());
        remove.setText(Messages.get("backup.retention.remove", count));
        remove.setDisable(count == 0 || !model.allowed());
        Presence.present(only, !model.allowed());
        fill();
    }

    private void fill() {
        table.getItems().setAll(plans().stream()
                .flatMap(plan -> plan.lines().stream().map(line -> new Shown(plan.name(), line)))
                .filter(shown -> shown.line().goes() || !onlyGoing.isSelected()).toList());
    }

    private void ask() {
        var going = plans().stream().filter(plan -> !plan.here().isEmpty())
                .map(plan -> Messages.get("backup.retention.ask", plan.name(), plan.here().size(),
                        Bytes.text(plan.bytes())));
        var what = Messages.get("backup.retention.what", RetentionViewModel.here(plans()));
        if (dialogs.confirmDelete(what,
                Stream.concat(going, Stream.of(Messages.get("backup.retention.records-stay"))).toList())) {
            remove.setDisable(true);
            model.prune(this::removed);
        }
    }

    private void removed(List<PruneService.Done> done) {
        model.read();
        changed.run();
        var left = done.stream().filter(one -> !one.gone()).count();
        result.setText(Messages.get("backup.retention.done", done.size() - left, left));
        Presence.present(result, true);
    }

    private void show(@Nullable Problem problem) {
        if (problem == null) {
            bar.hide();
        } else {
            bar.show(problem, model::retry);
        }
    }

    void focus() {
        table.requestFocus();
    }
}
