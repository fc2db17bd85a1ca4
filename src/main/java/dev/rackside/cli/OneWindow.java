package dev.rackside.cli;

import dev.rackside.instance.Instance;
import dev.rackside.instance.Start;
import dev.rackside.workspace.Places;

/** Opens the window, unless one that is open already has the workspace: that one comes forward. */
final class OneWindow {

    private final Terminal terminal;
    private final CommandLines.Window window;

    OneWindow(Terminal terminal, CommandLines.Window window) {
        this.terminal = terminal;
        this.window = window;
    }

    int open(Start start) {
        return switch (Instance.begin(Places.ofThisWorkstation(), start)) {
            case Instance.Begun.There there -> taken(there.workspace());
            case Instance.Begun.Here here -> open(start, here.instance());
        };
    }

    private int taken(String workspace) {
        if (workspace.isEmpty()) {
            terminal.progress("cli.window.taken.choosing");
        } else {
            terminal.progress("cli.window.taken", workspace);
        }
        return ExitCode.OK;
    }

    private int open(Start start, Instance instance) {
        try (instance) {
            Display.require();
            return window.open(start, instance);
        } catch (UnsupportedOperationException e) {
            throw Display.refused(e);
        }
    }
}
