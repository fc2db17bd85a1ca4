package dev.rackside.infrastructure.ui;

import dev.rackside.fault.Violation;
import dev.rackside.fx.Background;
import dev.rackside.fx.ChoiceChips;
import dev.rackside.fx.ChoicePicker;
import dev.rackside.fx.CodedBox;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Editing;
import dev.rackside.fx.Form;
import dev.rackside.fx.ProblemBar;
import dev.rackside.infrastructure.AssetType;
import dev.rackside.infrastructure.MachineDraft;
import dev.rackside.infrastructure.MachineStatus;
import dev.rackside.infrastructure.ShellType;
import dev.rackside.row.Choice;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.Map;
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

/** The form of a machine. */
final class MachineFormController implements Editing.Door<MachineDraft> {

    private static final int MATCHES = 50;

    private final MachineDoors doors;
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
    private ChoicePicker client;
    @FXML
    private TextField hostname;
    @FXML
    private CodedBox<AssetType> assetType;
    @FXML
    private CodedBox<MachineStatus> status;
    @FXML
    private TextField ipAddress;
    @FXML
    private TextField os;
    @FXML
    private TextField osVersion;
    @FXML
    private TextField powershellVersion;
    @FXML
    private CodedBox<ShellType> shellType;
    @FXML
    private CheckBox hasGui;
    @FXML
    private ChoiceChips tags;
    @FXML
    private TextArea environmentalNotes;
    @FXML
    private Button save;
    @FXML
    private Button saveAsNew;
    @FXML
    private Button cancel;

    @SuppressWarnings("NullAway.Init")
    private Form<MachineDraft> form;
    @SuppressWarnings("NullAway.Init")
    private Editing<MachineDraft> editing;

    MachineFormController(MachineDoors doors, Background background, Dialogs dialogs, Runnable back) {
        this.doors = doors;
        this.background = background;
        this.dialogs = dialogs;
        this.back = back;
    }

    @FXML
    private void initialize() {
        assetType.offer(AssetType.class, MachineWords.TYPE);
        status.offer(MachineStatus.class, MachineWords.STATUS);
        shellType.offerWithNone(ShellType.class, MachineWords.SHELL);
        client.lookup(background, text -> doors.clients().choices(text, MATCHES));
        tags.lookup(background, text -> doors.tags().choices(text, MATCHES));
        form = new Form<>(MachineDraft.class, this::violations)
                .bind("clientId", client, client.valueProperty(), this::clientId,
                        id -> client.setValue(id == null ? null : named((UUID) id)))
                .text("hostname", hostname).text("ipAddress", ipAddress).text("os", os).text("osVersion", osVersion)
                .text("powershellVersion", powershellVersion).flag("hasGui", hasGui)
                .bind("tags", tags, tags.valueProperty(), () -> tags.valueProperty().get(), this::showTags)
                .text("environmentalNotes", environmentalNotes);
        assetType.edit(form, "assetType");
        status.edit(form, "status");
        shellType.edit(form, "shellType");
        editing = new Editing<>(form, this, new Editing.Words(MachineFormController::label, this::words), bar, dialogs,
                background);
        editing.buttons(root, new Editing.Buttons(save, saveAsNew, cancel), back);
    }

    private List<Violation> violations(MachineDraft draft) {
        var loaded = form.version();
        return draft.violationsSince(loaded == null ? null : loaded.draft());
    }

    @SuppressWarnings("unchecked")
    private void showTags(@Nullable Object chosen) {
        tags.valueProperty().set(chosen == null ? List.of() : (List<Choice>) chosen);
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
        return Messages.get("machine.field." + component);
    }

    private String words(String component, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Coded<?> coded -> CodedBox.word(coded, switch (component) {
                case "assetType" -> MachineWords.TYPE;
                case "status" -> MachineWords.STATUS;
                default -> MachineWords.SHELL;
            });
            case UUID id -> named(id).label();
            case Boolean flag -> Messages.get("machine.gui." + flag);
            case List<?> several -> MachineWords.tags(several.stream().map(Choice.class::cast).toList());
            default -> value.toString();
        };
    }

    /** Shows a machine for editing; {@code shown} is called when it is read. */
    void edit(UUID id, Runnable shown) {
        editing.edit(id, _ -> heading.setText(Messages.get("machine.form.edit")), () -> {
            shown.run();
            focus();
        });
    }

    /** Shows the values of a new machine. */
    void create(MachineDraft draft, @Nullable Choice ofClient) {
        if (ofClient != null) {
            names.put(ofClient.id(), ofClient);
        }
        heading.setText(Messages.get("machine.form.new"));
        editing.create(draft);
    }

    /** The fields are in the window only once the scroll pane around them has its looks. */
    void focus() {
        root.applyCss();
        hostname.requestFocus();
    }

    Editing<MachineDraft> editing() {
        return editing;
    }

    @Override
    public Versioned<MachineDraft> load(UUID id) {
        var row = doors.machines().load(id);
        remember(id);
        return row;
    }

    private void remember(UUID id) {
        var client = doors.machines().facts(id).client();
        if (client != null) {
            names.put(client.id(), client);
        }
    }

    @Override
    public Versioned<MachineDraft> create(MachineDraft draft) {
        return doors.machines().create(draft);
    }

    @Override
    public Versioned<MachineDraft> save(Versioned<MachineDraft> loaded, MachineDraft draft) {
        try {
            return doors.machines().save(loaded, draft);
        } catch (EditConflict conflict) {
            remember(loaded.id());
            throw conflict;
        }
    }
}
