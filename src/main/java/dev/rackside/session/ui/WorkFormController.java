package dev.rackside.session.ui;

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
import dev.rackside.session.WorkCategory;
import dev.rackside.session.WorkDraft;
import dev.rackside.session.WorkPriority;
import dev.rackside.session.WorkStatus;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.Optional;
import java.util.UUID;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The form of a work item. */
@SuppressWarnings("NullAway.Init")
final class WorkFormController implements Editing.Door<WorkDraft> {

    private static final int MATCHES = 50;

    private final WorkDoors doors;
    private final WorkNames names;
    private final Background background;
    private final Dialogs dialogs;
    private final Runnable back;
    private final Slot finding;
    private Form<WorkDraft> form;
    private Editing<WorkDraft> editing;
    /** Whose machines are offered; read off the screen thread. */
    private volatile @Nullable UUID ofClient;

    @FXML
    private Node root;
    @FXML
    private Label heading;
    @FXML
    private ProblemBar bar;
    @FXML
    private ChoicePicker session;
    @FXML
    private TextField title;
    @FXML
    private CodedBox<WorkCategory> category;
    @FXML
    private CodedBox<WorkStatus> status;
    @FXML
    private CodedBox<WorkPriority> priority;
    @FXML
    private ChoicePicker machine;
    @FXML
    private TextField estimatedMinutes;
    @FXML
    private TextField actualMinutes;
    @FXML
    private TextField completedAt;
    @FXML
    private TextArea description;
    @FXML
    private Button save;
    @FXML
    private Button saveAsNew;
    @FXML
    private Button cancel;

    WorkFormController(WorkDoors doors, Background background, Dialogs dialogs, Runnable back) {
        this.doors = doors;
        this.background = background;
        this.dialogs = dialogs;
        this.back = back;
        names = new WorkNames(doors);
        finding = background.slot();
    }

    @FXML
    private void initialize() {
        category.offer(WorkCategory.class, WorkWords.CATEGORY);
        status.offer(WorkStatus.class, WorkWords.STATUS);
        priority.offerWithNone(WorkPriority.class, WorkWords.PRIORITY);
        session.lookup(background, text -> doors.sessions().choices(null, text, MATCHES));
        machine.lookup(background, text -> doors.machines().choices(ofClient, text, MATCHES));
        form = new Form<>(WorkDraft.class, draft -> draft.violationsSince(loaded()))
                .text("title", title).text("description", description)
                .number("estimatedMinutes", estimatedMinutes).number("actualMinutes", actualMinutes)
                .moment("completedAt", completedAt);
        pick("sessionId", session);
        pick("machineId", machine);
        category.edit(form, "category");
        status.edit(form, "status");
        priority.edit(form, "priority");
        session.valueProperty().addListener((_, _, chosen) -> sessionPicked(chosen));
        editing = new Editing<>(form, this, new Editing.Words(component -> Messages.get("work.field." + component),
                this::words), bar, dialogs, background);
        editing.buttons(root, new Editing.Buttons(save, saveAsNew, cancel), back);
    }

    private @Nullable WorkDraft loaded() {
        var row = form.version();
        return row == null ? null : row.draft();
    }

    private void pick(String component, ChoicePicker picker) {
        form.bind(component, picker, picker.valueProperty(), () -> names.idOf(picker.getValue()),
                id -> picker.setValue(id == null ? null : names.of((UUID) id)));
    }

    /** Only machines of the session's client are offered. */
    private void sessionPicked(@Nullable Choice chosen) {
        if (chosen == null) {
            ofClient = null;
        } else {
            finding.run(() -> doors.sessions().clientOf(chosen.id()), client -> {
                if (chosen.equals(session.getValue())) {
                    ofClient = client.map(Choice::id).orElse(null);
                }
            });
        }
    }

    private String words(String component, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Coded<?> coded -> CodedBox.word(coded, switch (component) {
                case "category" -> WorkWords.CATEGORY;
                case "status" -> WorkWords.STATUS;
                default -> WorkWords.PRIORITY;
            });
            case UUID id -> names.of(id).label();
            default -> value.toString();
        };
    }

    /** Shows a work item for editing; {@code shown} is called when it is read. */
    void edit(UUID id, Runnable whenShown) {
        editing.edit(id, _ -> heading.setText(Messages.get("work.form.edit")), () -> {
            whenShown.run();
            focus();
        });
    }

    /** Shows the values of a new work item; {@code shown} is called when the names in it are known. */
    void create(WorkDraft draft, Runnable whenShown) {
        finding.run(() -> Optional.of(names.learn(draft)), _ -> {
            heading.setText(Messages.get("work.form.new"));
            editing.create(draft);
            whenShown.run();
            focus();
        });
    }

    /** A scroll pane that was never shown has its content outside the scene, where nothing takes the keyboard. */
    private void focus() {
        root.applyCss();
        (session.getValue() == null ? session : title).requestFocus();
    }

    Editing<WorkDraft> editing() {
        return editing;
    }

    @Override
    public Versioned<WorkDraft> load(UUID id) {
        var row = doors.work().load(id);
        names.learn(row.draft());
        return row;
    }

    @Override
    public Versioned<WorkDraft> create(WorkDraft draft) {
        return doors.work().create(draft);
    }

    @Override
    public Versioned<WorkDraft> save(Versioned<WorkDraft> loaded, WorkDraft draft) {
        try {
            return doors.work().save(loaded, draft);
        } catch (EditConflict conflict) {
            if (conflict.current().draft() instanceof WorkDraft theirs) {
                names.learn(theirs);
            }
            throw conflict;
        }
    }
}
