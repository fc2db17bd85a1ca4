package dev.rackside.workspace.ui;

import dev.rackside.fx.TypedPassword;
import dev.rackside.fault.Problem;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Form;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Slot;
import dev.rackside.fx.TextScale;
import dev.rackside.text.Messages;
import dev.rackside.workspace.ConnectionReport;
import dev.rackside.workspace.ConnectionTest;
import dev.rackside.workspace.LinkedTeam;
import dev.rackside.workspace.Passwords;
import dev.rackside.workspace.TeamDraft;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.Workspaces;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** The form of a team's workspace, with the test of its connection beside it. */
final class TeamController {

    private final Dialogs dialogs;
    private final Workspaces workspaces;
    private final Passwords passwords;
    private final Next next;
    private final Slot testing;
    private final Slot saving;
    private final Slot looking;
    private final Form<TeamDraft> form = new Form<>(TeamDraft.class, TeamDraft::violations);
    private final ProblemBar problemBar = new ProblemBar();
    private String before = "";
    private boolean leadsOn;

    @FXML
    private VBox root;
    @FXML
    private TextField name;
    @FXML
    private TextField hosts;
    @FXML
    private TextField database;
    @FXML
    private TextField account;
    @FXML
    private PasswordField password;
    @FXML
    private TextField certificate;
    @FXML
    private Button browse;
    @FXML
    private CheckBox keep;
    @FXML
    private Button test;
    @FXML
    private Button save;
    @FXML
    private ProgressIndicator busy;
    @FXML
    private VBox checks;
    @FXML
    private LinkedNote linked;

    /** What comes after the settings were kept. */
    @FunctionalInterface
    interface Next {

        /**
         * @param password is taken over, and wiped when it isn't needed any more
         * @param keep whether the keyring shall keep it once it was right
         */
        void go(Workspace.Team team, char[] password, boolean keep);
    }

    TeamController(Background background, Dialogs dialogs, Workspaces workspaces, Passwords passwords,
            Next next) {
        this.dialogs = dialogs;
        this.workspaces = workspaces;
        this.passwords = passwords;
        this.next = next;
        this.testing = background.slot();
        this.saving = background.slot();
        this.looking = background.slot();
    }

    @FXML
    private void initialize() {
        root.getChildren().add(problemBar);
        form.text("name", name).text("hosts", hosts).text("database", database).text("account", account)
                .text("certificate", certificate).saveKey(root, this::save);
        form.loadNew(TeamDraft.empty());
        browse.setOnAction(_ -> browse());
        test.setOnAction(_ -> form.save(draft -> test(draft, _ -> {
        })));
        save.setOnAction(_ -> save());
        var notNow = testing.busy().or(saving.busy()).or(linked.unconfirmed());
        test.disableProperty().bind(notNow);
        save.disableProperty().bind(notNow);
        busy.visibleProperty().bind(testing.busy());
        keep.setDisable(true);
        looking.run(passwords::available, there -> {
            keep.setDisable(!there);
            keep.setSelected(there);
            keep.setText(Messages.get(there ? "workspace.keep" : "workspace.keep.nowhere"));
        });
        // What is typed doesn't outlive the page.
        root.sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                password.clear();
            }
        });
    }

    /** Says on the button what comes after the settings were kept, in place of opening the workspace. */
    void leadsOn(String words) {
        leadsOn = true;
        save.setText(words);
    }

    /** Shows settings that are known; the password must be typed again. */
    void edit(Workspace.Team team) {
        fill(team.name(), TeamDraft.of(team));
        password.requestFocus();
    }

    /** Shows settings that came with a link; nothing goes there before the person has said that they know it. */
    void offer(LinkedTeam team) {
        if (form.dirty().get() && !dialogs.confirm(Messages.get("workspace.linked.replace"),
                Messages.get("workspace.linked.replace.explained"), Messages.get("workspace.linked.replace.verb"))) {
            return;
        }
        fill("", team.draft());
        linked.show(team);
        linked.focus();
    }

    private void fill(String known, TeamDraft draft) {
        before = known;
        problemBar.hide();
        linked.hide();
        form.loadNew(draft);
        password.clear();
        checks.getChildren().clear();
    }

    private void save() {
        // Also by key, which asks no button.
        if (linked.unconfirmed().get()) {
            linked.focus();
            return;
        }
        form.save(draft -> test(draft, report -> {
            if (leadsOn) {
                // Whether the tables will do is looked at by what comes next.
                if (report.connects()) {
                    keep(draft);
                }
            } else if (report.passed() || dialogs.confirm(Messages.get("workspace.test.save.question"),
                    Messages.get("workspace.test.save.explanation"), Messages.get("fx.save"))) {
                keep(draft);
            }
        }));
    }

    private void test(TeamDraft draft, Consumer<ConnectionReport> then) {
        problemBar.hide();
        checks.getChildren().clear();
        var typed = TypedPassword.of(password);
        testing.once(() -> {
            try {
                return ConnectionTest.run(draft.team(), typed);
            } finally {
                Arrays.fill(typed, '\0');
            }
        }, report -> {
            checks.getChildren().setAll(report.results().stream().map(TeamController::row).toList());
            then.accept(report);
        }, this::failed);
    }

    private void keep(TeamDraft draft) {
        var team = draft.team();
        var old = before;
        saving.once(() -> {
            if (!old.isEmpty() && !old.equalsIgnoreCase(team.name())) {
                workspaces.named(old).ifPresent(workspaces::forget);
            }
            workspaces.keep(team);
            return team;
        }, kept -> next.go(kept, TypedPassword.of(password), keep.isSelected() && !keep.isDisabled()),
                this::failed);
    }

    private void failed(Problem problem) {
        problemBar.show(problem, null);
    }

    private void browse() {
        var chooser = new FileChooser();
        chooser.setTitle(Messages.get("workspace.team.certificate"));
        chooser.getExtensionFilters().addAll(
                new FileChooser.ExtensionFilter("PEM", "*.pem", "*.crt", "*.cer"),
                new FileChooser.ExtensionFilter("*", "*"));
        var file = chooser.showOpenDialog(root.getScene().getWindow());
        if (file != null) {
            certificate.setText(file.getAbsolutePath());
        }
    }

    private static Node row(ConnectionReport.Result result) {
        var word = Messages.get("workspace.check." + result.check().name().toLowerCase(Locale.ROOT));
        var badge = switch (result.outcome()) {
            case PASSED -> Badge.good(word);
            case LIMITED -> Badge.warn(word);
            case FAILED -> Badge.bad(word);
            case NOT_REACHED -> Badge.rest(word);
        };
        var label = badge.label();
        label.setMinWidth(TextScale.px(96));
        var sentence = new Label(result.sentence());
        sentence.setWrapText(true);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        var row = new HBox(label, sentence);
        row.getStyleClass().add("check-row");
        row.setAccessibleText(word + ": " + Messages.get("workspace.outcome."
                + result.outcome().name().toLowerCase(Locale.ROOT)) + " " + result.sentence());
        return row;
    }
}
