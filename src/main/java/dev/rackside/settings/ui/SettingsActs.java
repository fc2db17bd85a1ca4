package dev.rackside.settings.ui;

import dev.rackside.settings.About;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the settings need from the program around them.
 *
 * @param places what can be shown first
 * @param about what the program is and what it is connected to; read off the screen thread
 * @param openFolder shows a folder in the file manager
 * @param logs the folder of the log
 * @param data the folder of the local workspaces
 * @param back to where the person was before
 */
public record SettingsActs(Supplier<List<Place>> places, Callable<About> about, Consumer<Path> openFolder, Path logs,
        Path data, Runnable back) {

    /** A place of the sidebar that can be the first one. */
    public record Place(String key, String title) {}
}
