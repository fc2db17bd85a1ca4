package dev.rackside.credential.ui;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.rackside.credential.VaultMembers.Member;
import dev.rackside.credential.VaultService;
import dev.rackside.credential.VaultService.Standing;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.FormField;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.TypedPassword;
import dev.rackside.text.Messages;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
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
    private final Dialogs dialogs;
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
    private VBox team;
    @FXML
    private VBox people;
    @FXML
    private Button renew;
    @FXML
    private Button reseal;

    private Step step = Step.LOCKED;

    /** What the page is about. */
    private enum Step {
        CREATE, KIT, LOCKED, OPEN, CHANGE, CHECK, RECOVER, NOT_GRANTED, ENROLLED
    }

    VaultController(VaultModel model, Dialogs dialogs, Runnable leave) {
        this.model = model;
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
        save.setOnAction(_ -> save());
        trust.setOnAction(_ -> model.trustGranter());
        renew.setOnAction(_ -> renew(null));
        reseal.setOnAction(_ -> model.reseal());
        model.team().addListener((_, _, now) -> show(now));
        model.fingerprint().addListener((_, _, _) -> stands(model.standing().get()));
        show(model.team().get());
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
            present(trust, problem != null && problem.code() == ErrorCode.VAULT_GRANTER_UNKNOWN);
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
        says.setText(Messages.get(key + ".says", VaultService.SHORTEST_PASSWORD));
        var making = next == Step.CREATE || next == Step.CHANGE || next == Step.RECOVER || next == Step.NOT_GRANTED;
        present(oldField, next == Step.CHANGE);
        present(kitField, next == Step.RECOVER || next == Step.CHECK || next == Step.KIT);
        present(passwordField, making || next == Step.LOCKED);
        passwordField.setText(Messages.get(making ? "vault.password.new" : "vault.password"));
        present(strength, making);
        present(againField, making);
        present(kitText, next == Step.KIT);
        present(save, next == Step.KIT);
        present(act, next != Step.OPEN && next != Step.ENROLLED);
        present(trust, false);
        present(print, next == Step.ENROLLED);
        print.setText(Messages.get("vault.fingerprint", model.fingerprint().get()));
        present(team, next == Step.OPEN);
        present(change, next == Step.OPEN);
        present(check, next == Step.OPEN);
        present(lock, next == Step.OPEN);
        present(recover, next == Step.LOCKED || next == Step.NOT_GRANTED || next == Step.ENROLLED);
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
            case RECOVER -> model.recover(TypedPassword.of(kit), TypedPassword.of(password), () -> go(Step.OPEN));
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

    private void show(VaultModel.Team now) {
        people.getChildren().setAll(now.members().stream().map(this::line).toList());
        present(reseal, now.behind());
    }

    /** Somebody who has keys: their name, how they stand, their fingerprint, and what can be done. */
    private Node line(Member member) {
        var name = new Label(member.name() == null ? Messages.get("vault.kit") : member.name());
        var badge = !member.trusted()
                ? Badge.bad(Messages.get("vault.member.stranger"))
                : member.granted()
                        ? Badge.good(Messages.get("vault.member.has"))
                        : Badge.rest(Messages.get("vault.member.has-not"));
        var head = new FlowPane(8, 4, name, badge.label());
        if (!member.granted()) {
            head.getChildren().add(button("vault.grant", () -> grant(member)));
        } else if (!member.oneself() && member.name() != null) {
            head.getChildren().add(button("vault.remove", () -> renew(member)));
        }
        var fingerprint = new Label(member.fingerprint());
        fingerprint.getStyleClass().addAll("mono", "muted");
        fingerprint.setWrapText(true);
        return new VBox(4, head, fingerprint);
    }

    private static Button button(String key, Runnable act) {
        var button = new Button(Messages.get(key));
        button.getStyleClass().add("small");
        button.setOnAction(_ -> act.run());
        return button;
    }

    private void grant(Member member) {
        if (dialogs.confirm(Messages.get("vault.grant.question", String.valueOf(member.name())),
                Messages.get("vault.grant.explanation", member.fingerprint()), Messages.get("vault.grant"))) {
            model.grant(member);
        }
    }

    private void renew(@Nullable Member leaving) {
        var question = leaving == null
                ? Messages.get("vault.renew.question")
                : Messages.get("vault.remove.question", String.valueOf(leaving.name()));
        if (dialogs.confirm(question, Messages.get(leaving == null
                ? "vault.renew.explanation"
                : "vault.remove.explanation"), Messages.get(leaving == null ? "vault.renew" : "vault.remove"))) {
            model.renew(leaving);
        }
    }

    private void save() {
        dialogs.saveAs(Messages.get("vault.kit.save"), Messages.get("vault.kit.file"))
                .ifPresent(file -> model.saveKit(file, kitText.getText()));
    }

    private void wipe() {
        Stream.of(old, kit, password, again).forEach(TextField::clear);
        kitText.setText("");
    }

    private static void present(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
