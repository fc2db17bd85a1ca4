package dev.rackside.client.ui;

import dev.rackside.client.ClientDraft;
import dev.rackside.client.ClientService;
import dev.rackside.client.ClientType;
import dev.rackside.fault.Violation;
import dev.rackside.fx.Background;
import dev.rackside.fx.CodedBox;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Editing;
import dev.rackside.fx.Form;
import dev.rackside.fx.ProblemBar;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
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

/** The form of a client. */
final class ClientFormController implements Editing.Door<ClientDraft> {

    private final ClientService clients;
    private final Background background;
    private final Dialogs dialogs;
    private final Runnable back;

    @FXML
    private Node root;
    @FXML
    private Label heading;
    @FXML
    private ProblemBar bar;
    @FXML
    private TextField name;
    @FXML
    private CodedBox<ClientType> type;
    @FXML
    private CheckBox active;
    @FXML
    private TextField primaryContact;
    @FXML
    private TextField domainName;
    @FXML
    private TextField networkSubnet;
    @FXML
    private TextArea notes;
    @FXML
    private Button save;
    @FXML
    private Button saveAsNew;
    @FXML
    private Button cancel;

    @SuppressWarnings("NullAway.Init")
    private Form<ClientDraft> form;
    @SuppressWarnings("NullAway.Init")
    private Editing<ClientDraft> editing;

    ClientFormController(ClientService clients, Background background, Dialogs dialogs, Runnable back) {
        this.clients = clients;
        this.background = background;
        this.dialogs = dialogs;
        this.back = back;
    }

    @FXML
    private void initialize() {
        type.offer(ClientType.class, ClientWords.TYPE);
        form = new Form<>(ClientDraft.class, this::violations)
                .text("name", name).flag("active", active).text("primaryContact", primaryContact)
                .text("domainName", domainName).text("networkSubnet", networkSubnet).text("notes", notes);
        type.edit(form, "type");
        editing = new Editing<>(form, this,
                new Editing.Words(component -> Messages.get("client.field." + component), ClientFormController::words),
                bar, dialogs, background);
        editing.buttons(root, new Editing.Buttons(save, saveAsNew, cancel), back);
    }

    private List<Violation> violations(ClientDraft draft) {
        var loaded = form.version();
        return draft.violationsSince(loaded == null ? null : loaded.draft());
    }

    private static String words(String component, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Coded<?> coded -> CodedBox.word(coded, ClientWords.TYPE);
            case Boolean flag -> Messages.get("client.active." + flag);
            default -> value.toString();
        };
    }

    /** Shows a client for editing; {@code shown} is called when it is read. */
    void edit(UUID id, Runnable shown) {
        editing.edit(id, _ -> heading.setText(Messages.get("client.form.edit")), () -> {
            shown.run();
            focus();
        });
    }

    /** Shows the values of a new client. */
    void start(ClientDraft draft) {
        heading.setText(Messages.get("client.form.new"));
        editing.create(draft);
    }

    /** The fields are in the window only once the scroll pane around them has its looks. */
    void focus() {
        root.applyCss();
        name.requestFocus();
    }

    Editing<ClientDraft> editing() {
        return editing;
    }

    @Override
    public Versioned<ClientDraft> load(UUID id) {
        return clients.load(id);
    }

    @Override
    public Versioned<ClientDraft> create(ClientDraft draft) {
        return clients.create(draft);
    }

    @Override
    public Versioned<ClientDraft> save(Versioned<ClientDraft> loaded, ClientDraft draft) {
        return clients.save(loaded, draft);
    }
}
