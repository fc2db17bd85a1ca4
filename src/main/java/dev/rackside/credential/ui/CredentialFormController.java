package dev.rackside.credential.ui;

import dev.rackside.credential.CredentialDraft;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.CredentialType;
import dev.rackside.fault.Violation;
import dev.rackside.fx.Age;
import dev.rackside.fx.Background;
import dev.rackside.fx.CodedBox;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Editing;
import dev.rackside.fx.Form;
import dev.rackside.fx.ProblemBar;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The form of a credential. Its secrets are no part of it. */
@SuppressWarnings("NullAway.Init")
final class CredentialFormController implements Editing.Door<CredentialDraft> {

    private final CredentialService credentials;
    private final Background background;
    private final Dialogs dialogs;
    private final Runnable back;
    private Form<CredentialDraft> form;
    private Editing<CredentialDraft> editing;

    @FXML
    private Node root;
    @FXML
    private Label heading;
    @FXML
    private ProblemBar bar;
    @FXML
    private TextField name;
    @FXML
    private CodedBox<ExchangeSystem> system;
    @FXML
    private CodedBox<CredentialType> type;
    @FXML
    private TextField username;
    @FXML
    private TextField baseUrl;
    @FXML
    private TextArea settings;
    @FXML
    private TextField expiresAt;
    @FXML
    private CheckBox active;
    @FXML
    private Button save;
    @FXML
    private Button saveAsNew;
    @FXML
    private Button cancel;

    CredentialFormController(CredentialService credentials, Background background, Dialogs dialogs, Runnable back) {
        this.credentials = credentials;
        this.background = background;
        this.dialogs = dialogs;
        this.back = back;
    }

    @FXML
    private void initialize() {
        system.offer(ExchangeSystem.class, CredentialWords.SYSTEM);
        type.offer(CredentialType.class, CredentialWords.TYPE);
        form = new Form<>(CredentialDraft.class, this::violations).text("name", name).text("username", username)
                .text("baseUrl", baseUrl).text("settings", settings).moment("expiresAt", expiresAt)
                .flag("active", active);
        system.edit(form, "system");
        type.edit(form, "type");
        editing = new Editing<>(form, this, new Editing.Words(
                component -> Messages.get("credential.field." + component), CredentialFormController::words), bar,
                dialogs, background);
        editing.buttons(root, new Editing.Buttons(save, saveAsNew, cancel), back);
    }

    private List<Violation> violations(CredentialDraft draft) {
        var loaded = form.version();
        return draft.violationsSince(loaded == null ? null : loaded.draft());
    }

    private static String words(String component, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Coded<?> coded -> CodedBox.word(coded,
                    component.equals("system") ? CredentialWords.SYSTEM : CredentialWords.TYPE);
            case Boolean flag -> Messages.get("credential.active." + flag);
            case Instant moment -> Age.here().full(moment);
            default -> value.toString();
        };
    }

    /** Shows a credential for editing; {@code shown} is called when it is read. */
    void edit(UUID id, Runnable shown) {
        editing.edit(id, _ -> heading.setText(Messages.get("credential.form.edit")), () -> {
            shown.run();
            focus();
        });
    }

    /** Shows the form of a new credential. */
    void create() {
        heading.setText(Messages.get("credential.form.new"));
        editing.create(CredentialDraft.blank());
        focus();
    }

    /** The fields are in the window only once the scroll pane around them has its looks. */
    private void focus() {
        root.applyCss();
        name.requestFocus();
    }

    Editing<CredentialDraft> editing() {
        return editing;
    }

    @Override
    public Versioned<CredentialDraft> load(UUID id) {
        return credentials.load(id);
    }

    @Override
    public Versioned<CredentialDraft> create(CredentialDraft draft) {
        return credentials.create(draft);
    }

    @Override
    public Versioned<CredentialDraft> save(Versioned<CredentialDraft> loaded, CredentialDraft draft) {
        return credentials.save(loaded, draft);
    }
}
