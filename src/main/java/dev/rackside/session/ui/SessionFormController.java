package dev.rackside.session.ui;

import dev.rackside.client.ClientService;
import dev.rackside.fx.Background;
import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.CodedBox;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Editing;
import dev.rackside.fx.Form;
import dev.rackside.fx.ProblemBar;
import dev.rackside.row.Choice;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Versioned;
import dev.rackside.session.SessionDraft;
import dev.rackside.session.SessionService;
import dev.rackside.session.SessionStatus;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The form of a session. */
final class SessionFormController implements Editing.Door<SessionDraft> {

    private static final int MATCHES = 50;

    private final SessionService sessions;
    private final ClientService clients;
    private final Background background;
    private final Dialogs dialogs;
    private final Runnable back;
    private final Map<UUID, Choice> names = new ConcurrentHashMap<>();

    @FXML
    private Node root;
    @FXML
    private Label heading;
    @FXML
    private ProblemBar bar;
    @FXML
    private TextField title;
    @FXML
    private ChoicePicker client;
    @FXML
    private DatePicker date;
    @FXML
    private TextField start;
    @FXML
    private TextField end;
    @FXML
    private CodedBox<SessionStatus> status;
    @FXML
    private TextField technician;
    @FXML
    private CheckBox billable;
    @FXML
    private TextField billableHours;
    @FXML
    private TextArea summary;
    @FXML
    private TextArea notes;
    @FXML
    private Button save;
    @FXML
    private Button saveAsNew;
    @FXML
    private Button cancel;

    @SuppressWarnings("NullAway.Init")
    private Editing<SessionDraft> editing;

    SessionFormController(SessionService sessions, ClientService clients, Background background, Dialogs dialogs,
            Runnable back) {
        this.sessions = sessions;
        this.clients = clients;
        this.background = background;
        this.dialogs = dialogs;
        this.back = back;
    }

    @FXML
    private void initialize() {
        status.offer(SessionStatus.class, "session.status.");
        client.lookup(background, text -> clients.choices(text, MATCHES));
        var form = new Form<>(SessionDraft.class, SessionDraft::violations)
                .text("title", title)
                .bind("clientId", client, client.valueProperty(), this::clientId,
                        id -> client.setValue(id == null ? null : named((UUID) id)))
                .date("date", date).moment("start", start).moment("end", end)
                .text("technician", technician).flag("billable", billable).number("billableHours", billableHours)
                .text("summary", summary).text("notes", notes);
        status.edit(form, "status");
        editing = new Editing<>(form, this, new Editing.Words(SessionFormController::label, this::words), bar, dialogs,
                background);
        editing.buttons(root, new Editing.Buttons(save, saveAsNew, cancel), back);
    }

    private @Nullable Object clientId() {
        var chosen = client.getValue();
        if (chosen == null) {
            return null;
        }
        names.put(chosen.id(), chosen);
        return chosen.id();
    }

    private Choice named(UUID id) {
        return names.getOrDefault(id, new Choice(id, id.toString()));
    }

    private static String label(String component) {
        return Messages.get("session.field." + component);
    }

    private String words(String component, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Coded<?> coded -> CodedBox.word(coded, "session.status.");
            case UUID id -> named(id).label();
            case Instant moment -> dev.rackside.fx.Age.here().full(moment);
            case Boolean flag -> Messages.get("session.billable." + flag);
            default -> value.toString();
        };
    }

    /** Shows a session for editing; {@code shown} is called when it is read. */
    void edit(UUID id, Runnable shown) {
        editing.edit(id, _ -> heading.setText(Messages.get("session.form.edit")), () -> {
            shown.run();
            focus();
        });
    }

    /** Shows the values of a new session. */
    void create(SessionDraft draft, @Nullable Choice ofClient) {
        if (ofClient != null) {
            names.put(ofClient.id(), ofClient);
        }
        heading.setText(Messages.get("session.form.new"));
        editing.create(draft);
    }

    /** A scroll pane that was never shown has its content outside the scene, where nothing takes the keyboard. */
    void focus() {
        root.applyCss();
        title.requestFocus();
    }

    Editing<SessionDraft> editing() {
        return editing;
    }

    @Override
    public Versioned<SessionDraft> load(UUID id) {
        var row = sessions.load(id);
        remember(id);
        return row;
    }

    private void remember(UUID id) {
        sessions.clientOf(id).ifPresent(found -> names.put(found.id(), found));
    }

    @Override
    public Versioned<SessionDraft> create(SessionDraft draft) {
        return sessions.create(draft);
    }

    @Override
    public Versioned<SessionDraft> save(Versioned<SessionDraft> loaded, SessionDraft draft) {
        try {
            return sessions.save(loaded, draft);
        } catch (EditConflict conflict) {
            remember(loaded.id());
            throw conflict;
        }
    }
}
