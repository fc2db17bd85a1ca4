package dev.rackside.ticket.ui;

import static dev.rackside.fx.Presence.present;

import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Shortcut;
import dev.rackside.text.Messages;
import dev.rackside.ticket.PreparedNote;
import dev.rackside.ticket.TicketRow;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A note that is written into a ticket: for the team, or, after a look at what is sent, for the customer. */
@SuppressWarnings("NullAway.Init")
final class NoteController {

    private static final Shortcut ADD = Shortcut.command(KeyCode.ENTER, "ticket.write.add");

    private final NoteViewModel model;
    private final Steps steps;
    private @Nullable TicketRow ticket;

    @FXML
    private VBox root;
    @FXML
    private ProblemBar bar;
    @FXML
    private Label heading;
    @FXML
    private Button cancel;
    @FXML
    private Button back;
    @FXML
    private Button add;
    @FXML
    private Button send;
    @FXML
    private ProgressBar progress;
    @FXML
    private VBox writing;
    @FXML
    private TextField title;
    @FXML
    private TextArea text;
    @FXML
    private Label refused;
    @FXML
    private Button look;
    @FXML
    private Button customer;
    @FXML
    private VBox previewing;
    @FXML
    private Label preview;

    /**
     * What leads away from it.
     *
     * @param show shows it in front again
     * @param added takes the ticket that the note went into, after it left the front
     * @param look opens the ticket where it lives
     */
    record Steps(Consumer<Node> show, Runnable close, Consumer<TicketRow> added, Consumer<TicketRow> look) {}

    NoteController(NoteViewModel model, Steps steps) {
        this.model = model;
        this.steps = steps;
    }

    @FXML
    private void initialize() {
        progress.visibleProperty().bind(model.busy());
        add.disableProperty().bind(model.busy());
        send.disableProperty().bind(model.busy());
        customer.disableProperty().bind(model.busy());
        add.setOnAction(_ -> add());
        customer.setOnAction(_ -> model.preview(title.getText(), text.getText()));
        send.setOnAction(_ -> model.addForCustomer(this::added));
        back.setOnAction(_ -> model.back());
        cancel.setOnAction(_ -> steps.close().run());
        look.setOnAction(_ -> {
            if (ticket != null) {
                steps.look().accept(ticket);
            }
        });
        model.preview().addListener((_, _, shown) -> show(shown));
        model.unknown().addListener((_, _, unknown) -> again(unknown));
        model.problem().addListener((_, _, problem) -> {
            if (problem == null) {
                bar.hide();
            } else {
                bar.show(problem, null);
                // It may have been closed while the note was under way.
                steps.show().accept(root);
            }
        });
        model.refused().addListener((_, _, violation) -> {
            refused.setText(violation == null
                    ? ""
                    : Messages.get("ticket.write." + violation.field()) + ": "
                            + Messages.get(violation.key(), violation.arguments().toArray()));
            present(refused, violation != null);
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        show(null);
        again(false);
        bar.hide();
        present(refused, false);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            if (model.preview().get() != null) {
                model.back();
            } else {
                steps.close().run();
            }
        } else if (ADD.match(event) && model.preview().get() == null && !model.busy().get()) {
            add();
        } else {
            return;
        }
        event.consume();
    }

    private void add() {
        model.addInternal(title.getText(), text.getText(), this::added);
    }

    private void added() {
        var into = ticket;
        ticket = null;
        text.clear();
        if (root.getScene() != null) {
            steps.close().run();
        }
        if (into != null) {
            steps.added().accept(into);
        }
    }

    /**
     * What stands in the fields stays where it is about the same ticket: nothing typed is lost. While one is under way
     * it is that one that is shown.
     */
    void open(TicketRow row) {
        steps.show().accept(root);
        if (model.busy().get()) {
            return;
        }
        var before = ticket;
        ticket = row;
        model.open(row);
        heading.setText(Messages.get("ticket.write.title", TicketWords.number(row)));
        if (before == null || !before.id().equals(row.id())) {
            title.setText(Objects.requireNonNullElse(row.sessionTitle(), TicketWords.title(row)));
            text.clear();
        }
        root.applyCss();
        text.requestFocus();
    }

    private void show(@Nullable PreparedNote shown) {
        present(writing, shown == null);
        present(previewing, shown != null);
        present(add, shown == null);
        present(back, shown != null);
        present(send, shown != null);
        preview.setText(shown == null ? "" : shown.shown());
        // What had the keyboard is hidden now; it would go to what stands behind.
        if (shown == null) {
            text.requestFocus();
        } else {
            back.requestFocus();
        }
    }

    /** Whether nobody knows if it arrived: first one looks, then one may say that it isn't there. */
    private void again(boolean unknown) {
        present(look, unknown);
        add.setText(Messages.get(unknown ? "ticket.write.again" : "ticket.write.add"));
        send.setText(Messages.get(unknown ? "ticket.write.again" : "ticket.write.send"));
    }
}
