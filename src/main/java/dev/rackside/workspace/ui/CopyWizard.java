package dev.rackside.workspace.ui;

import dev.rackside.fx.Background;
import dev.rackside.fx.Dialogs;
import dev.rackside.fx.Views;
import dev.rackside.workspace.OpenWorkspace;
import dev.rackside.workspace.Passwords;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspaces;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The wizard that copies the open workspace; one that is at work is shown again rather than a second one begun. */
public final class CopyWizard {

    private final Background background;
    private final Dialogs dialogs;
    private final Views views;
    private final Tools tools;
    private @Nullable CopyController running;
    private @Nullable Node page;

    /** What the wizard works with. */
    record Tools(Workspaces workspaces, Passwords passwords, Places places, Opening opening) {}

    public CopyWizard(Background background, Dialogs dialogs, Views views, Workspaces workspaces, Passwords passwords,
            Places places, Opening opening) {
        this.background = background;
        this.dialogs = dialogs;
        this.views = views;
        this.tools = new Tools(workspaces, passwords, places, opening);
    }

    /**
     * Shows the wizard for a workspace.
     *
     * @param source the open workspace; null where there is none
     * @param instead shows its page in place of the screens
     * @param back shows the screens again
     * @param otherwise leads to a workspace first
     */
    public void show(@Nullable OpenWorkspace source, Consumer<Node> instead, Runnable back, Runnable otherwise) {
        if (source == null) {
            otherwise.run();
            return;
        }
        var shown = page;
        if (running == null || !running.working() || shown == null) {
            var controller = new CopyController(source, background, dialogs, views, tools, back);
            shown = views.load(controller);
            running = controller;
            page = shown;
        }
        instead.accept(shown);
    }
}
