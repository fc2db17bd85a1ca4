package dev.rackside.tag.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Age;
import dev.rackside.fx.Badge;
import dev.rackside.fx.DetailModel;
import dev.rackside.fx.Facts;
import dev.rackside.fx.ProblemBar;
import dev.rackside.row.Choice;
import dev.rackside.tag.TagDetail;
import dev.rackside.tag.TagDraft;
import dev.rackside.tag.TagRow;
import dev.rackside.text.Messages;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/** One tag beside the list, with the ways to what has it. */
@SuppressWarnings("NullAway.Init")
final class TagDetailController {

    private final DetailModel<TagRow, TagDetail> model;
    private final TagActs acts;
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
    private MenuItem delete;
    @FXML
    private Hyperlink machines;
    @FXML
    private Hyperlink work;
    @FXML
    private Label description;
    @FXML
    private Facts facts;

    /** What the buttons do. */
    record Steps(Runnable back, Runnable edit, Runnable delete) {}

    TagDetailController(DetailModel<TagRow, TagDetail> model, TagActs acts, Steps steps) {
        this.model = model;
        this.acts = acts;
        this.steps = steps;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> steps.back().run());
        edit.setOnAction(_ -> steps.edit().run());
        delete.setOnAction(_ -> steps.delete().run());
        machines.setOnAction(_ -> with(acts.showMachines()));
        work.setOnAction(_ -> with(acts.showWork()));
        model.row().addListener((_, _, row) -> show(row));
        model.detail().addListener((_, _, detail) -> show(detail));
        model.problem().addListener((_, _, problem) -> show(problem));
    }

    void with(Consumer<Choice> act) {
        var row = model.row().get();
        if (row != null) {
            act.accept(TagWords.choice(row));
        }
    }

    private void show(@Nullable TagRow row) {
        if (row != null) {
            show(new TagDraft(row.name(), row.category(), row.description(), row.color()));
            counts(row.machines(), row.workItems());
        }
    }

    private void show(@Nullable TagDetail detail) {
        if (detail == null) {
            return;
        }
        show(detail.draft());
        counts(detail.machines(), detail.workItems());
        facts.add("tag.created", age.full(detail.createdAt())).add("tag.updated", age.full(detail.updatedAt()));
    }

    private void show(TagDraft draft) {
        title.setText(TagWords.name(draft.name()));
        badges.getChildren().setAll(Swatch.of(draft.color()));
        oddities(draft);
        var words = draft.description();
        var said = words != null && !words.isBlank();
        description.setText(said ? words : "");
        description.setVisible(said);
        description.setManaged(said);
        facts.clear().add("tag.category", draft.category());
    }

    private void counts(long ofMachines, long ofWork) {
        machines.setText(Messages.get("tag.machines.count", ofMachines));
        machines.setDisable(ofMachines == 0);
        work.setText(Messages.get("tag.work.count", ofWork));
        work.setDisable(ofWork == 0);
    }

    /** What other programs wrote and no rule allows is marked; the form mends it. */
    private void oddities(TagDraft draft) {
        var fields = draft.violations().stream().map(violation -> Messages.get("tag.field." + violation.field()))
                .distinct().collect(Collectors.joining(", "));
        if (!fields.isEmpty()) {
            var mark = Badge.warn(Messages.get("tag.odd")).label();
            mark.setTooltip(new Tooltip(Messages.get("tag.odd.tip", fields)));
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
