package dev.rackside.backup.ui;

import dev.rackside.backup.notice.Channel;
import dev.rackside.backup.notice.Delivery;
import dev.rackside.backup.notice.HookDraft;
import dev.rackside.backup.notice.MailDraft;
import dev.rackside.backup.notice.MailSecurity;
import dev.rackside.fault.Problem;
import dev.rackside.fx.CodedBox;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Form;
import dev.rackside.fx.Presence;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.TypedPassword;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.Objects;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** Who is told of backups by mail and by Zapier, and what became of the newest notices. */
@SuppressWarnings("NullAway.Init")
final class NoticesController {

    private final NoticesViewModel model;
    private final Dialogs dialogs;
    private final Runnable leave;
    private final Form<MailDraft> mailForm = new Form<>(MailDraft.class, MailDraft::violations);
    private final Form<HookDraft> hookForm = new Form<>(HookDraft.class, _ -> List.of());

    @FXML
    private Node root;
    @FXML
    private Button back;
    @FXML
    private Button again;
    @FXML
    private ProblemBar bar;
    @FXML
    private Label mailState;
    @FXML
    private TextField host;
    @FXML
    private TextField port;
    @FXML
    private CodedBox<MailSecurity> security;
    @FXML
    private TextField account;
    @FXML
    private PasswordField password;
    @FXML
    private TextField sender;
    @FXML
    private TextField recipients;
    @FXML
    private TextField certificate;
    @FXML
    private CheckBox mailFailed;
    @FXML
    private CheckBox mailOverdue;
    @FXML
    private CheckBox mailBack;
    @FXML
    private Button saveMail;
    @FXML
    private Button testMail;
    @FXML
    private Button mailOff;
    @FXML
    private Label mailResult;
    @FXML
    private Label hookState;
    @FXML
    private PasswordField hook;
    @FXML
    private CheckBox ownNetwork;
    @FXML
    private CheckBox hookFailed;
    @FXML
    private CheckBox hookOverdue;
    @FXML
    private CheckBox hookBack;
    @FXML
    private Button saveHook;
    @FXML
    private Button testHook;
    @FXML
    private Button hookOff;
    @FXML
    private Label hookResult;
    @FXML
    private TableView<Delivery> deliveries;

    /** @param leave back to the list */
    NoticesController(NoticesViewModel model, Dialogs dialogs, Runnable leave) {
        this.model = model;
        this.dialogs = dialogs;
        this.leave = leave;
    }

    @FXML
    private void initialize() {
        security.offer(MailSecurity.class, "notice.security.");
        mailForm.text("host", host).number("port", port).text("account", account).text("sender", sender)
                .text("recipients", recipients).text("certificate", certificate).flag("failed", mailFailed)
                .flag("overdue", mailOverdue).flag("back", mailBack);
        security.edit(mailForm, "security");
        hookForm.flag("failed", hookFailed).flag("overdue", hookOverdue).flag("back", hookBack)
                .flag("ownNetwork", ownNetwork);
        mailForm.loadNew(MailDraft.blank());
        hookForm.loadNew(HookDraft.blank());
        buttons();
        DeliveryTable.arrange(deliveries);
        say(mailResult, "");
        say(hookResult, "");
        Presence.present(again, false);
        model.shown().addListener((_, _, shown) -> show(shown));
        model.problem().addListener((_, _, problem) -> show(problem));
        // What is typed doesn't outlive the page.
        root.sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                forget();
            }
        });
    }

    private void buttons() {
        back.setOnAction(_ -> leave(leave));
        again.setOnAction(_ -> model.again(this::refused));
        saveMail.setOnAction(_ -> saveMail());
        saveHook.setOnAction(_ -> saveHook());
        testMail.setOnAction(_ -> test(Channel.MAIL, mailResult));
        testHook.setOnAction(_ -> test(Channel.ZAPIER, hookResult));
        mailOff.setOnAction(_ -> off(Channel.MAIL, mailResult));
        hookOff.setOnAction(_ -> off(Channel.ZAPIER, hookResult));
        List.of(again, saveMail, saveHook, mailOff, hookOff)
                .forEach(button -> button.disableProperty().bind(model.busy()));
        // A test goes by what is saved, not by what is typed.
        testMail.disableProperty().bind(model.busy().or(mailForm.dirty()));
        testHook.disableProperty().bind(model.busy().or(hookForm.dirty()));
        mailForm.saveKey(root, this::saveMail);
        hookForm.saveKey(root, this::saveHook);
    }

    private void saveMail() {
        bar.hide();
        mailForm.save(draft -> {
            model.mail(draft, TypedPassword.of(password), words -> {
                password.clear();
                mailForm.loadNew(draft);
                say(mailResult, words);
            }, this::refused);
        });
    }

    private void saveHook() {
        bar.hide();
        hookForm.save(draft -> {
            model.zapier(draft, TypedPassword.of(hook), words -> {
                hook.clear();
                hookForm.loadNew(draft);
                say(hookResult, words);
            }, this::refused);
        });
    }

    private void test(Channel channel, Label result) {
        bar.hide();
        say(result, Messages.get("notice.testing"));
        model.test(channel, words -> say(result, words), problem -> {
            say(result, "");
            refused(problem);
        });
    }

    private void off(Channel channel, Label result) {
        bar.hide();
        model.off(channel, words -> say(result, words), this::refused);
    }

    private static void say(Label result, String words) {
        result.setText(words);
        Presence.present(result, !words.isEmpty());
    }

    private void refused(Problem problem) {
        bar.show(problem, null);
    }

    private void show(NoticesViewModel.@Nullable Shown shown) {
        if (shown == null) {
            return;
        }
        var mail = shown.settings().mail();
        if (!mailForm.dirty().get()) {
            mailForm.loadNew(Objects.requireNonNullElseGet(mail, MailDraft::blank));
        }
        var zapier = shown.settings().zapier();
        if (!hookForm.dirty().get()) {
            hookForm.loadNew(Objects.requireNonNullElseGet(zapier, HookDraft::blank));
        }
        mailState.setText(Messages.get(mail == null ? "notice.mail.off" : "notice.mail.on"));
        password.setPromptText(Messages.get(shown.password() ? "notice.secret.kept" : "notice.secret.none"));
        hookState.setText(Messages.get(hookState(shown)));
        hook.setPromptText(Messages.get(shown.address() ? "notice.secret.kept" : "notice.hook.vault"));
        saveMail.setText(Messages.get(mail == null ? "notice.turn-on" : "fx.save"));
        saveHook.setText(Messages.get(zapier == null ? "notice.turn-on" : "fx.save"));
        Presence.present(testMail, mail != null);
        Presence.present(mailOff, mail != null);
        Presence.present(testHook, zapier != null);
        Presence.present(hookOff, zapier != null);
        Presence.present(again, shown.undelivered());
        deliveries.getItems().setAll(shown.deliveries());
    }

    private static String hookState(NoticesViewModel.Shown shown) {
        if (shown.settings().zapier() == null) {
            return "notice.zapier.off";
        }
        return shown.address() ? "notice.zapier.on" : shown.vault() ? "notice.zapier.vault" : "notice.zapier.nowhere";
    }

    private void show(@Nullable Problem problem) {
        if (problem == null) {
            bar.hide();
        } else {
            bar.show(problem, model::retry);
        }
    }

    /** Goes on where nothing is typed and not saved, or a person lets it go. */
    void leave(Runnable then) {
        if (!mailForm.dirty().get() && !hookForm.dirty().get()) {
            then.run();
            return;
        }
        switch (dialogs.askToSave()) {
            case SAVE -> {
                if (mailForm.dirty().get()) {
                    saveMail();
                }
                if (hookForm.dirty().get()) {
                    saveHook();
                }
            }
            case DISCARD -> {
                forget();
                then.run();
            }
            case STAY -> {
                // The page stays.
            }
        }
    }

    private void forget() {
        password.clear();
        hook.clear();
        mailForm.revert();
        hookForm.revert();
        say(mailResult, "");
        say(hookResult, "");
    }

    void focus() {
        host.requestFocus();
    }
}
