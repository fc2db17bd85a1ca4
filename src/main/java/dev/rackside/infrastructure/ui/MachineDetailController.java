package dev.rackside.infrastructure.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Age;
import dev.rackside.fx.Badge;
import dev.rackside.fx.CodedBox;
import dev.rackside.fx.Facts;
import dev.rackside.fx.Markdown;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.TagBar;
import dev.rackside.infrastructure.MachineDraft;
import dev.rackside.infrastructure.MachineFacts;
import dev.rackside.infrastructure.MachineRow;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One machine beside the list. */
final class MachineDetailController {

    private final MachineDetailViewModel model;
    private final MachineActs acts;
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
    private Button insights;
    @FXML
    private Button edit;
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
     * @param openTags makes the bar of tags read and write
     */
    record Steps(Runnable back, Runnable edit, Runnable duplicate, Runnable delete, Consumer<TagBar> openTags) {}

    MachineDetailController(MachineDetailViewModel model, MachineActs acts, Steps steps) {
        this.model = model;
        this.acts = acts;
        this.steps = steps;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> steps.back().run());
        edit.setOnAction(_ -> steps.edit().run());
        duplicate.setOnAction(_ -> steps.duplicate().run());
        delete.setOnAction(_ -> steps.delete().run());
        insights.setOnAction(_ -> {
            var row = model.row().get();
            if (row != null) {
                acts.showInsights().accept(row.id());
            }
        });
        steps.openTags().accept(tags);
        model.row().addListener((_, _, row) -> show(row));
        model.facts().addListener((_, _, read) -> show(read));
        model.problem().addListener((_, _, problem) -> show(problem));
    }

    private void show(@Nullable MachineRow row) {
        if (row == null) {
            return;
        }
        title.setText(MachineWords.name(row.hostname()));
        tags.show(row.id());
        badges.getChildren().setAll(MachineWords.badge(row.status()).label(),
                muted(MachineWords.type(row.assetType())));
        insights.setText(Messages.get("machine.insights.unknown"));
        facts.clear().add("machine.client", MachineWords.client(row)).mono("machine.ip", row.ipAddress());
    }

    private void show(@Nullable MachineFacts read) {
        more.getChildren().clear();
        if (read == null) {
            return;
        }
        var draft = read.machine().draft();
        title.setText(MachineWords.name(draft.hostname()));
        badges.getChildren().setAll(MachineWords.badge(draft.status()).label(),
                muted(MachineWords.type(draft.assetType())));
        oddities(draft);
        insights.setText(Messages.get("machine.insights", read.insights()));
        facts.clear();
        client(read.client());
        facts.mono("machine.ip", draft.ipAddress())
                .add("machine.os", MachineWords.system(draft.os(), draft.osVersion()))
                .add("machine.powershell", draft.powershellVersion())
                .add("machine.shell", CodedBox.word(draft.shellType(), MachineWords.SHELL))
                .add("machine.gui", draft.hasGui() == null ? null : Messages.get("machine.gui." + draft.hasGui()))
                .add("machine.created", age.full(read.createdAt()))
                .add("machine.updated", age.full(read.updatedAt()));
        notes(draft);
    }

    private void client(@Nullable Choice client) {
        if (client != null) {
            var link = new Hyperlink(client.label());
            link.setOnAction(_ -> acts.openClient().accept(client.id()));
            facts.add("machine.client", link);
        }
    }

    /** What other programs wrote and no rule allows is marked; the form mends it. */
    private void oddities(MachineDraft draft) {
        Set<String> fields = draft.violations().stream().map(violation -> violation.field())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        if (!fields.isEmpty()) {
            var mark = Badge.warn(Messages.get("machine.odd")).label();
            mark.setTooltip(new Tooltip(Messages.get("machine.odd.tip", fields.stream()
                    .map(field -> Messages.get("machine.field." + field)).collect(Collectors.joining(", ")))));
            badges.getChildren().add(mark);
        }
    }

    private void notes(MachineDraft draft) {
        var notes = draft.environmentalNotes();
        if (notes != null && !notes.isBlank()) {
            more.getChildren().addAll(heading("machine.notes"), Markdown.show(notes, acts.openAddress()));
        }
    }

    private void show(@Nullable Problem problem) {
        if (problem == null) {
            bar.hide();
        } else {
            bar.show(problem, model::retry);
        }
    }

    private static Label heading(String key) {
        var label = new Label(Messages.get(key));
        label.getStyleClass().add("section");
        return label;
    }

    private static Label muted(String words) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        return label;
    }

    /** The way back to the list is offered where the detail hides it. */
    void folded(boolean folded) {
        back.setVisible(folded);
        back.setManaged(folded);
    }
}
