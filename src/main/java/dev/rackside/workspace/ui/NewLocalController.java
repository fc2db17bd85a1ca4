package dev.rackside.workspace.ui;

import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.fault.Violation;
import dev.rackside.fx.Background;
import dev.rackside.fx.Form;
import dev.rackside.fx.ProblemBar;
import dev.rackside.fx.Slot;
import dev.rackside.text.Messages;
import dev.rackside.workspace.LocalDraft;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.Workspaces;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The form of a new workspace on this computer. */
final class NewLocalController {

    private final Workspaces workspaces;
    private final Opening opening;
    private final Slot making;
    private final Form<LocalDraft> form = new Form<>(LocalDraft.class, LocalDraft::violations);
    private final ProblemBar problemBar = new ProblemBar();

    @FXML
    private VBox root;
    @FXML
    private TextField name;
    @FXML
    private TextField owner;
    @FXML
    private CheckBox sample;
    @FXML
    private Button create;

    NewLocalController(Background background, Workspaces workspaces, Opening opening) {
        this.workspaces = workspaces;
        this.opening = opening;
        this.making = background.slot();
    }

    @FXML
    private void initialize() {
        root.getChildren().add(problemBar);
        form.text("name", name).text("owner", owner).flag("sample", sample).saveKey(root, this::create);
        begin();
        create.disableProperty().bind(form.valid().not().or(making.busy()));
        create.setOnAction(_ -> create());
        for (var field : List.of(name, owner)) {
            field.setOnAction(_ -> create());
        }
    }

    /** A new one, with what usually fits. */
    void begin() {
        form.loadNew(new LocalDraft(Messages.get("workspace.local.name"), System.getProperty("user.name", ""), true));
    }

    private void create() {
        problemBar.hide();
        form.save(draft -> making.once(() -> make(draft), made -> opening.open(made, draft.sample()),
                this::notMade));
    }

    private Workspace.Local make(LocalDraft draft) {
        var made = workspaces.newLocal(draft.name(), draft.owner().strip());
        if (workspaces.named(made.name()).isPresent()) {
            InvalidDraft.refuse(List.of(Violation.of("name", "workspace.rule.taken")));
        }
        workspaces.keep(made);
        return made;
    }

    private void notMade(Problem problem) {
        if (problem instanceof InvalidDraft invalid) {
            form.show(invalid.violations());
        } else {
            problemBar.show(problem, making::retry);
        }
    }
}
