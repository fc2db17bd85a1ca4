package dev.rackside.workspace.ui;

import javafx.scene.control.PasswordField;

/** What stands in a password field, taken out without making a String of it. */
final class TypedPassword {

    private TypedPassword() {
    }

    /** The characters; whoever takes them wipes them. */
    static char[] of(PasswordField field) {
        var typed = field.getCharacters();
        var copy = new char[typed.length()];
        for (var at = 0; at < copy.length; at++) {
            copy[at] = typed.charAt(at);
        }
        return copy;
    }
}
