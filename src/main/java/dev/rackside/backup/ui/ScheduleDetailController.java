package dev.rackside.backup.ui;

import dev.rackside.backup.BackupWords;
import dev.rackside.backup.ScheduleDetail;
import dev.rackside.backup.ScheduleDraft;
import dev.rackside.backup.ScheduleFacet;
import dev.rackside.backup.ScheduleRow;
import dev.rackside.backup.SlotRow;
import dev.rackside.backup.SlotWords;
import dev.rackside.backup.Timetable;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Age;
import dev.rackside.fx.Badge;
import dev.rackside.fx.DetailModel;
import dev.rackside.fx.Facts;
import dev.rackside.fx.ProblemBar;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** One schedule beside the list. */
@SuppressWarnings("NullAway.Init")
final class ScheduleDetailController {

    private final DetailModel<ScheduleRow, ScheduleDetail> model;
    private final Steps steps;
    private final Age age = Age.here();

    @FXML
    private ProblemBar bar;
    @FXML
    private Label title;
    @FXML
    private FlowPane badges;
    @FXML
    private Button back;
    @FXML
    private Button edit;
    @FXML
    private Button runNow;
    @FXML
    private Label overdue;
    @FXML
    private MenuItem duplicate;
    @FXML
    private MenuItem delete;
    @FXML
    private NextRuns runs;
    @FXML
    private Facts facts;
    @FXML
    private Facts last;
    @FXML
    private Hyperlink backup;

    /**
     * What the buttons do.
     *
     * @param showBackup shows the backup that was taken last
     * @param runNow takes a backup now; null where that can't be done from here
     */
    record Steps(Runnable back, Runnable edit, Runnable duplicate, Runnable delete, Consumer<UUID> showBackup,
            @Nullable Runnable runNow) {}

    ScheduleDetailController(DetailModel<ScheduleRow, ScheduleDetail> model, Steps steps) {
        this.model = model;
        this.steps = steps;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> steps.back().run());
        edit.setOnAction(_ -> steps.edit().run());
        var run = steps.runNow();
        shown(runNow, run != null);
        if (run != null) {
            runNow.setOnAction(_ -> run.run());
        }
        duplicate.setOnAction(_ -> steps.duplicate().run());
        delete.setOnAction(_ -> steps.delete().run());
        backup.setOnAction(_ -> showBackup());
        model.row().addListener((_, _, row) -> show(row));
        model.detail().addListener((_, _, detail) -> show(detail));
        model.problem().addListener((_, _, problem) -> show(problem));
    }

    private void showBackup() {
        var detail = model.detail().get();
        if (detail != null && detail.lastBackup() != null) {
            steps.showBackup().accept(detail.lastBackup().id());
        }
    }

    private void show(@Nullable ScheduleRow row) {
        if (row == null) {
            return;
        }
        title.setText(row.name());
        badges.getChildren().setAll(ScheduleWords.state(row, Instant.now()).label());
        runs.show(null);
        shown(overdue, false);
        facts.clear().add("schedule.type", BackupWords.type(row.type())).add("schedule.zone", row.timeZone());
        last.clear();
        backup(null);
    }

    private void show(@Nullable ScheduleDetail detail) {
        if (detail == null) {
            return;
        }
        var draft = detail.draft();
        title.setText(draft.name());
        badges.getChildren().setAll(ScheduleWords.state(!Boolean.TRUE.equals(draft.enabled())
                ? ScheduleFacet.OFF
                : detail.overdue() ? ScheduleFacet.OVERDUE : ScheduleFacet.ON).label());
        oddities(draft);
        shown(overdue, detail.overdue() && detail.slots().stream().noneMatch(SlotRow::held));
        runs.show(Timetable.of(String.valueOf(draft.cronExpression()), String.valueOf(draft.timeZone()))
                .map(times -> NextRuns.Found.of(times, detail.readAt())).orElse(null));
        facts.clear().add("schedule.type", BackupWords.type(draft.type()))
                .mono("schedule.cron", draft.cronExpression()).add("schedule.zone", draft.timeZone())
                .mono("schedule.directory", draft.targetDirectory()).add("schedule.kept", ScheduleWords.kept(draft))
                .add("schedule.verify", ScheduleWords.verify(draft.verifyLevel()))
                .add("schedule.missed", missed(draft))
                .add("schedule.created", age.full(detail.createdAt()))
                .add("schedule.updated", age.full(detail.updatedAt()));
        last.clear().add("schedule.next", age.full(detail.nextRunAt())).add("schedule.last", age.full(
                detail.lastRunAt())).add("schedule.backups", String.valueOf(detail.backups()));
        detail.slots().stream().findFirst().ifPresent(slot -> last
                .add("schedule.slot", SlotWords.outcome(slot)).add("schedule.slot.at", age.full(slot.slotAt())));
        var taken = detail.lastBackup();
        if (taken != null) {
            last.add("schedule.last.grade", BackupBadges.grade(taken.grade()).label());
        }
        backup(taken == null ? null : BackupBadges.title(taken));
    }

    private void backup(@Nullable String words) {
        backup.setText(words == null ? "" : Messages.get("schedule.show-backup", words));
        shown(backup, words != null);
    }

    private static void shown(Node node, boolean shows) {
        node.setVisible(shows);
        node.setManaged(shows);
    }

    private static @Nullable String missed(ScheduleDraft draft) {
        var minutes = draft.missedAfterMinutes();
        return minutes == null ? null : Messages.get("schedule.minutes", minutes);
    }

    /** What other programs wrote and no rule allows is marked; the form mends it. */
    private void oddities(ScheduleDraft draft) {
        var fields = draft.violations().stream()
                .map(violation -> Messages.get("schedule.field." + violation.field())).distinct()
                .collect(Collectors.joining(", "));
        if (!fields.isEmpty()) {
            var mark = Badge.warn(Messages.get("schedule.odd")).label();
            mark.setTooltip(new Tooltip(Messages.get("schedule.odd.tip", fields)));
            badges.getChildren().add(mark);
        }
    }

    private void show(@Nullable Problem problem) {
        if (problem == null) {
            bar.hide();
        } else {
            bar.show(problem, model::retry);
        }
    }

    /** The way back to the list is offered where the detail hides it. */
    void folded(boolean folded) {
        back.setVisible(folded);
        back.setManaged(folded);
    }
}
