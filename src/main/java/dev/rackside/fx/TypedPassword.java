package dev.rackside.fx;

import javafx.scene.control.TextField;

/** What stands in a field for a password, taken out without making a String of it. */
public final class TypedPassword {

    private TypedPassword() {
    }

    /** The characters; whoever takes them wipes them. */
    public static char[] of(TextField field) {
        var typed = field.getCharacters();
        var copy = new char[typed.length()];
        for (var at = 0; at < copy.length; at++) {
            copy[at] = typed.charAt(at);
        }
        return copy;
    }
}
