package dev.rackside.failure.ui;

import dev.rackside.failure.FailureDetail;
import dev.rackside.failure.FailureDraft;
import dev.rackside.failure.FailureRow;
import dev.rackside.failure.SeenAgain;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Facts;
import dev.rackside.fx.Markdown;
import dev.rackside.fx.ProblemBar;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One failure pattern beside the list. */
@SuppressWarnings("NullAway.Init")
final class FailureDetailController {

    private final FailureDetailViewModel model;
    private final FailureActs acts;
    private final Steps steps;
    private @Nullable FailureRow row;

    @FXML
    private ProblemBar bar;
    @FXML
    private Label signature;
    @FXML
    private FlowPane badges;
    @FXML
    private Button back;
    @FXML
    private Button seenAgain;
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
    private VBox sections;

    /** What the buttons do. */
    record Steps(Runnable back, Runnable edit, Runnable duplicate, Runnable delete) {}

    FailureDetailController(FailureDetailViewModel model, FailureActs acts, Steps steps) {
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
        seenAgain.setOnAction(_ -> seenAgain());
        seenAgain.disableProperty().bind(model.busy());
        takeBack.setOnAction(_ -> model.takeBack());
        model.detail().addListener((_, _, detail) -> show(detail));
        model.said().addListener((_, _, last) -> tell(last));
        model.problem().addListener((_, _, problem) -> show(problem));
        tell(null);
    }

    void show(FailureRow shown) {
        row = shown;
        signature.setText(FailureWords.signature(shown.signature()));
        tell(model.said().get());
        model.show(shown.id());
    }

    void seenAgain() {
        if (row != null) {
            model.seenAgain(row.id());
        }
    }

    private void tell(@Nullable SeenAgain last) {
        var ofThis = last != null && row != null && last.patternId().equals(row.id());
        said.setVisible(ofThis);
        said.setManaged(ofThis);
    }

    private void show(@Nullable FailureDetail detail) {
        badges.getChildren().clear();
        facts.clear();
        sections.getChildren().clear();
        if (detail == null) {
            return;
        }
        var draft = detail.draft();
        signature.setText(FailureWords.signature(draft.signature()));
        badges(draft);
        facts.add("failure.client", draft.clientId() == null
                ? new Label(Messages.get("failure.everywhere"))
                : link(detail.client(), "plain", acts.openClient()));
        if (detail.machine() != null) {
            facts.add("failure.machine", link(detail.machine(), "mono", acts.openMachine()));
        }
        facts.add("failure.occurrences", draft.occurrences() == null
                ? Messages.get("failure.missing")
                : Messages.get("failure.times", draft.occurrences()))
                .add("failure.last-seen", FailureWords.full(draft.lastSeen()))
                .add("failure.first-seen", FailureWords.full(draft.firstSeen()));
        mono("failure.error", draft.errorPattern());
        text("failure.cause", draft.rootCause());
        text("failure.solution", draft.solution());
        text("failure.alternatives", draft.alternatives());
        insights(detail);
    }

    private void badges(FailureDraft draft) {
        badges.getChildren().addAll(FailureWords.severity(draft.severity()).label(),
                FailureWords.type(draft.type()).label());
        if (!Boolean.TRUE.equals(draft.active())) {
            var state = Badge.rest(FailureWords.active(false)).label();
            state.setTooltip(new Tooltip(Messages.get("failure.active.no.tip")));
            badges.getChildren().add(state);
        }
        var odd = draft.violations().stream().map(Violation::field).distinct()
                .map(field -> Messages.get("failure.field." + field)).collect(Collectors.joining(", "));
        if (!odd.isEmpty()) {
            var mark = Badge.warn(Messages.get("failure.odd.mark")).label();
            mark.setTooltip(new Tooltip(Messages.get("failure.odd.tip", odd)));
            badges.getChildren().add(mark);
        }
    }

    private void mono(String heading, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            var label = new Label(words);
            label.setWrapText(true);
            label.getStyleClass().addAll("mono", "command-line");
            label.setMaxWidth(Double.MAX_VALUE);
            section(heading, label);
        }
    }

    private void text(String heading, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            section(heading, Markdown.show(words, acts.openAddress()));
        }
    }

    private void insights(FailureDetail detail) {
        var lines = new VBox(4);
        detail.insights().forEach(insight -> lines.getChildren().add(link(
                insight.label().isBlank()
                        ? new Choice(insight.id(), Messages.get("failure.insight.untitled"))
                        : insight,
                "plain", acts.openInsight())));
        var more = detail.insightCount() - detail.insights().size();
        if (more > 0) {
            lines.getChildren().add(muted(Messages.get("failure.insights.more", more)));
        }
        if (detail.insightCount() == 0) {
            lines.getChildren().add(muted(Messages.get("failure.insights.none")));
        }
        section("failure.insights", lines);
    }

    private void section(String key, Node content) {
        var heading = new Label(Messages.get(key));
        heading.getStyleClass().add("section");
        heading.setLabelFor(content);
        sections.getChildren().add(new VBox(4, heading, content));
    }

    private static Label muted(String words) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
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
