package dev.rackside.credential.ui;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.rackside.fx.Presence;
import dev.rackside.credential.VaultService;
import dev.rackside.credential.VaultService.Standing;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.FormField;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.TypedPassword;
import dev.rackside.text.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The vault's page: to make it, open it, change its password, and keep and use its recovery kit. */
@SuppressWarnings("NullAway.Init")
final class VaultController {

    private final VaultModel model;
    private final VaultRecordModel told;
    private final BackupKeyModel backupKeys;
    private final Dialogs dialogs;
    private final Consumer<UUID> open;
    private final Runnable leave;
    private final Zxcvbn guesser = new Zxcvbn();

    @FXML
    private VBox root;
    @FXML
    private ProblemBar bar;
    @FXML
    private Label heading;
    @FXML
    private Label says;
    @FXML
    private Button back;
    @FXML
    private FormField oldField;
    @FXML
    private PasswordField old;
    @FXML
    private FormField kitField;
    @FXML
    private TextField kit;
    @FXML
    private FormField passwordField;
    @FXML
    private PasswordField password;
    @FXML
    private Label strength;
    @FXML
    private FormField againField;
    @FXML
    private PasswordField again;
    @FXML
    private Label kitText;
    @FXML
    private FlowPane saving;
    @FXML
    private Button savePdf;
    @FXML
    private Button save;
    @FXML
    private Button act;
    @FXML
    private Button change;
    @FXML
    private Button check;
    @FXML
    private Button recover;
    @FXML
    private Button lock;
    @FXML
    private Button trust;
    @FXML
    private Label print;
    @FXML
    private VBox changes;
    @FXML
    private VBox team;
    @FXML
    private VBox backups;
    @FXML
    private VBox history;
    @FXML
    private Button replace;

    private Step step = Step.LOCKED;

    /** What the page is about. */
    private enum Step {
        CREATE, KIT, LOCKED, OPEN, CHANGE, CHECK, RECOVER, NOT_GRANTED, ENROLLED
    }

    /** @param open shows a credential */
    VaultController(VaultModel model, VaultRecordModel told, BackupKeyModel backupKeys, Dialogs dialogs,
            Runnable leave, Consumer<UUID> open) {
        this.model = model;
        this.told = told;
        this.backupKeys = backupKeys;
        this.open = open;
        this.dialogs = dialogs;
        this.leave = leave;
    }

    @FXML
    private void initialize() {
        back.setOnAction(_ -> leave.run());
        change.setOnAction(_ -> go(Step.CHANGE));
        check.setOnAction(_ -> go(Step.CHECK));
        recover.setOnAction(_ -> go(Step.RECOVER));
        lock.setOnAction(_ -> model.lock());
        savePdf.setOnAction(_ -> save("vault.kit.file.pdf"));
        save.setOnAction(_ -> save("vault.kit.file"));
        trust.setOnAction(_ -> model.trustGranter());
        replace.setOnAction(_ -> another());
        team.getChildren().add(new VaultTeam(model, dialogs));
        backups.getChildren().add(new VaultBackupKeys(backupKeys, dialogs));
        changes.getChildren().add(new VaultChanges(told, dialogs, open));
        history.getChildren().add(new VaultHistory(told));
        model.fingerprint().addListener((_, _, _) -> stands(model.standing().get()));
        act.setOnAction(_ -> act());
        Stream.of(old, kit, password, again).forEach(field -> field.setOnAction(_ -> {
            if (!act.isDisabled()) {
                act();
            }
        }));
        password.textProperty().addListener((_, _, _) -> grade());
        act.disableProperty().bind(Bindings.createBooleanBinding(() -> model.busy().get() || !isComplete(),
                model.busy(), old.textProperty(), kit.textProperty(), password.textProperty(), again.textProperty(),
                heading.textProperty()));
        model.standing().addListener((_, _, now) -> stands(now));
        model.problem().addListener((_, _, problem) -> {
            Presence.present(trust, problem != null && problem.code() == ErrorCode.VAULT_GRANTER_UNKNOWN);
            if (problem == null) {
                bar.hide();
            } else {
                bar.show(problem, model::forgetProblem);
            }
        });
        root.sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                wipe();
            }
        });
        stands(model.standing().get());
    }

    /** A vault that was locked or opened elsewhere shows here too; the kit stays until it was looked at. */
    private void stands(@Nullable Standing now) {
        if (now == null || (step == Step.KIT && now != Standing.LOCKED)) {
            return;
        }
        go(switch (now) {
            case NONE -> Step.CREATE;
            case NOT_GRANTED -> model.fingerprint().get().isEmpty() ? Step.NOT_GRANTED : Step.ENROLLED;
            case LOCKED -> Step.LOCKED;
            case OPEN -> Step.OPEN;
        });
    }

    /** Begins where the vault stands. */
    void begin() {
        model.forgetProblem();
        stands(model.standing().get());
    }

    private void go(Step next) {
        step = next;
        wipe();
        model.forgetProblem();
        var key = "vault.step." + next.name().toLowerCase(Locale.ROOT).replace('_', '-');
        heading.setText(Messages.get(key));
        says.setText(next == Step.OPEN
                ? Messages.get("vault.step.open.says", model.idle().toMinutes())
                : Messages.get(key + ".says", VaultService.SHORTEST_PASSWORD));
        var making = next == Step.CREATE || next == Step.CHANGE || next == Step.RECOVER || next == Step.NOT_GRANTED;
        Presence.present(oldField, next == Step.CHANGE);
        Presence.present(kitField, next == Step.RECOVER || next == Step.CHECK || next == Step.KIT);
        Presence.present(passwordField, making || next == Step.LOCKED);
        passwordField.setText(Messages.get(making ? "vault.password.new" : "vault.password"));
        Presence.present(strength, making);
        Presence.present(againField, making);
        Presence.present(kitText, next == Step.KIT);
        Presence.present(saving, next == Step.KIT);
        Presence.present(act, next != Step.OPEN && next != Step.ENROLLED);
        Presence.present(trust, false);
        Presence.present(print, next == Step.ENROLLED);
        print.setText(Messages.get("vault.fingerprint", model.fingerprint().get()));
        Stream.of(changes, team, backups, history).forEach(part -> Presence.present(part, next == Step.OPEN));
        if (next == Step.OPEN) {
            told.read();
            backupKeys.read();
        }
        Presence.present(change, next == Step.OPEN);
        Presence.present(check, next == Step.OPEN);
        Presence.present(replace, next == Step.OPEN);
        Presence.present(lock, next == Step.OPEN);
        Presence.present(recover, next == Step.LOCKED || next == Step.NOT_GRANTED || next == Step.ENROLLED);
        if (act.isManaged()) {
            act.setText(Messages.get(key + ".act"));
        }
        Stream.of(oldField, kitField, passwordField).filter(Node::isManaged).map(FormField::getControl)
                .filter(Objects::nonNull).findFirst().ifPresent(Node::requestFocus);
    }

    private boolean isComplete() {
        return Stream.of(oldField, kitField, passwordField, againField).filter(Node::isManaged)
                .allMatch(field -> field.getControl() instanceof TextField typed && typed.getLength() > 0)
                && (!againField.isManaged()
                        || (password.getLength() >= VaultService.SHORTEST_PASSWORD && sameTwice()));
    }

    private boolean sameTwice() {
        var one = TypedPassword.of(password);
        var two = TypedPassword.of(again);
        try {
            return Arrays.equals(one, two);
        } finally {
            Arrays.fill(one, '\0');
            Arrays.fill(two, '\0');
        }
    }

    /** How long guessing would take whoever has the database, as a word. */
    private void grade() {
        var length = password.getLength();
        if (length == 0) {
            strength.setText(Messages.get("vault.strength.none", VaultService.SHORTEST_PASSWORD));
        } else if (length < VaultService.SHORTEST_PASSWORD) {
            strength.setText(Messages.get("vault.strength.short", VaultService.SHORTEST_PASSWORD - length));
        } else {
            strength.setText(Messages.get("vault.strength." + guesser.measure(password.getCharacters()).getScore()));
        }
    }

    private void act() {
        switch (step) {
            case CREATE -> model.create(TypedPassword.of(password), this::showKit);
            case LOCKED -> model.unlock(TypedPassword.of(password), () -> {
            });
            case CHANGE -> model.changePassword(TypedPassword.of(old), TypedPassword.of(password), () -> go(Step.OPEN));
            case RECOVER -> model.recover(TypedPassword.of(kit), TypedPassword.of(password), this::showKit);
            case CHECK, KIT -> model.tryKit(TypedPassword.of(kit), () -> go(Step.OPEN));
            case NOT_GRANTED -> model.enrol(TypedPassword.of(password));
            case OPEN, ENROLLED -> {
            }
        }
    }

    private void showKit(char[] text) {
        go(Step.KIT);
        kitText.setText(new String(text).replaceAll("((?:[^-]{4}-){6}[^-]{4})-", "$1\n"));
        Arrays.fill(text, '\0');
    }

    private void another() {
        if (dialogs.confirm(Messages.get("vault.kit.replace.question"), Messages.get("vault.kit.replace.explanation"),
                Messages.get("vault.kit.replace"))) {
            model.replaceKit(this::showKit);
        }
    }

    private void save(String name) {
        dialogs.saveAs(Messages.get("vault.kit.save"), Messages.get(name))
                .ifPresent(file -> model.saveKit(file, kitText.getText()));
    }

    private void wipe() {
        Stream.of(old, kit, password, again).forEach(TextField::clear);
        kitText.setText("");
    }
}
