package dev.rackside.failure.ui;

import dev.rackside.failure.FailureDraft;
import dev.rackside.failure.PatternType;
import dev.rackside.failure.Severity;
import dev.rackside.fault.Violation;
import dev.rackside.fx.Age;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form of a failure pattern. */
@SuppressWarnings("NullAway.Init")
final class FailureFormController implements Editing.Door<FailureDraft> {

    private static final int MATCHES = 50;

    private final FailureDoors doors;
    private final Background background;
    private final Dialogs dialogs;
    private final Runnable back;
    private final TrialViewModel trial;
    private final Slot finding;
    private final Map<UUID, Choice> names = new ConcurrentHashMap<>();
    private Form<FailureDraft> form;
    private Editing<FailureDraft> editing;
    /** Whose machines are offered; read off the screen thread. */
    private volatile @Nullable UUID ofClient;

    @FXML
    private Node root;
    @FXML
    private Label heading;
    @FXML
    private ProblemBar bar;
    @FXML
    private TextField signature;
    @FXML
    private Label kind;
    @FXML
    private TextArea tried;
    @FXML
    private Label outcome;
    @FXML
    private CodedBox<PatternType> type;
    @FXML
    private CodedBox<Severity> severity;
    @FXML
    private ChoicePicker client;
    @FXML
    private ChoicePicker machine;
    @FXML
    private TextArea errorPattern;
    @FXML
    private TextArea rootCause;
    @FXML
    private TextArea solution;
    @FXML
    private TextArea alternatives;
    @FXML
    private TextField occurrences;
    @FXML
    private TextField firstSeen;
    @FXML
    private TextField lastSeen;
    @FXML
    private CheckBox active;
    @FXML
    private Button save;
    @FXML
    private Button saveAsNew;
    @FXML
    private Button cancel;

    FailureFormController(FailureDoors doors, Background background, Dialogs dialogs, Runnable back) {
        this.doors = doors;
        this.background = background;
        this.dialogs = dialogs;
        this.back = back;
        trial = new TrialViewModel(background);
        finding = background.slot();
    }

    @FXML
    private void initialize() {
        type.offer(PatternType.class, FacetWords.TYPE);
        severity.offer(Severity.class, FacetWords.SEVERITY);
        client.lookup(background, text -> doors.clients().choices(text, MATCHES));
        machine.lookup(background, text -> doors.machines().choices(ofClient, text, MATCHES));
        form = new Form<>(FailureDraft.class, this::violations)
                .text("signature", signature).text("errorPattern", errorPattern).text("rootCause", rootCause)
                .text("solution", solution).text("alternatives", alternatives).number("occurrences", occurrences)
                .moment("firstSeen", firstSeen).moment("lastSeen", lastSeen).flag("active", active);
        type.edit(form, "type");
        severity.edit(form, "severity");
        pick("clientId", client);
        pick("machineId", machine);
        client.valueProperty().addListener((_, _, chosen) -> ofClient = chosen == null ? null : chosen.id());
        machine.valueProperty().addListener((_, _, chosen) -> machinePicked(chosen));
        editing = new Editing<>(form, this, new Editing.Words(
                component -> Messages.get("failure.field." + component), this::words), bar, dialogs, background);
        editing.buttons(root, new Editing.Buttons(save, saveAsNew, cancel), back);
        trials();
    }

    private void trials() {
        kind.textProperty().bind(trial.kind());
        outcome.textProperty().bind(trial.outcome());
        for (var sentence : List.of(kind, outcome)) {
            sentence.managedProperty().bind(sentence.textProperty().isNotEmpty());
            sentence.visibleProperty().bind(sentence.textProperty().isNotEmpty());
        }
        kind.graphicProperty().bind(trial.broken().map(broken -> broken ? new FontIcon(Feather.ALERT_TRIANGLE) : null));
        outcome.graphicProperty()
                .bind(trial.found().map(found -> new FontIcon(found ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE)));
        signature.textProperty().addListener((_, _, _) -> trial.tryOn(signature.getText(), tried.getText()));
        tried.textProperty().addListener((_, _, _) -> trial.tryOn(signature.getText(), tried.getText()));
    }

    private List<Violation> violations(FailureDraft draft) {
        var loaded = form.version();
        return draft.violationsSince(loaded == null ? null : loaded.draft());
    }

    private void pick(String component, ChoicePicker picker) {
        form.bind(component, picker, picker.valueProperty(), () -> {
            learn(picker.getValue());
            return picker.getValue() == null ? null : picker.getValue().id();
        }, id -> picker.setValue(id instanceof UUID uuid ? named(uuid) : null));
    }

    /** A machine that was picked first brings its client along. */
    private void machinePicked(@Nullable Choice chosen) {
        if (chosen != null && client.getValue() == null) {
            finding.run(() -> ownerOf(chosen.id()), owner -> {
                if (client.getValue() == null && chosen.equals(machine.getValue())) {
                    owner.ifPresent(client::setValue);
                }
            });
        }
    }

    private Optional<Choice> ownerOf(UUID machineId) {
        var facts = doors.machines().facts(machineId);
        return Optional.ofNullable(facts.client());
    }

    private void learn(@Nullable Choice choice) {
        if (choice != null) {
            names.put(choice.id(), choice);
        }
    }

    private Choice named(UUID id) {
        return names.getOrDefault(id, new Choice(id, id.toString()));
    }

    private String words(String component, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Coded<?> coded -> FacetWords.coded(coded,
                    component.equals("type") ? FacetWords.TYPE : FacetWords.SEVERITY);
            case UUID id -> named(id).label();
            case Boolean flag -> FailureWords.active(flag);
            case Instant moment -> Age.here().full(moment);
            default -> value.toString();
        };
    }

    /** Shows a pattern for editing; {@code shown} is called when it is read. */
    void edit(UUID id, Runnable shown) {
        editing.edit(id, _ -> fresh("failure.form.edit"), () -> {
            shown.run();
            focus();
        });
    }

    /** Shows the form of a new pattern. */
    void create(@Nullable Choice ofScope) {
        learn(ofScope);
        fresh("failure.form.new");
        editing.create(FailureDraft.blank(ofScope == null ? null : ofScope.id()));
        focus();
    }

    /** Shows the form of a new pattern with the values of another. */
    void duplicate(UUID id, Runnable shown) {
        finding.run(() -> load(id).draft(), draft -> {
            fresh("failure.form.new");
            editing.create(FailureDraft.blank(null));
            form.propose(draft.copy());
            shown.run();
            focus();
        });
    }

    private void fresh(String title) {
        heading.setText(Messages.get(title));
        tried.clear();
    }

    /** The fields are in the window only once the scroll pane around them has its looks. */
    private void focus() {
        root.applyCss();
        signature.requestFocus();
    }

    Editing<FailureDraft> editing() {
        return editing;
    }

    @Override
    public Versioned<FailureDraft> load(UUID id) {
        var detail = doors.failures().detail(id);
        learn(detail.client());
        learn(detail.machine());
        return detail.pattern();
    }

    @Override
    public Versioned<FailureDraft> create(FailureDraft draft) {
        return doors.failures().create(draft);
    }

    @Override
    public Versioned<FailureDraft> save(Versioned<FailureDraft> loaded, FailureDraft draft) {
        try {
            return doors.failures().save(loaded, draft);
        } catch (EditConflict conflict) {
            load(loaded.id());
            throw conflict;
        }
    }
}
