package dev.rackside.shell;

import dev.rackside.fx.Shortcut;
import dev.rackside.text.Messages;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something that the palette offers.
 *
 * @param title what a person reads
 * @param keys the shortcut; null where it has none
 */
public record Command(String title, @Nullable KeyCombination keys, Runnable act) {

    private static final Pattern WORDS = Pattern.compile("\\s+");

    static Command of(String key, Runnable act) {
        return new Command(Messages.get(key), null, act);
    }

    static Command of(Shortcut shortcut, Runnable act) {
        return new Command(shortcut.words(), shortcut.keys(), act);
    }

    /** Whether every word that was typed stands in the title. */
    boolean matches(String typed) {
        var here = title.toLowerCase(Locale.ROOT);
        return WORDS.splitAsStream(typed.toLowerCase(Locale.ROOT).strip()).allMatch(here::contains);
    }

    String shortcut() {
        return keys == null ? "" : Shortcut.text(keys);
    }
}
