package dev.rackside.session.ui;

import dev.rackside.fx.Age;
import dev.rackside.fx.Background;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Facts;
import dev.rackside.fx.Markdown;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Slot;
import dev.rackside.fx.TagBar;
import dev.rackside.session.WorkItemRow;
import dev.rackside.session.WorkRow;
import dev.rackside.text.Messages;
import java.time.Instant;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One work item beside the list. */
@SuppressWarnings("NullAway.Init")
final class WorkDetailController {

    private final WorkDoors doors;
    private final WorkActs acts;
    private final Background background;
    private final Slot reading;
    private final Steps steps;
    private final Age age = Age.here();
    private @Nullable WorkRow shown;

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
    private MenuItem session;
    @FXML
    private MenuItem duplicate;
    @FXML
    private MenuItem delete;
    @FXML
    private Facts facts;
    @FXML
    private TagBar tags;
    @FXML
    private VBox more;

    /**
     * What the buttons do.
     *
     * @param changed the tags were changed, so the list reads again
     */
    record Steps(Runnable back, Runnable edit, Runnable duplicate, Runnable delete, Runnable changed) {}

    WorkDetailController(WorkDoors doors, WorkActs acts, Background background, Steps steps) {
        this.doors = doors;
        this.acts = acts;
        this.background = background;
        this.steps = steps;
        reading = background.slot();
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> steps.back().run());
        edit.setOnAction(_ -> steps.edit().run());
        duplicate.setOnAction(_ -> steps.duplicate().run());
        delete.setOnAction(_ -> steps.delete().run());
        session.setOnAction(_ -> openSession());
        tags.open(background, new WorkTags(doors.tags()));
        tags.onChanged(steps.changed());
    }

    void show(WorkRow row) {
        var same = shown != null && shown.id().equals(row.id());
        shown = row;
        title.setText(WorkWords.title(row));
        badges.getChildren().setAll(SessionWords.workBadge(row.status()).label(),
                WorkWords.priority(row.priority()).label(), WorkWords.category(row.category()).label());
        session.setDisable(row.sessionId() == null);
        facts.clear().add("work.client", WorkWords.client(row));
        if (row.sessionId() != null) {
            facts.add("work.session", sessionLink(row));
        }
        facts.add("work.minutes", SessionWords.minutes(row.actualMinutes(), row.estimatedMinutes()));
        when("work.completed", row.completedAt());
        when("work.created", row.createdAt());
        when("work.updated", row.updatedAt());
        tags.show(row.id());
        if (!same) {
            more.getChildren().clear();
        }
        reading.run(() -> doors.work().detail(row.id()), this::show, problem -> bar.show(problem, reading::retry));
    }

    private void show(WorkItemRow item) {
        bar.hide();
        more.getChildren().clear();
        if (!item.machines().isEmpty() || item.oddMachines() != null) {
            more.getChildren().addAll(heading("work.machines"), machines(item));
        }
        var description = item.description();
        if (description != null && !description.isBlank()) {
            more.getChildren().addAll(heading("work.description"), Markdown.show(description, acts.openAddress()));
        }
    }

    private FlowPane machines(WorkItemRow item) {
        var line = new FlowPane(8, 4);
        item.machines().forEach(machine -> {
            var open = new Hyperlink(machine.label());
            open.getStyleClass().add("mono");
            open.setOnAction(_ -> acts.openMachine().accept(machine.id()));
            line.getChildren().add(open);
        });
        var odd = item.oddMachines();
        if (odd != null) {
            var mark = Badge.warn(Messages.get("session.work.odd-machines")).label();
            mark.setTooltip(new Tooltip(odd));
            line.getChildren().add(mark);
        }
        return line;
    }

    private Hyperlink sessionLink(WorkRow row) {
        var name = String.valueOf(WorkWords.session(row));
        var link = new Hyperlink(row.sessionDate() == null ? name : row.sessionDate() + "  " + name);
        link.setWrapText(true);
        link.setOnAction(_ -> openSession());
        return link;
    }

    private void openSession() {
        if (shown != null && shown.sessionId() != null) {
            acts.openSession().accept(shown.sessionId());
        }
    }

    private void when(String key, @Nullable Instant moment) {
        if (moment != null) {
            var label = new Label(age.text(moment));
            label.setTooltip(new Tooltip(age.full(moment)));
            facts.add(key, label);
        }
    }

    private static Label heading(String key) {
        var label = new Label(Messages.get(key));
        label.getStyleClass().add("section");
        return label;
    }

    /** The way back to the list is offered where the detail hides it. */
    void folded(boolean folded) {
        back.setVisible(folded);
        back.setManaged(folded);
    }
}
