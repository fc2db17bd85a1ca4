package dev.rackside.shell;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The window's shortcuts; Ctrl is ⌘ on macOS. */
final class DeskKeys {

    static final KeyCombination PALETTE = shortcut(KeyCode.K);
    static final KeyCombination SEARCH = shortcut(KeyCode.F);
    static final KeyCombination NEW = shortcut(KeyCode.N);
    static final KeyCombination SAVE = shortcut(KeyCode.S);
    static final KeyCombination REFRESH = new KeyCodeCombination(KeyCode.F5);

    private DeskKeys() {
    }

    /** Ctrl and a digit: the sidebar's n-th place. */
    static KeyCombination place(int number) {
        return shortcut(KeyCode.valueOf("DIGIT" + number));
    }

    private static KeyCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }
}
