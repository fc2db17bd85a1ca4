package dev.rackside.ticket.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.CodedBox;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Editing;
import dev.rackside.fx.Form;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Slot;
import dev.rackside.row.Choice;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import dev.rackside.ticket.LinkType;
import dev.rackside.ticket.TicketDraft;
import dev.rackside.ticket.TicketState;
import dev.rackside.ticket.TicketSystem;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The form of a ticket link. */
final class TicketFormController implements Editing.Door<TicketDraft> {

    private static final int MATCHES = 50;

    private final TicketDoors doors;
    private final TicketNames names;
    private final Background background;
    private final Dialogs dialogs;
    private final Runnable back;
    private final Slot finding;
    /** Whose sessions are offered; read off the screen thread. */
    private volatile @Nullable UUID ofClient;

    @FXML
    private Node root;
    @FXML
    private Label heading;
    @FXML
    private ProblemBar bar;
    @FXML
    private ChoicePicker client;
    @FXML
    private ChoicePicker session;
    @FXML
    private CodedBox<TicketSystem> system;
    @FXML
    private TextField ticketId;
    @FXML
    private TextField number;
    @FXML
    private TextField subject;
    @FXML
    private TextField url;
    @FXML
    private TextField status;
    @FXML
    private CodedBox<TicketState> state;
    @FXML
    private CodedBox<LinkType> linkType;
    @FXML
    private TextArea note;
    @FXML
    private Button save;
    @FXML
    private Button saveAsNew;
    @FXML
    private Button cancel;

    @SuppressWarnings("NullAway.Init")
    private Editing<TicketDraft> editing;

    TicketFormController(TicketDoors doors, Background background, Dialogs dialogs, Runnable back) {
        this.doors = doors;
        this.background = background;
        this.dialogs = dialogs;
        this.back = back;
        names = new TicketNames(doors);
        finding = background.slot();
    }

    @FXML
    private void initialize() {
        system.offer(TicketSystem.class, "ticket.system.");
        state.offer(TicketState.class, "ticket.state.");
        linkType.offer(LinkType.class, "ticket.link.");
        client.lookup(background, text -> doors.clients().choices(text, MATCHES));
        session.lookup(background, text -> doors.sessions().choices(ofClient, text, MATCHES));
        client.valueProperty().addListener((_, _, chosen) -> ofClient = chosen == null ? null : chosen.id());
        var form = new Form<>(TicketDraft.class, TicketDraft::violations)
                .bind("clientId", client, client.valueProperty(), () -> names.idOf(client.getValue()),
                        id -> client.setValue(choice(id)))
                .bind("sessionId", session, session.valueProperty(), () -> names.idOf(session.getValue()),
                        id -> session.setValue(choice(id)))
                .text("ticketId", ticketId).text("number", number).text("subject", subject).text("url", url)
                .text("status", status).text("note", note);
        system.edit(form, "system");
        state.edit(form, "state");
        linkType.edit(form, "linkType");
        editing = new Editing<>(form, this, new Editing.Words(TicketFormController::label, this::words), bar, dialogs,
                background);
        session.valueProperty().addListener((_, _, chosen) -> picked(chosen));
        editing.buttons(root, new Editing.Buttons(save, saveAsNew, cancel), back);
    }

    private @Nullable Choice choice(@Nullable Object id) {
        return id == null ? null : names.of((UUID) id);
    }

    /** A session that was picked first brings its client along. */
    private void picked(@Nullable Choice chosen) {
        if (chosen != null && client.getValue() == null && session.getScene() != null) {
            finding.run(() -> java.util.Optional.ofNullable(names.learnSession(chosen.id())), found -> {
                if (client.getValue() == null && chosen.equals(session.getValue())) {
                    found.ifPresent(client::setValue);
                }
            });
        }
    }

    private static String label(String component) {
        return Messages.get("ticket.field." + component);
    }

    private String words(String component, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Coded<?> coded -> CodedBox.word(coded, switch (component) {
                case "system" -> "ticket.system.";
                case "state" -> "ticket.state.";
                default -> "ticket.link.";
            });
            case UUID id -> names.of(id).label();
            default -> value.toString();
        };
    }

    /** Shows a ticket link for editing; {@code shown} is called when it is read. */
    void edit(UUID id, Runnable shown) {
        editing.edit(id, _ -> heading.setText(Messages.get("ticket.form.edit")), () -> {
            shown.run();
            focus(subject);
        });
    }

    /** Shows the values of a new link; {@code shown} is called when the names in it are known. */
    void create(TicketDraft draft, @Nullable Choice ofScope, Runnable shown) {
        names.learn(ofScope);
        finding.run(() -> java.util.Optional.ofNullable(names.learnSession(draft.sessionId())), found -> {
            heading.setText(Messages.get("ticket.form.new"));
            editing.create(draft.clientId() == null && found.isPresent() ? draft.ofClient(found.get().id()) : draft);
            shown.run();
            focus(system);
        });
    }

    /** A scroll pane that was never shown has its content outside the scene, where nothing takes the keyboard. */
    private void focus(Node field) {
        root.applyCss();
        field.requestFocus();
    }

    Editing<TicketDraft> editing() {
        return editing;
    }

    @Override
    public Versioned<TicketDraft> load(UUID id) {
        names.learnLink(id);
        return doors.tickets().load(id);
    }

    @Override
    public Versioned<TicketDraft> create(TicketDraft draft) {
        return doors.tickets().link(draft);
    }

    @Override
    public Versioned<TicketDraft> save(Versioned<TicketDraft> loaded, TicketDraft draft) {
        try {
            return doors.tickets().save(loaded, draft);
        } catch (EditConflict conflict) {
            names.learnLink(loaded.id());
            throw conflict;
        }
    }
}
