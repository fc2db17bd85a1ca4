package dev.rackside.shell;

import dev.rackside.fx.Shortcut;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The window's shortcuts; Ctrl is ⌘ on macOS. */
final class DeskKeys {

    static final Shortcut PALETTE = Shortcut.command(KeyCode.K, "shell.command.palette");
    static final Shortcut SEARCH = Shortcut.command(KeyCode.F, "shell.command.search");
    static final Shortcut NEW = Shortcut.command(KeyCode.N, "shell.command.new");
    static final Shortcut SAVE = Shortcut.command(KeyCode.S, "shell.command.save");
    static final Shortcut REFRESH = Shortcut.key(KeyCode.F5, "shell.command.refresh");
    static final Shortcut SETTINGS = Shortcut.command(KeyCode.COMMA, "shell.command.settings");
    static final Shortcut SHEET = Shortcut.key(KeyCode.F1, "shell.command.sheet");

    /** All of them but those of the sidebar's places. */
    static final List<Shortcut> ALL = List.of(PALETTE, SEARCH, NEW, SAVE, REFRESH, SETTINGS, SHEET);

    /** How many places have a key of their own. */
    static final int PLACES = 9;

    private DeskKeys() {
    }

    /** Ctrl and a digit: the sidebar's n-th place. */
    static KeyCombination place(int number) {
        return new KeyCodeCombination(KeyCode.valueOf("DIGIT" + number), KeyCombination.SHORTCUT_DOWN);
    }
}
