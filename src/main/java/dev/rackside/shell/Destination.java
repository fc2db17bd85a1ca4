package dev.rackside.shell;

import dev.rackside.fx.Screen;
import dev.rackside.fx.Shortcut;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.function.Supplier;
import org.kordamp.ikonli.feather.Feather;

/**
 * An entry of the sidebar.
 *
 * @param key names it: its title is the message {@code nav.<key>}
 * @param group where in the sidebar it stands
 * @param keys what one can do on its screen by keyboard, beyond what every list and form has
 * @param screen makes the screen, when it is opened first
 */
public record Destination(String key, Feather icon, Group group, List<Shortcut> keys, Supplier<Screen> screen) {

    /** The sidebar's groups, in their order, with a thin line between two of them. */
    public enum Group {
        /** What one works with all day. */
        WORK,
        /** What one looks after now and then. */
        CARE,
        /** At the bottom, and there without a workspace too. */
        ALWAYS
    }

    public Destination(String key, Feather icon, Supplier<Screen> screen) {
        this(key, icon, Group.WORK, List.of(), screen);
    }

    public Destination(String key, Feather icon, Group group, Supplier<Screen> screen) {
        this(key, icon, group, List.of(), screen);
    }

    /** The same with its screen's keys, for the sheet of F1. */
    public Destination keys(List<Shortcut> shortcuts) {
        return new Destination(key, icon, group, List.copyOf(shortcuts), screen);
    }

    public String title() {
        return Messages.get("nav." + key);
    }
}
