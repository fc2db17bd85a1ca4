package dev.rackside.insight.ui;

import dev.rackside.access.Who;
import dev.rackside.fault.Violation;
import dev.rackside.fx.Background;
import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.CodedBox;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Editing;
import dev.rackside.fx.Form;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Slot;
import dev.rackside.insight.EvidenceDraft;
import dev.rackside.insight.EvidenceStart;
import dev.rackside.insight.Outcome;
import dev.rackside.row.Versioned;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** The form of a new observation on an insight. There is none for an old one: evidence is only ever added. */
@SuppressWarnings("NullAway.Init")
final class EvidenceFormController implements Editing.Door<EvidenceDraft> {

    private static final int MATCHES = 50;

    private final InsightDoors doors;
    private final Supplier<Who> who;
    private final InsightNames names;
    private final Background background;
    private final Dialogs dialogs;
    private final Runnable back;
    private final Slot starting;
    private Form<EvidenceDraft> form;
    private Editing<EvidenceDraft> editing;
    /** What is observed; also read off the screen thread. */
    private volatile @Nullable EvidenceStart start;

    @FXML
    private Node root;
    @FXML
    private ProblemBar bar;
    @FXML
    private Label insight;
    @FXML
    private CodedBox<Outcome> outcome;
    @FXML
    private TextArea whatWasTried;
    @FXML
    private TextArea expected;
    @FXML
    private TextArea observed;
    @FXML
    private ChoicePicker machine;
    @FXML
    private ChoicePicker session;
    @FXML
    private TextField observedAt;
    @FXML
    private Button save;
    @FXML
    private Button cancel;

    EvidenceFormController(InsightDoors doors, Supplier<Who> who, Background background, Dialogs dialogs,
            Runnable back) {
        this.doors = doors;
        this.who = who;
        this.background = background;
        this.dialogs = dialogs;
        this.back = back;
        names = new InsightNames(doors);
        starting = background.slot();
    }

    @FXML
    private void initialize() {
        outcome.offer(Outcome.class, InsightWords.OUTCOME);
        machine.lookup(background, text -> doors.machines().choices(clientId(), text, MATCHES));
        session.lookup(background, text -> doors.sessions().choices(clientId(), text, MATCHES));
        form = new Form<>(EvidenceDraft.class, this::violations)
                .text("whatWasTried", whatWasTried).text("expected", expected).text("observed", observed)
                .moment("observedAt", observedAt);
        outcome.edit(form, "outcome");
        pick("machineId", machine);
        pick("sessionId", session);
        editing = new Editing<>(form, this, new Editing.Words(
                component -> Messages.get("insight.evidence.field." + component),
                (_, value) -> value == null ? "" : value.toString()), bar, dialogs, background);
        form.saveKey(root, editing::save);
        save.disableProperty().bind(editing.saveable().not());
        save.setOnAction(_ -> editing.save());
        cancel.setOnAction(_ -> back.run());
    }

    private void pick(String component, ChoicePicker picker) {
        form.bind(component, picker, picker.valueProperty(), () -> names.idOf(picker.getValue()),
                id -> picker.setValue(names.of(id)));
    }

    /** By the later of the two clocks: the server has the last word. */
    private List<Violation> violations(EvidenceDraft draft) {
        var begun = start == null ? null : start.draft().observedAt();
        var now = Instant.now();
        return draft.violations(begun != null && begun.isAfter(now) ? begun : now);
    }

    private @Nullable UUID clientId() {
        var begun = start;
        return begun == null ? null : begun.clientId();
    }

    /** Shows the form of a new observation on an insight; {@code shown} is called when it is ready. */
    void begin(UUID insightId, Runnable shown) {
        starting.run(() -> doors.evidence().start(insightId), begun -> {
            start = begun;
            names.learn(begun.machine());
            insight.setText(InsightWords.title(begun.title()));
            editing.create(begun.draft());
            shown.run();
            root.applyCss();
            outcome.requestFocus();
        });
    }

    Editing<EvidenceDraft> editing() {
        return editing;
    }

    @Override
    public Versioned<EvidenceDraft> create(EvidenceDraft draft) {
        var insightId = Objects.requireNonNull(start).insightId();
        return new Versioned<>(doors.evidence().record(insightId, draft, who.get()), 0, draft);
    }

    @Override
    public Versioned<EvidenceDraft> load(UUID id) {
        throw new UnsupportedOperationException("Evidence is only added");
    }

    @Override
    public Versioned<EvidenceDraft> save(Versioned<EvidenceDraft> loaded, EvidenceDraft draft) {
        throw new UnsupportedOperationException("Evidence is only added");
    }
}
