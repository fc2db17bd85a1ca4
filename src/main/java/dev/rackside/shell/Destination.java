package dev.rackside.shell;

import dev.rackside.fx.Screen;
import dev.rackside.text.Messages;
import java.util.function.Supplier;
import org.kordamp.ikonli.feather.Feather;

/**
 * An entry of the sidebar.
 *
 * @param key names it: its title is the message {@code nav.<key>}
 * @param screen makes the screen, when it is opened first
 */
public record Destination(String key, Feather icon, Supplier<Screen> screen) {

    public String title() {
        return Messages.get("nav." + key);
    }
}
