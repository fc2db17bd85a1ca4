package dev.rackside.workspace.ui;

import dev.rackside.fx.TypedPassword;
import dev.rackside.fault.Problem;
import dev.rackside.fx.ProblemBar;
import dev.rackside.text.Messages;
import dev.rackside.workspace.Workspace;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks for the password of a team's workspace that no keyring knows, or that the server refused. */
public final class PasswordController {

    private final Workspace.Team team;
    private final @Nullable Problem refused;
    private final boolean mayKeep;
    private final Opening opening;
    private final Runnable other;

    @FXML
    private VBox root;
    @FXML
    private Label question;
    @FXML
    private Label where;
    @FXML
    private Label reason;
    @FXML
    private PasswordField password;
    @FXML
    private CheckBox keep;
    @FXML
    private Button open;
    @FXML
    private Button switchWorkspace;

    /**
     * @param refused why the password that was tried isn't right; null where none was tried
     * @param mayKeep whether there is a keyring
     * @param other goes to the other workspaces
     */
    public PasswordController(Workspace.Team team, @Nullable Problem refused, boolean mayKeep, Opening opening,
            Runnable other) {
        this.team = team;
        this.refused = refused;
        this.mayKeep = mayKeep;
        this.opening = opening;
        this.other = other;
    }

    @FXML
    private void initialize() {
        question.setText(Messages.get("workspace.password.question", team.account(), team.name()));
        where.setText(Messages.get("workspace.where.team", team.account(), team.database(),
                team.hostList()));
        reason.setText(refused == null ? "" : ProblemBar.what(refused));
        reason.setVisible(refused != null);
        reason.setManaged(refused != null);
        keep.setText(Messages.get(mayKeep ? "workspace.keep" : "workspace.keep.nowhere"));
        keep.setDisable(!mayKeep);
        open.disableProperty().bind(password.textProperty().isEmpty());
        open.setOnAction(_ -> open());
        password.setOnAction(_ -> open());
        switchWorkspace.setOnAction(_ -> other.run());
        root.sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                password.clear();
            }
        });
        password.sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                password.requestFocus();
            }
        });
    }

    private void open() {
        var typed = TypedPassword.of(password);
        if (typed.length > 0) {
            opening.open(team, typed, keep.isSelected() && mayKeep);
        }
    }
}
