package dev.rackside.client.ui;

import dev.rackside.client.ClientDraft;
import dev.rackside.client.ClientFacts;
import dev.rackside.client.ClientRow;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Age;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Facts;
import dev.rackside.fx.Markdown;
import dev.rackside.fx.ProblemBar;
import dev.rackside.row.Choice;
import dev.rackside.text.Messages;
import java.util.List;
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

/** One client beside the list. */
final class ClientDetailController {

    private final ClientDetailViewModel model;
    private final ClientActs acts;
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
    private Button workOn;
    @FXML
    private Button edit;
    @FXML
    private MenuItem duplicate;
    @FXML
    private MenuItem delete;
    @FXML
    private FlowPane counts;
    @FXML
    private Facts facts;
    @FXML
    private VBox more;

    /** What the buttons do. */
    record Steps(Runnable back, Runnable edit, Runnable duplicate, Runnable delete) {}

    ClientDetailController(ClientDetailViewModel model, ClientActs acts, Steps steps) {
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
        workOn.setOnAction(_ -> with(acts.workOn()));
        model.row().addListener((_, _, row) -> show(row));
        model.facts().addListener((_, _, read) -> show(read));
        model.problem().addListener((_, _, problem) -> show(problem));
    }

    void with(Consumer<Choice> act) {
        var row = model.row().get();
        if (row != null) {
            act.accept(ClientWords.choice(row));
        }
    }

    private void show(@Nullable ClientRow row) {
        if (row == null) {
            return;
        }
        title.setText(ClientWords.name(row.name()));
        badges.getChildren().setAll(ClientWords.badge(row.active()).label(), muted(ClientWords.type(row.type())));
        facts.clear().mono("client.domain", row.domainName()).mono("client.subnet", row.networkSubnet())
                .add("client.contact", row.primaryContact());
    }

    private void show(@Nullable ClientFacts read) {
        more.getChildren().clear();
        counts.getChildren().clear();
        if (read == null) {
            return;
        }
        var draft = read.client().draft();
        title.setText(ClientWords.name(draft.name()));
        badges.getChildren().setAll(ClientWords.badge(draft.active()).label(), muted(ClientWords.type(draft.type())));
        oddities(draft);
        counts.getChildren().setAll(List.of(
                count("client.machines", read.machines(), acts.showMachines()),
                count("client.sessions", read.sessions(), acts.showSessions()),
                count("client.tickets", read.tickets(), acts.showTickets()),
                count("client.insights", read.insights(), acts.showInsights())));
        facts.clear().mono("client.domain", draft.domainName()).mono("client.subnet", draft.networkSubnet())
                .add("client.contact", draft.primaryContact())
                .add("client.created", age.full(read.createdAt()))
                .add("client.updated", age.full(read.updatedAt()));
        var notes = draft.notes();
        if (notes != null && !notes.isBlank()) {
            var heading = new Label(Messages.get("client.notes"));
            heading.getStyleClass().add("section");
            more.getChildren().addAll(heading, Markdown.show(notes, acts.openAddress()));
        }
    }

    private Hyperlink count(String key, long count, Consumer<Choice> act) {
        var link = new Hyperlink(Messages.get(key, count));
        link.setOnAction(_ -> with(act));
        return link;
    }

    /** What other programs wrote and no rule allows is marked; the form mends it. */
    private void oddities(ClientDraft draft) {
        var fields = draft.violations().stream().map(violation -> Messages.get("client.field." + violation.field()))
                .distinct().collect(Collectors.joining(", "));
        if (!fields.isEmpty()) {
            var mark = Badge.warn(Messages.get("client.odd")).label();
            mark.setTooltip(new Tooltip(Messages.get("client.odd.tip", fields)));
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
