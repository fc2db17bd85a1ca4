package dev.rackside.backup.ui;

import dev.rackside.backup.BackupType;
import dev.rackside.backup.ScheduleDraft;
import dev.rackside.backup.ScheduleService;
import dev.rackside.backup.Timetable;
import dev.rackside.backup.VerifyLevel;
import dev.rackside.fault.Violation;
import dev.rackside.fx.Background;
import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.CodedBox;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Editing;
import dev.rackside.fx.Form;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Slot;
import dev.rackside.fx.ZoneChoices;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The form of a schedule, which says what its times mean while they are typed. */
@SuppressWarnings("NullAway.Init")
final class ScheduleFormController implements Editing.Door<ScheduleDraft> {

    /** The message of each example ends in its number. */
    private static final List<String> EXAMPLES = List.of("0 30 2 * * *", "0 30 21 * * MON-FRI", "0 0 */6 * * *",
            "0 0 3 * * SUN", "0 0 4 1 * *", "0 0 4 L * *");

    private final ScheduleService schedules;
    private final Background background;
    private final Dialogs dialogs;
    private final Runnable back;
    private final Slot finding;
    private Form<ScheduleDraft> form;
    private Editing<ScheduleDraft> editing;

    @FXML
    private Node root;
    @FXML
    private Label heading;
    @FXML
    private ProblemBar bar;
    @FXML
    private TextField name;
    @FXML
    private CodedBox<BackupType> type;
    @FXML
    private TextField cronExpression;
    @FXML
    private MenuButton examples;
    @FXML
    private ChoicePicker timeZone;
    @FXML
    private NextRuns runs;
    @FXML
    private TextField targetDirectory;
    @FXML
    private TextField retentionCount;
    @FXML
    private TextField retentionDays;
    @FXML
    private TextField retentionDaily;
    @FXML
    private TextField retentionWeekly;
    @FXML
    private TextField retentionMonthly;
    @FXML
    private CodedBox<VerifyLevel> verifyLevel;
    @FXML
    private TextField missedAfterMinutes;
    @FXML
    private CheckBox enabled;
    @FXML
    private Button save;
    @FXML
    private Button saveAsNew;
    @FXML
    private Button cancel;

    ScheduleFormController(ScheduleService schedules, Background background, Dialogs dialogs, Runnable back) {
        this.schedules = schedules;
        this.background = background;
        this.dialogs = dialogs;
        this.back = back;
        finding = background.slot();
    }

    @FXML
    private void initialize() {
        type.offer(BackupType.class, "backup.type.");
        verifyLevel.offer(VerifyLevel.class, ScheduleWords.VERIFY);
        timeZone.setCompulsory(true);
        timeZone.lookup(background, ZoneChoices::find);
        form = new Form<>(ScheduleDraft.class, this::violations).text("name", name)
                .text("cronExpression", cronExpression)
                .bind("timeZone", timeZone, timeZone.valueProperty(), this::zone,
                        id -> timeZone.setValue(id == null ? null : ZoneChoices.of(id.toString())))
                .text("targetDirectory", targetDirectory).number("retentionCount", retentionCount)
                .number("retentionDays", retentionDays).number("retentionDaily", retentionDaily)
                .number("retentionWeekly", retentionWeekly).number("retentionMonthly", retentionMonthly)
                .number("missedAfterMinutes", missedAfterMinutes)
                .flag("enabled", enabled);
        type.edit(form, "type");
        verifyLevel.edit(form, "verifyLevel");
        editing = new Editing<>(form, this, new Editing.Words(
                component -> Messages.get("schedule.field." + component), ScheduleFormController::words), bar, dialogs,
                background);
        examples();
        cronExpression.textProperty().addListener((_, _, _) -> explain());
        timeZone.valueProperty().addListener((_, _, _) -> explain());
        editing.buttons(root, new Editing.Buttons(save, saveAsNew, cancel), back);
    }

    private void examples() {
        for (var i = 0; i < EXAMPLES.size(); i++) {
            var expression = EXAMPLES.get(i);
            var item = new MenuItem(Messages.get("schedule.example." + (i + 1)));
            item.setOnAction(_ -> {
                cronExpression.setText(expression);
                cronExpression.requestFocus();
            });
            examples.getItems().add(item);
        }
    }

    private @Nullable String zone() {
        var chosen = timeZone.getValue();
        return chosen == null ? null : ZoneChoices.id(chosen);
    }

    /** An expression can name days that are years away; looking for them must not hold up the typing. */
    private void explain() {
        var expression = cronExpression.getText() == null ? "" : cronExpression.getText();
        var zone = zone();
        if (zone == null) {
            runs.show(null);
            return;
        }
        finding.run(() -> Timetable.of(expression, zone).map(times -> NextRuns.Found.of(times, Instant.now())),
                (Optional<NextRuns.Found> found) -> runs.show(found.orElse(null)));
    }

    private List<Violation> violations(ScheduleDraft draft) {
        var loaded = form.version();
        return draft.violationsSince(loaded == null ? null : loaded.draft());
    }

    private static String words(String component, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Coded<?> coded -> CodedBox.word(coded,
                    component.equals("type") ? "backup.type." : ScheduleWords.VERIFY);
            case Boolean flag -> Messages.get(flag ? "schedule.state.on" : "schedule.state.off");
            default -> value.toString();
        };
    }

    /** Shows a schedule for editing; {@code shown} is called when it is read. */
    void edit(UUID id, Runnable shown) {
        editing.edit(id, _ -> heading.setText(Messages.get("schedule.form.edit")), () -> {
            shown.run();
            focus();
        });
    }

    /** Shows the values of a new schedule. */
    void start(ScheduleDraft draft) {
        heading.setText(Messages.get("schedule.form.new"));
        editing.create(draft);
        explain();
        focus();
    }

    /** The fields are in the window only once the scroll pane around them has its looks. */
    private void focus() {
        root.applyCss();
        name.requestFocus();
    }

    Editing<ScheduleDraft> editing() {
        return editing;
    }

    @Override
    public Versioned<ScheduleDraft> load(UUID id) {
        return schedules.load(id);
    }

    @Override
    public Versioned<ScheduleDraft> create(ScheduleDraft draft) {
        return schedules.create(draft);
    }

    @Override
    public Versioned<ScheduleDraft> save(Versioned<ScheduleDraft> loaded, ScheduleDraft draft) {
        return schedules.save(loaded, draft);
    }
}
