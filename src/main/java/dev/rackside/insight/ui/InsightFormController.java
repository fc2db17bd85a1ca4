package dev.rackside.insight.ui;

import dev.rackside.access.Who;
import dev.rackside.fault.Violation;
import dev.rackside.fx.Background;
import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.CodedBox;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Editing;
import dev.rackside.fx.Form;
import dev.rackside.fx.Markdown;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Slot;
import dev.rackside.insight.Commands;
import dev.rackside.insight.Confidence;
import dev.rackside.insight.InsightCategory;
import dev.rackside.insight.InsightDraft;
import dev.rackside.row.Choice;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.Nullable;

/** The form of an insight. */
@SuppressWarnings("NullAway.Init")
final class InsightFormController implements Editing.Door<InsightDraft> {

    private static final int MATCHES = 50;

    private final InsightDoors doors;
    private final Supplier<Who> who;
    private final InsightNames names;
    private final Background background;
    private final Dialogs dialogs;
    private final Runnable back;
    private final Slot finding;
    private Form<InsightDraft> form;
    private Editing<InsightDraft> editing;
    /** Whose machines and patterns are offered; read off the screen thread. */
    private volatile @Nullable UUID ofClient;

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
    private ChoicePicker machine;
    @FXML
    private CodedBox<InsightCategory> category;
    @FXML
    private CodedBox<Confidence> confidence;
    @FXML
    private TextField priority;
    @FXML
    private ChoicePicker pattern;
    @FXML
    private TextArea description;
    @FXML
    private ToggleButton preview;
    @FXML
    private ScrollPane previewed;
    @FXML
    private TextArea examples;
    @FXML
    private Button save;
    @FXML
    private Button saveAsNew;
    @FXML
    private Button cancel;

    InsightFormController(InsightDoors doors, Supplier<Who> who, Background background, Dialogs dialogs,
            Runnable back) {
        this.doors = doors;
        this.who = who;
        this.background = background;
        this.dialogs = dialogs;
        this.back = back;
        names = new InsightNames(doors);
        finding = background.slot();
    }

    @FXML
    private void initialize() {
        category.offer(InsightCategory.class, InsightWords.CATEGORY);
        confidence.offer(Confidence.class, InsightWords.CONFIDENCE);
        client.lookup(background, text -> doors.clients().choices(text, MATCHES));
        machine.lookup(background, text -> names.machines(ofClient, text, MATCHES));
        pattern.lookup(background, text -> doors.failures().choices(ofClient, text, MATCHES));
        form = new Form<>(InsightDraft.class, this::violations)
                .text("title", title).number("priority", priority).text("description", description)
                .bind("examples", examples, examples.textProperty(), () -> Commands.typed(examples.getText()),
                        value -> examples.setText(value instanceof Commands commands ? commands.lines() : ""));
        pick("clientId", client);
        pick("machineId", machine);
        pick("sourcePatternId", pattern);
        category.edit(form, "category");
        confidence.edit(form, "confidence");
        client.valueProperty().addListener((_, _, chosen) -> clientPicked(chosen));
        machine.valueProperty().addListener((_, _, chosen) -> machinePicked(chosen));
        editing = new Editing<>(form, this, new Editing.Words(
                component -> Messages.get("insight.field." + component), this::words), bar, dialogs, background);
        editing.buttons(root, new Editing.Buttons(save, saveAsNew, cancel), back);
        preview.selectedProperty().addListener((_, _, on) -> preview(on));
        preview(false);
    }

    private List<Violation> violations(InsightDraft draft) {
        var loaded = form.version();
        return names.violations(draft, loaded == null ? null : loaded.draft());
    }

    private void pick(String component, ChoicePicker picker) {
        form.bind(component, picker, picker.valueProperty(), () -> names.idOf(picker.getValue()),
                id -> picker.setValue(names.of(id)));
    }

    /** The rule on the machine is checked, and shown, against the new client. */
    private void clientPicked(@Nullable Choice chosen) {
        ofClient = chosen == null ? null : chosen.id();
        var picked = machine.getValue();
        if (picked != null) {
            machine.setValue(null);
            machine.setValue(picked);
        }
    }

    /** A machine that was picked first brings its client along. */
    private void machinePicked(@Nullable Choice chosen) {
        if (chosen != null && client.getValue() == null) {
            finding.run(() -> names.ownerOf(chosen.id()), owner -> {
                if (client.getValue() == null && chosen.equals(machine.getValue())) {
                    owner.ifPresent(client::setValue);
                }
            });
        }
    }

    private void preview(boolean on) {
        if (on) {
            previewed.setContent(Markdown.show(description.getText() == null ? "" : description.getText(), _ -> {
            }));
        }
        previewed.setVisible(on);
        previewed.setManaged(on);
        description.setVisible(!on);
        description.setManaged(!on);
    }

    private String words(String component, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Coded<?> coded -> CodedBox.word(coded, component.equals("category")
                    ? InsightWords.CATEGORY
                    : InsightWords.CONFIDENCE);
            case Commands commands -> commands.lines();
            case UUID id -> String.valueOf(names.of(id));
            default -> value.toString();
        };
    }

    /** Shows an insight for editing; {@code shown} is called when it is read. */
    void edit(UUID id, Runnable shown) {
        editing.edit(id, _ -> {
            heading.setText(Messages.get("insight.form.edit"));
            preview.setSelected(false);
        }, () -> {
            shown.run();
            focus();
        });
    }

    /** Shows the form of a new insight. */
    void create(@Nullable Choice ofScope) {
        names.learn(ofScope);
        fresh(ofScope == null ? null : ofScope.id());
    }

    /** Shows the form of a new insight with the values of another. */
    void duplicate(UUID id, Runnable shown) {
        finding.run(() -> load(id).draft(), draft -> {
            fresh(null);
            form.propose(draft);
            shown.run();
            focus();
        });
    }

    private void fresh(@Nullable UUID clientId) {
        heading.setText(Messages.get("insight.form.new"));
        preview.setSelected(false);
        editing.create(InsightDraft.blank(clientId));
        focus();
    }

    /** The fields are in the window only once the scroll pane around them has its looks. */
    private void focus() {
        root.applyCss();
        title.requestFocus();
    }

    Editing<InsightDraft> editing() {
        return editing;
    }

    @Override
    public Versioned<InsightDraft> load(UUID id) {
        names.learnInsight(id);
        return doors.insights().load(id);
    }

    @Override
    public Versioned<InsightDraft> create(InsightDraft draft) {
        return doors.insights().create(draft, who.get());
    }

    @Override
    public Versioned<InsightDraft> save(Versioned<InsightDraft> loaded, InsightDraft draft) {
        try {
            return doors.insights().save(loaded, draft);
        } catch (EditConflict conflict) {
            names.learnInsight(loaded.id());
            throw conflict;
        }
    }
}
