package dev.rackside.insight.ui;

import dev.rackside.fx.Badge;
import dev.rackside.fx.Facts;
import dev.rackside.fx.Markdown;
import dev.rackside.insight.InsightDetail;
import dev.rackside.insight.InsightRow;
import dev.rackside.insight.StillTrue;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One insight beside the list. */
@SuppressWarnings("NullAway.Init")
final class InsightDetailController {

    private final InsightDetailViewModel model;
    private final InsightActs acts;
    private final Steps steps;
    private @Nullable InsightRow row;

    @FXML
    private Label title;
    @FXML
    private FlowPane badges;
    @FXML
    private Button back;
    @FXML
    private Button stillTrue;
    @FXML
    private Button edit;
    @FXML
    private MenuItem duplicate;
    @FXML
    private MenuItem delete;
    @FXML
    private HBox said;
    @FXML
    private Button takeBack;
    @FXML
    private Facts facts;
    @FXML
    private VBox description;
    @FXML
    private VBox sections;

    /** What the buttons do. */
    record Steps(Runnable back, Runnable edit, Runnable duplicate, Runnable delete, InsightSections.Steps evidence) {}

    InsightDetailController(InsightDetailViewModel model, InsightActs acts, Steps steps) {
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
        stillTrue.setOnAction(_ -> stillTrue());
        stillTrue.disableProperty().bind(model.busy());
        takeBack.setOnAction(_ -> model.takeBack());
        model.detail().addListener((_, _, detail) -> show(detail));
        model.said().addListener((_, _, last) -> tell(last));
        tell(null);
    }

    void show(InsightRow shown) {
        row = shown;
        title.setText(InsightWords.title(shown.title()));
        tell(model.said().get());
        model.show(shown.id());
    }

    void stillTrue() {
        if (row != null) {
            model.stillTrue(row.id());
        }
    }

    private void tell(@Nullable StillTrue last) {
        var ofThis = last != null && row != null && last.insightId().equals(row.id());
        said.setVisible(ofThis);
        said.setManaged(ofThis);
    }

    private void show(@Nullable InsightDetail detail) {
        badges.getChildren().clear();
        facts.clear();
        description.getChildren().clear();
        sections.getChildren().clear();
        if (detail == null) {
            return;
        }
        var draft = detail.draft();
        title.setText(InsightWords.title(draft.title()));
        badges(detail);
        facts.add("insight.client", draft.clientId() == null
                ? new Label(Messages.get("insight.everywhere"))
                : link(detail.client(), "plain", acts.openClient()));
        if (detail.machine() != null) {
            facts.add("insight.machine", link(detail.machine(), "mono", acts.openMachine()));
        }
        facts.add("insight.category", InsightWords.category(draft.category()).label())
                .add("insight.verified", verified(detail));
        if (detail.facts().updatedAt() != null) {
            facts.add("insight.updated", InsightWords.ago(detail.facts().updatedAt()));
        }
        var text = draft.description();
        if (text != null && !text.isBlank()) {
            description.getChildren().add(Markdown.show(text, acts.openAddress()));
        }
        sections.getChildren().addAll(InsightSections.of(detail, steps.evidence()));
    }

    private void badges(InsightDetail detail) {
        var draft = detail.draft();
        var grade = InsightWords.confidence(draft.confidence());
        badges.getChildren().add(grade.label());
        var priority = new Label(Messages.get("insight.priority.badge",
                draft.priority() == null ? "–" : draft.priority().toString()));
        priority.getStyleClass().add("muted");
        badges.getChildren().add(row != null && row.oddPriority()
                ? InsightWords.odd(priority.getText(), draft.priority() == null ? null : draft.priority().toString())
                        .label()
                : priority);
        if (detail.supported().disputed()) {
            badges.getChildren().add(Badge.bad(Messages.get("insight.disputed"))
                    .explained(() -> Messages.get("insight.disputed.full")).label());
        }
        if (detail.facts().stale()) {
            badges.getChildren().add(Badge.warn(Messages.get("insight.stale"))
                    .explained(() -> Messages.get("insight.stale.why")).label());
        }
    }

    private static Node verified(InsightDetail detail) {
        var when = InsightWords.verified(detail.facts().lastVerified(), detail.facts().stale());
        var times = new Label(Messages.get("insight.times", detail.facts().verificationCount()));
        times.getStyleClass().add("muted");
        return new HBox(8, when.label(), times);
    }

    private static Node link(@Nullable Choice to, String style, Consumer<UUID> open) {
        if (to == null) {
            return new Label();
        }
        var link = new Hyperlink(to.label());
        link.getStyleClass().add(style);
        link.setWrapText(true);
        link.setOnAction(_ -> open.accept(to.id()));
        return link;
    }

    /** The way back to the list is offered where the detail hides it. */
    void folded(boolean folded) {
        back.setVisible(folded);
        back.setManaged(folded);
    }
}
