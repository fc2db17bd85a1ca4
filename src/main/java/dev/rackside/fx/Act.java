package dev.rackside.fx;

import dev.rackside.text.Messages;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be done here and now: an entry of a menu, and of the palette.
 *
 * @param title what a person reads
 * @param keys the shortcut that does the same; null where it has none
 */
public record Act(String title, @Nullable KeyCombination keys, Runnable act) {

    /** @param key the title's message */
    public static Act of(String key, @Nullable KeyCombination keys, Runnable act) {
        return new Act(Messages.get(key), keys, act);
    }

    public static Act duplicate(Runnable act) {
        return of("fx.duplicate", ListKeys.DUPLICATE.keys(), act);
    }

    public static Act delete(Runnable act) {
        return of("fx.delete", ListKeys.DELETE.keys(), act);
    }
}
