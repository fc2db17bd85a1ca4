package dev.rackside.workspace.ui;

import dev.rackside.text.Messages;
import dev.rackside.workspace.Workspace;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Stands where the screens would be when a workspace couldn't be opened; why it couldn't stands in the window's bar. */
public final class NotOpenedController {

    private final Workspace workspace;
    private final boolean again;
    private final Runnable retry;
    private final Runnable other;

    @FXML
    private Label title;
    @FXML
    private Label waiting;
    @FXML
    private Button tryAgain;
    @FXML
    private Button switchWorkspace;

    /** @param again whether it is tried again by itself */
    public NotOpenedController(Workspace workspace, boolean again, Runnable retry, Runnable other) {
        this.workspace = workspace;
        this.again = again;
        this.retry = retry;
        this.other = other;
    }

    @FXML
    private void initialize() {
        title.setText(Messages.get("workspace.not-opened", workspace.name()));
        waiting.setVisible(again);
        waiting.setManaged(again);
        tryAgain.setOnAction(_ -> retry.run());
        switchWorkspace.setOnAction(_ -> other.run());
    }
}
