package dev.rackside.workspace.ui;

import dev.rackside.fx.Presence;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Job;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Slot;
import dev.rackside.fx.Views;
import dev.rackside.row.Comparison;
import dev.rackside.text.Messages;
import dev.rackside.workspace.CopyPreview;
import dev.rackside.workspace.OpenWorkspace;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceCopy;
import java.util.List;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Copies the open workspace in four steps: where to, what, the work, and how both sides compare. */
final class CopyController {

    private final OpenWorkspace source;
    private final Background background;
    private final Views views;
    private final CopyWizard.Tools tools;
    private final Runnable back;
    private final Slot preparing;
    private final Slot looking;
    private final TeamController team;
    private @Nullable CopyDestination destination;
    private @Nullable WorkspaceCopy copy;
    private @Nullable Job<CopyOutcome> job;

    @FXML
    private VBox root;
    @FXML
    private Label title;
    @FXML
    private Label sentence;
    @FXML
    private ProblemBar bar;
    @FXML
    private VBox where;
    @FXML
    private VBox whereLocal;
    @FXML
    private TextField newName;
    @FXML
    private VBox whereTeam;
    @FXML
    private TeamBox known;
    @FXML
    private VBox teamForm;
    @FXML
    private VBox what;
    @FXML
    private VBox work;
    @FXML
    private ProgressBar progress;
    @FXML
    private Label at;
    @FXML
    private VBox done;
    @FXML
    private Button close;
    @FXML
    private Button previous;
    @FXML
    private Button next;

    CopyController(OpenWorkspace source, Background background, Dialogs dialogs, Views views, CopyWizard.Tools tools,
            Runnable back) {
        this.source = source;
        this.background = background;
        this.views = views;
        this.tools = tools;
        this.back = back;
        preparing = background.slot();
        looking = background.slot();
        team = new TeamController(background, dialogs, tools.workspaces(), tools.passwords(),
                (there, password, keep) -> prepare(new CopyDestination(there, password, keep)));
    }

    @FXML
    private void initialize() {
        title.setText(Messages.get("workspace.copy.title", source.workspace().name()));
        close.setOnAction(_ -> close());
        previous.setOnAction(_ -> where());
        next.disableProperty().bind(preparing.busy());
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
        if (isLocal()) {
            teamForm.getChildren().setAll(views.load(team));
            team.leadsOn(Messages.get("workspace.copy.on"));
            offerKnown();
        } else {
            newName.setText(Messages.get("workspace.copy.name", source.workspace().name()));
            newName.setOnAction(_ -> toLocal());
        }
        where();
    }

    private boolean isLocal() {
        return source.workspace() instanceof Workspace.Local;
    }

    /** Whether rows are being copied or compared. */
    boolean working() {
        return job != null && job.state().get() == Job.State.RUNNING;
    }

    private void offerKnown() {
        known.valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null) {
                team.edit(chosen);
            }
        });
        looking.run(() -> tools.workspaces().all().stream().filter(Workspace.Team.class::isInstance)
                .map(Workspace.Team.class::cast).toList(), all -> {
                    known.getItems().setAll(all);
                    Presence.present(known, !all.isEmpty());
                });
    }

    private void step(Node shown, String words) {
        List.of(where, what, work, done).forEach(node -> Presence.present(node, node.equals(shown)));
        sentence.setText(words);
        Presence.present(previous, shown.equals(what));
        close.setText(Messages.get(shown.equals(done) ? "workspace.copy.close" : "fx.cancel"));
    }

    private void where() {
        bar.hide();
        release();
        Presence.present(whereTeam, isLocal());
        Presence.present(whereLocal, !isLocal());
        step(where, Messages.get(isLocal() ? "workspace.copy.where.team" : "workspace.copy.where.local"));
        // The form of a team has a button of its own, since it tests the connection first.
        button(isLocal() ? null : "workspace.copy.on", this::toLocal);
    }

    private void button(@Nullable String words, Runnable act) {
        Presence.present(next, words != null);
        next.setText(words == null ? "" : Messages.get(words));
        next.setOnAction(_ -> act.run());
    }

    private void toLocal() {
        var wish = newName.getText().strip();
        bar.hide();
        if (!wish.isEmpty()) {
            looking.run(() -> {
                if (tools.workspaces().named(wish).isPresent()) {
                    throw new Problem(ErrorCode.ALREADY_THERE, wish);
                }
                return tools.workspaces().newLocal(wish, source.who().username());
            }, made -> prepare(new CopyDestination(made, new char[0], false)), problem -> bar.show(problem, null));
        }
    }

    private void prepare(CopyDestination there) {
        release();
        destination = there;
        bar.hide();
        preparing.once(() -> {
            var prepared = switch (there.workspace) {
                case Workspace.Team settings ->
                    WorkspaceCopy.toTeam(source, settings, there.password);
                case Workspace.Local local ->
                    WorkspaceCopy.toLocal(source, local, tools.places());
            };
            copy = prepared;
            return prepared.preview();
        }, this::what, problem -> bar.show(problem, () -> prepare(there)));
    }

    private void what(CopyPreview preview) {
        what.getChildren().setAll(CopyLines.preview(preview));
        step(what, Messages.get("workspace.copy.what", target()));
        if (preview.refused()) {
            bar.show(new Problem(ErrorCode.COPY_TARGET_FILLED, preview.targetRows()), null);
            button(null, () -> {
            });
        } else {
            button(preview.begun() ? "workspace.copy.again" : "workspace.copy.start",
                    () -> start(preview.begun()));
            next.requestFocus();
        }
    }

    private String target() {
        return destination == null ? "" : destination.workspace.name();
    }

    private void start(boolean replace) {
        var prepared = Objects.requireNonNull(copy);
        bar.hide();
        button(null, () -> {
        });
        step(work, Messages.get("workspace.copy.work"));
        var begun = background.jobInSteps(Messages.get("workspace.copy.job", target()),
                told -> CopyOutcome.of(prepared, replace, told), this::ended);
        progress.progressProperty().bind(begun.progress());
        at.textProperty().bind(begun.message());
        begun.state().addListener((_, _, state) -> {
            if (state == Job.State.CANCELLED) {
                where();
                sentence.setText(Messages.get("workspace.copy.cancelled"));
            }
        });
        job = begun;
        close.requestFocus();
    }

    private void ended(CopyOutcome outcome) {
        switch (outcome) {
            case CopyOutcome.Compared(var comparison) -> compared(comparison);
            case CopyOutcome.Failed(var problem) -> {
                step(what, Messages.get("workspace.copy.what", target()));
                button("workspace.copy.again", () -> start(true));
                bar.show(problem, null);
            }
        }
    }

    private void compared(Comparison comparison) {
        done.getChildren().setAll(CopyLines.comparison(comparison));
        step(done, Messages.get(comparison.same() ? "workspace.copy.same" : "workspace.copy.differs",
                comparison.rows(), target(), source.workspace().name()));
        var there = Objects.requireNonNull(destination);
        var prepared = copy;
        preparing.once(() -> {
            if (prepared != null) {
                // A new local workspace's server stops, so that it can be opened.
                prepared.close();
            }
            if (there.workspace instanceof Workspace.Local made) {
                tools.workspaces().keep(made);
            }
            return there;
        }, _ -> button("workspace.copy.open", this::open), problem -> bar.show(problem, null));
    }

    private void open() {
        var there = Objects.requireNonNull(destination);
        destination = null;
        copy = null;
        switch (there.workspace) {
            case Workspace.Team settings -> tools.opening().open(settings, there.password, there.keep);
            case Workspace.Local local -> tools.opening().open(local, false);
        }
    }

    private void close() {
        if (working()) {
            Objects.requireNonNull(job).cancel();
            sentence.setText(Messages.get("workspace.copy.cancelling"));
            return;
        }
        release();
        back.run();
    }

    /** What was prepared isn't needed any more: its server stops, its password is wiped. */
    private void release() {
        var prepared = copy;
        var there = destination;
        copy = null;
        destination = null;
        if (there != null) {
            there.wipe();
        }
        if (prepared != null) {
            looking.run(() -> {
                prepared.close();
                return prepared;
            }, _ -> {
            });
        }
    }
}
