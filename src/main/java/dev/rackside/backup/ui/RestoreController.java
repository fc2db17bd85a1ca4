package dev.rackside.backup.ui;

import dev.rackside.backup.restoring.RestorePreview;
import dev.rackside.backup.restoring.RestoreTarget;
import dev.rackside.backup.restoring.Restored;
import dev.rackside.backup.ui.RestoreViewModel.Step;
import dev.rackside.fault.Problem;
import dev.rackside.fx.FormField;
import dev.rackside.fx.Presence;
import dev.rackside.fx.ProblemBar;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Restores a backup in five steps: what it is, where to, what will happen, the work, and how both compare. */
@SuppressWarnings("NullAway.Init")
final class RestoreController {

    private final RestoreViewModel model;
    private final Runnable leave;
    private final Runnable changed;

    @FXML
    private Button back;
    @FXML
    private Label restoreTitle;
    @FXML
    private HBox steps;
    @FXML
    private ProblemBar bar;
    @FXML
    private VBox backup;
    @FXML
    private VBox where;
    @FXML
    private RadioButton intoNew;
    @FXML
    private TextField newName;
    @FXML
    private RadioButton overLive;
    @FXML
    private Label overLiveNote;
    @FXML
    private RadioButton oneTable;
    @FXML
    private HBox tableFields;
    @FXML
    private FormField newNameField;
    @FXML
    private ComboBox<String> tableChoice;
    @FXML
    private TextField tableName;
    @FXML
    private VBox confirm;
    @FXML
    private VBox happens;
    @FXML
    private VBox liveFields;
    @FXML
    private TextField typed;
    @FXML
    private FormField typedField;
    @FXML
    private CheckBox others;
    @FXML
    private VBox work;
    @FXML
    private ProgressBar progress;
    @FXML
    private Label at;
    @FXML
    private Label workNote;
    @FXML
    private VBox done;
    @FXML
    private Button next;
    @FXML
    private Button previous;

    /**
     * @param leave back to the list
     * @param changed after something was restored
     */
    RestoreController(RestoreViewModel model, Runnable leave, Runnable changed) {
        this.model = model;
        this.leave = leave;
        this.changed = changed;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> leave.run());
        previous.setOnAction(_ -> previous());
        next.setOnAction(_ -> next());
        var choice = new ToggleGroup();
        List.of(intoNew, overLive, oneTable).forEach(button -> button.setToggleGroup(choice));
        choice.selectedToggleProperty().addListener((_, _, _) -> chosen());
        tableChoice.valueProperty().addListener((_, _, table) -> tableName
                .setText(table == null ? "" : model.suggested(table)));
        List.of(newName, tableName, typed).forEach(field -> {
            field.textProperty().addListener((_, _, _) -> judge());
            field.setOnAction(_ -> next());
        });
        others.selectedProperty().addListener((_, _, _) -> judge());
        model.preview().addListener((_, _, preview) -> show(preview));
        model.step().addListener((_, _, step) -> show(step));
        model.outcome().addListener((_, _, outcome) -> show(outcome));
        model.problem().addListener((_, _, problem) -> tell(problem, model::retry));
        show(model.step().get());
    }

    private void show(@Nullable RestorePreview preview) {
        backup.getChildren().clear();
        if (preview != null) {
            backup.getChildren().setAll(RestoreLines.backup(preview));
            newName.setText(model.suggested(preview.live()));
            overLive.setText(Messages.get("backup.restore.over", preview.live()));
            overLiveNote.setText(Messages.get("backup.restore.over.note", preview.changed()));
            tableChoice.getItems().setAll(preview.tables().stream().map(RestorePreview.Table::name).toList());
            intoNew.setSelected(true);
            typed.clear();
            others.setSelected(false);
            others.setText(Messages.get("backup.restore.others.known", preview.others()));
            typedField.setText(Messages.get("backup.restore.type", preview.live()));
        }
        judge();
        if (back.isFocused()) {
            focus();
        }
    }

    private void show(Step step) {
        Presence.present(backup, step == Step.BACKUP);
        Presence.present(where, step == Step.TARGET);
        Presence.present(confirm, step == Step.CONFIRM);
        Presence.present(work, step == Step.WORK);
        Presence.present(done, step == Step.DONE);
        Presence.present(previous, step == Step.TARGET || step == Step.CONFIRM);
        steps.getChildren().setAll(RestoreLines.steps(step));
        next.setText(Messages.get(switch (step) {
            case BACKUP, TARGET -> "backup.restore.on";
            case CONFIRM -> "backup.restore.start";
            case WORK -> "backup.restore.stop";
            case DONE -> "backup.restore.close";
        }));
        var danger = step == Step.CONFIRM && model.target() instanceof RestoreTarget.OverLive;
        next.getStyleClass().removeAll("danger", "accent");
        if (step != Step.WORK) {
            next.getStyleClass().add(danger ? "danger" : "accent");
        }
        if (step != Step.CONFIRM) {
            bar.hide();
        }
        judge();
        focus();
    }

    private void chosen() {
        Presence.present(newNameField, intoNew.isSelected());
        Presence.present(overLiveNote, overLive.isSelected());
        Presence.present(tableFields, oneTable.isSelected());
        if (oneTable.isSelected() && tableChoice.getValue() == null && !tableChoice.getItems().isEmpty()) {
            tableChoice.setValue(tableChoice.getItems().getFirst());
        }
        judge();
    }

    private void judge() {
        next.setDisable(switch (model.step().get()) {
            case BACKUP -> model.preview().get() == null;
            case TARGET -> (intoNew.isSelected() && newName.getText().isBlank())
                    || (oneTable.isSelected() && tableName.getText().isBlank());
            case CONFIRM -> !model.confirmed(typed.getText(), others.isSelected());
            case WORK, DONE -> false;
        });
    }

    private void next() {
        if (next.isDisabled()) {
            return;
        }
        switch (model.step().get()) {
            case BACKUP -> model.go(Step.TARGET);
            case TARGET -> aim();
            case CONFIRM -> start();
            case WORK -> stop();
            case DONE -> leave.run();
        }
    }

    private void previous() {
        model.go(model.step().get() == Step.CONFIRM ? Step.TARGET : Step.BACKUP);
    }

    private void aim() {
        var shown = model.shown();
        var target = overLive.isSelected()
                ? new RestoreTarget.OverLive("", shown.others())
                : oneTable.isSelected()
                        ? new RestoreTarget.SideTable(tableChoice.getValue(), tableName.getText().strip())
                        : new RestoreTarget.NewDatabase(newName.getText().strip());
        bar.hide();
        happens.getChildren().setAll(RestoreLines.happens(shown, target));
        Presence.present(liveFields, target instanceof RestoreTarget.OverLive);
        Presence.present(others, shown.others() > 0);
        typed.clear();
        model.aim(target);
    }

    private void start() {
        bar.hide();
        var job = model.start(typed.getText());
        progress.progressProperty().bind(job.progress());
        at.textProperty().bind(job.message());
        workNote.setText(Messages.get(model.target() instanceof RestoreTarget.OverLive
                ? "backup.restore.work.live"
                : "backup.restore.work"));
    }

    private void stop() {
        model.cancel();
        next.setDisable(true);
        workNote.setText(Messages.get("backup.restore.stopping"));
    }

    private void show(@Nullable RestoreOutcome outcome) {
        switch (outcome) {
            case RestoreOutcome.Done(Restored restored) -> {
                done.getChildren().setAll(RestoreLines.result(restored));
                done.getChildren().addAll(ComparisonView.of(restored.report(Instant.now())));
                changed.run();
            }
            case RestoreOutcome.Failed(Problem problem) -> {
                tell(problem, null);
                changed.run();
            }
            case RestoreOutcome.Stopped() -> happens.getChildren().addFirst(RestoreLines.stopped());
            case null -> done.getChildren().clear();
        }
    }

    private void tell(@Nullable Problem problem, @Nullable Runnable retry) {
        if (problem == null) {
            bar.hide();
        } else {
            bar.show(problem, retry);
        }
    }

    /** The keyboard goes to what is to be done next; nobody types a name into the place of another. */
    void focus() {
        Node first = switch (model.step().get()) {
            // Until the backup was looked at there is nothing to go on to.
            case BACKUP -> next.isDisabled() ? back : next;
            case WORK, DONE -> next;
            case TARGET -> intoNew;
            case CONFIRM -> liveFields.isVisible() ? typed : next;
        };
        first.requestFocus();
    }

    void title(String words) {
        restoreTitle.setText(words);
    }
}
