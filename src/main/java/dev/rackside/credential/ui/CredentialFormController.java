package dev.rackside.credential.ui;

import static dev.rackside.fx.Presence.present;

import dev.rackside.credential.CredentialDraft;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.CredentialSettings;
import dev.rackside.credential.CredentialType;
import dev.rackside.credential.OAuth;
import dev.rackside.fault.Violation;
import dev.rackside.fx.Age;
import dev.rackside.fx.Background;
import dev.rackside.fx.CodedBox;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Editing;
import dev.rackside.fx.Form;
import dev.rackside.fx.FormField;
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
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
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
    private FormField subdomainField;
    @FXML
    private TextField subdomain;
    @FXML
    private FormField siteField;
    @FXML
    private TextField site;
    @FXML
    private FormField companyField;
    @FXML
    private TextField company;
    @FXML
    private FormField usernameField;
    @FXML
    private TextField username;
    @FXML
    private FormField clientIdField;
    @FXML
    private TextField clientId;
    @FXML
    private VBox oauth;
    @FXML
    private TextField authorizeAt;
    @FXML
    private TextField exchangeAt;
    @FXML
    private TextField scope;
    @FXML
    private TextField redirectPort;
    @FXML
    private Hyperlink more;
    @FXML
    private VBox advanced;
    @FXML
    private CheckBox ownNetwork;
    @FXML
    private TextField proxy;
    @FXML
    private TextArea authority;
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
        new SettingsFields(settings).text("subdomain", subdomain).text("site", site).text("company", company)
                .text("clientId", clientId).text("proxy", proxy).text("authority", authority)
                .text(OAuth.AUTHORIZE_AT, authorizeAt).text(OAuth.EXCHANGE_AT, exchangeAt).text(OAuth.SCOPE, scope)
                .text(OAuth.REDIRECT_PORT, redirectPort).flag("ownNetwork", ownNetwork);
        system.valueProperty().addListener((_, _, chosen) -> fit(chosen == null ? null : chosen.known()));
        type.valueProperty().addListener((_, _, _) -> fit(chosen(), false));
        username.textProperty().addListener((_, _, _) -> fit(chosen(), false));
        more.setOnAction(_ -> openMore(true));
        editing = new Editing<>(form, this, new Editing.Words(
                component -> Messages.get("credential.field." + component), CredentialFormController::words), bar,
                dialogs, background);
        editing.buttons(root, new Editing.Buttons(save, saveAsNew, cancel), back);
    }

    private @Nullable ExchangeSystem chosen() {
        var coded = system.getValue();
        return coded == null ? null : coded.known();
    }

    /** Just the fields that a system needs; what is filled in all the same stays to be seen. */
    private void fit(@Nullable ExchangeSystem chosen) {
        fit(chosen, form.version() == null && chosen != null);
    }

    /** @param usual whether the kind of sign-in is to be the system's usual one */
    private void fit(@Nullable ExchangeSystem chosen, boolean usual) {
        if (usual && chosen != null) {
            type.setValue(Coded.of(CredentialWords.usualType(chosen)));
        }
        var inBrowser = type.getValue() != null && type.getValue().known() == CredentialType.OAUTH;
        present(oauth, inBrowser || filled(authorizeAt) || filled(exchangeAt));
        present(subdomainField, chosen == ExchangeSystem.SYNCRO_MSP || filled(subdomain));
        present(siteField, chosen == ExchangeSystem.CONNECTWISE || filled(site));
        present(companyField, chosen == ExchangeSystem.CONNECTWISE || filled(company));
        present(clientIdField, inBrowser || chosen == ExchangeSystem.CONNECTWISE || filled(clientId));
        present(usernameField, (!inBrowser && chosen != ExchangeSystem.SYNCRO_MSP && chosen != ExchangeSystem.ZAPIER)
                || filled(username));
        usernameField.setText(CredentialWords.username(chosen));
    }

    private static boolean filled(TextField field) {
        return !field.getText().isBlank();
    }

    /** What is rarely needed is seen once somebody asks for it, or where it says something. */
    private void openMore(boolean open) {
        present(advanced, open);
        present(more, !open);
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
            openMore(chosen() == null || filled(baseUrl) || filled(expiresAt) || filled(proxy)
                    || ownNetwork.isSelected() || !authority.getText().isBlank() || odd());
            shown.run();
            focus();
        });
    }

    /** Whether something is set that none of the single fields shows. */
    private boolean odd() {
        var rest = settings.getText();
        for (var known : List.of("subdomain", "site", "company", "clientId", "proxy", "authority", "ownNetwork",
                OAuth.AUTHORIZE_AT, OAuth.EXCHANGE_AT, OAuth.SCOPE, OAuth.REDIRECT_PORT)) {
            rest = CredentialSettings.with(rest, known, "");
        }
        return !rest.isBlank();
    }

    /** Shows the form of a new credential. */
    void create() {
        openMore(false);
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
