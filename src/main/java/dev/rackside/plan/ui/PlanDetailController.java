package dev.rackside.plan.ui;

import dev.rackside.fault.Problem;
import dev.rackside.fx.Age;
import dev.rackside.fx.DetailModel;
import dev.rackside.fx.Facts;
import dev.rackside.fx.Presence;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Tips;
import dev.rackside.integration.Neutral;
import dev.rackside.plan.PlanDetail;
import dev.rackside.plan.PlanRow;
import dev.rackside.plan.PlanRun;
import dev.rackside.text.Messages;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One plan beside the list, with the runs of it that were seen. */
@SuppressWarnings("NullAway.Init")
final class PlanDetailController {

    private final DetailModel<PlanRow, PlanDetail> model;
    private final PlanActs acts;
    private final Runnable stepBack;
    private final Age age = Age.here();

    @FXML
    private ProblemBar bar;
    @FXML
    private Button back;
    @FXML
    private Label title;
    @FXML
    private FlowPane badges;
    @FXML
    private Label error;
    @FXML
    private Facts facts;
    @FXML
    private Facts owners;
    @FXML
    private VBox runs;

    PlanDetailController(DetailModel<PlanRow, PlanDetail> model, PlanActs acts, Runnable stepBack) {
        this.model = model;
        this.acts = acts;
        this.stepBack = stepBack;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> stepBack.run());
        model.row().addListener((_, _, row) -> show(row));
        model.detail().addListener((_, _, detail) -> show(detail));
        model.problem().addListener((_, _, problem) -> show(problem));
        error(null);
    }

    private void show(@Nullable PlanRow row) {
        if (row == null) {
            return;
        }
        title.setText(PlanWords.name(row));
        var asOf = new Label(Messages.get("plan.as-of", age.full(row.seenAt())));
        asOf.getStyleClass().add("muted");
        badges.getChildren().setAll(PlanWords.state(row.state()).label(), asOf);
        facts.clear().add("plan.type", PlanWords.line(row.type())).add("plan.status", PlanWords.line(row.status()))
                .add("plan.last", row.lastStart() == null ? Messages.get("plan.never") : age.full(row.lastStart()))
                .add("plan.next", row.nextStart() == null ? null : age.full(row.nextStart()))
                .add("plan.duration", PlanWords.line(row.duration()))
                .add("plan.data", PlanWords.size(row.dataCopied()));
        owners.clear();
        runs.getChildren().clear();
        error(null);
    }

    private void show(@Nullable PlanDetail detail) {
        if (detail == null) {
            return;
        }
        var row = detail.row();
        show(row);
        facts.add("plan.files", files(detail)).add("plan.storage", PlanWords.line(detail.storage()))
                .add("plan.first-seen", age.full(detail.firstSeenAt()));
        owner("plan.client", row.company(), row.clientId(), row.clientName(), detail.customerMapping(),
                acts.openClient());
        owner("plan.machine", row.computer(), row.machineId(), row.machineName(), detail.computerMapping(),
                acts.openMachine());
        error(detail.error());
        runs.getChildren().setAll(detail.runs().isEmpty()
                ? Stream.of(muted(Messages.get("plan.runs.none"))).toList()
                : detail.runs().stream().map(this::run).toList());
    }

    private static @Nullable String files(PlanDetail detail) {
        var copied = detail.filesCopied();
        var failed = detail.filesFailed();
        return copied == null ? null : Messages.get("plan.files.of", copied, failed == null ? 0 : failed);
    }

    /** What it is here leads there; what it is there, and the way to say what that is here, stands below. */
    private void owner(String key, @Nullable String there, @Nullable UUID id, @Nullable String here,
            @Nullable UUID mapping, Consumer<UUID> open) {
        if (there == null) {
            return;
        }
        var lines = new VBox(2);
        if (id != null) {
            lines.getChildren().add(link(String.valueOf(here), () -> open.accept(id)));
        }
        lines.getChildren().add(muted(Messages.get("plan.there", Neutral.line(there))));
        if (mapping != null) {
            lines.getChildren().add(link(Messages.get(id == null ? "plan.map" : "plan.map.other"),
                    () -> acts.openMapping().accept(mapping)));
        }
        owners.add(key, lines);
    }

    private static Hyperlink link(String words, Runnable open) {
        var link = new Hyperlink(words);
        Tips.whenCut(link);
        link.setOnAction(_ -> open.run());
        return link;
    }

    private static Label muted(String words) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private Node run(PlanRun run) {
        var when = link(run.start() == null ? Messages.get("plan.never") : age.full(run.start()).substring(0, 16),
                () -> acts.openExchange().accept(run.exchange()));
        when.setMinWidth(HBox.USE_PREF_SIZE);
        var badge = PlanWords.state(run.state()).label();
        badge.setMinWidth(96);
        var more = muted(Stream.of(PlanWords.line(run.duration()), PlanWords.size(run.dataCopied()),
                PlanWords.line(run.error())).filter(part -> part != null).collect(Collectors.joining(" · ")));
        more.setWrapText(false);
        Tips.whenCut(more);
        HBox.setHgrow(more, Priority.ALWAYS);
        var line = new HBox(12, when, badge, more);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private void error(@Nullable String words) {
        error.setText(words == null ? "" : Neutral.text(words));
        Presence.present(error, words != null && !words.isBlank());
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
        Presence.present(back, folded);
    }
}
