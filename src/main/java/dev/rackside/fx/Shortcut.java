package dev.rackside.fx;

import dev.rackside.text.Messages;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * A key and what it does: a screen acts on it, and the sheet of F1 and the tooltips show the same.
 *
 * @param message says what it does
 */
public record Shortcut(String message, KeyCombination keys) {

    /** Ctrl and a key; ⌘ on macOS. */
    public static Shortcut command(KeyCode code, String message) {
        return new Shortcut(message, new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN));
    }

    /** Ctrl, Shift and a key. */
    public static Shortcut commandShifted(KeyCode code, String message) {
        return new Shortcut(message, new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN,
                KeyCombination.SHIFT_DOWN));
    }

    /** Shift and a key. */
    public static Shortcut shifted(KeyCode code, String message) {
        return new Shortcut(message, new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN));
    }

    /** A key alone. */
    public static Shortcut key(KeyCode code, String message) {
        return new Shortcut(message, new KeyCodeCombination(code));
    }

    public boolean match(KeyEvent event) {
        return keys.match(event);
    }

    /** What it does, in words. */
    public String words() {
        return Messages.get(message);
    }

    /** As it stands on the keyboard: "Ctrl+K", "⌘K", "F2", "Del". */
    public String text() {
        return text(keys);
    }

    /** As a combination stands on the keyboard. */
    public static String text(KeyCombination keys) {
        if (keys instanceof KeyCodeCombination combination) {
            var name = "fx.key." + combination.getCode().name().toLowerCase(java.util.Locale.ROOT);
            if (Messages.has(name)) {
                return modifiers(combination) + Messages.get(name);
            }
        }
        return keys.getDisplayText();
    }

    private static String modifiers(KeyCodeCombination combination) {
        var whole = combination.getDisplayText();
        var alone = new KeyCodeCombination(combination.getCode()).getDisplayText();
        return whole.substring(0, Objects.checkIndex(whole.length() - alone.length(), whole.length()));
    }
}
