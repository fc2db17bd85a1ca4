package dev.rackside.ticket.ui;

import static dev.rackside.fx.Presence.present;

import dev.rackside.credential.Connection;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.fx.Background;
import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.TypedPassword;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import dev.rackside.ticket.LinkType;
import dev.rackside.ticket.RemoteTicket;
import dev.rackside.ticket.TicketDraft;
import dev.rackside.ticket.ui.LinkViewModel.Standing;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Links a ticket: what is typed finds it, arrows choose it, Enter links it. */
@SuppressWarnings("NullAway.Init")
final class LinkController {

    private static final int MATCHES = 50;

    private final LinkViewModel model;
    private final TicketDoors doors;
    private final Background background;
    private final Steps steps;
    private final ToggleGroup types = new ToggleGroup();
    private volatile @Nullable UUID ofClient;

    @FXML
    private VBox root;
    @FXML
    private ProblemBar bar;
    @FXML
    private Button close;
    @FXML
    private ComboBox<Connection> connection;
    @FXML
    private TextField query;
    @FXML
    private ProgressBar progress;
    @FXML
    private HBox locked;
    @FXML
    private PasswordField password;
    @FXML
    private Button unlock;
    @FXML
    private ListView<RemoteTicket> found;
    @FXML
    private Label nothing;
    @FXML
    private Button credentials;
    @FXML
    private ChoicePicker client;
    @FXML
    private ChoicePicker session;
    @FXML
    private RadioButton related;
    @FXML
    private RadioButton resolves;
    @FXML
    private RadioButton documents;
    @FXML
    private TextField note;
    @FXML
    private Label another;
    @FXML
    private Label refused;
    @FXML
    private Button byHand;
    @FXML
    private Button link;

    /**
     * What leads away from it.
     *
     * @param linked takes the link that was made
     * @param credentials goes where credentials are made
     * @param byHand opens the form for what no search finds
     */
    record Steps(Runnable close, Consumer<Versioned<TicketDraft>> linked, Runnable credentials,
            Consumer<LinkTarget> byHand) {}

    LinkController(LinkViewModel model, TicketDoors doors, Background background, Steps steps) {
        this.model = model;
        this.doors = doors;
        this.background = background;
        this.steps = steps;
    }

    @FXML
    private void initialize() {
        connection.setItems(model.connections());
        connection.valueProperty().bindBidirectional(model.connection());
        query.textProperty().addListener((_, _, text) -> model.type(text));
        progress.visibleProperty().bind(model.busy());
        found.setItems(model.found());
        found.setCellFactory(_ -> new FoundCell());
        found.getSelectionModel().selectedItemProperty().addListener((_, _, ticket) -> model.chosen().set(ticket));
        model.chosen().addListener((_, _, ticket) -> choose(ticket));
        model.standing().addListener((_, _, standing) -> stand(standing));
        model.problem().addListener((_, _, problem) -> show(problem));
        model.refused().addListener((_, _, violation) -> refuse(violation));
        model.client().addListener((_, _, owner) -> ofClient = owner == null ? null : owner.id());
        client.lookup(background, text -> doors.clients().choices(text, MATCHES));
        session.lookup(background, text -> doors.sessions().choices(ofClient, text, MATCHES));
        client.valueProperty().bindBidirectional(model.client());
        session.valueProperty().bindBidirectional(model.session());
        model.ofAnother().addListener((_, _, owner) -> {
            another.setText(owner == null ? "" : Messages.get("ticket.find.of-another", owner.label()));
            present(another, owner != null);
        });
        present(another, false);
        types.getToggles().setAll(related, resolves, documents);
        link.disableProperty().bind(model.chosen().isNull().or(model.busy()));
        link.setOnAction(_ -> link());
        close.setOnAction(_ -> steps.close().run());
        credentials.setOnAction(_ -> steps.credentials().run());
        byHand.setOnAction(_ -> byHand());
        unlock.setOnAction(_ -> unlock());
        password.setOnAction(_ -> unlock());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        stand(Standing.IDLE);
        show(null);
        refuse(null);
    }

    /** Begins anew, with the keyboard where one types. */
    void open(LinkTarget target) {
        query.clear();
        note.clear();
        password.clear();
        types.selectToggle(target.session() == null ? related : resolves);
        model.open(target);
        query.requestFocus();
    }

    Node root() {
        return root;
    }

    void closed() {
        password.clear();
        model.closed();
    }

    private void pressed(KeyEvent event) {
        var inQuery = query.equals(event.getTarget());
        if (event.getCode() == KeyCode.ESCAPE) {
            steps.close().run();
        } else if (event.getCode() == KeyCode.ENTER && (inQuery || found.equals(event.getTarget())
                || note.equals(event.getTarget()))) {
            link();
        } else if (inQuery && event.getCode() == KeyCode.DOWN) {
            found.getSelectionModel().selectNext();
        } else if (inQuery && event.getCode() == KeyCode.UP) {
            found.getSelectionModel().selectPrevious();
        } else {
            return;
        }
        event.consume();
    }

    private void choose(@Nullable RemoteTicket ticket) {
        if (ticket == null) {
            found.getSelectionModel().clearSelection();
        } else if (!ticket.equals(found.getSelectionModel().getSelectedItem())) {
            found.getSelectionModel().select(ticket);
            found.scrollTo(ticket);
        }
    }

    private void stand(Standing standing) {
        present(locked, standing == Standing.LOCKED);
        present(credentials, standing == Standing.NO_CONNECTION);
        nothing.setText(Messages.get("ticket.find." + standing.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (standing == Standing.LOCKED && query.isFocused()) {
            password.requestFocus();
        }
    }

    private void show(@Nullable Problem problem) {
        if (problem == null) {
            bar.hide();
        } else {
            bar.show(problem, problem.code().retryable() ? model::search : null);
        }
    }

    private void refuse(@Nullable Violation violation) {
        refused.setText(violation == null ? "" : Messages.get(violation.key(), violation.arguments().toArray()));
        present(refused, violation != null);
    }

    private void unlock() {
        var typed = TypedPassword.of(password);
        password.clear();
        model.unlock(typed, query::requestFocus);
    }

    private void byHand() {
        var work = model.session().get();
        var owner = model.client().get();
        steps.byHand().accept(new LinkTarget(work == null ? null : work.id(), owner == null ? null : owner.id()));
    }

    private void link() {
        var type = Objects.equals(types.getSelectedToggle(), resolves)
                ? LinkType.RESOLVES
                : Objects.equals(types.getSelectedToggle(), documents) ? LinkType.DOCUMENTS : LinkType.RELATED;
        model.link(type, note.getText(), steps.linked());
    }

    /** The words for a state that was found. */
    static Label badge(RemoteTicket ticket) {
        return TicketWords.badge(Coded.of(ticket.state())).label();
    }
}
