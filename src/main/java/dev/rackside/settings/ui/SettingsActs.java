package dev.rackside.settings.ui;

import dev.rackside.settings.About;
import dev.rackside.update.UpdateService;
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
 * @param back to where the person was before
 */
public record SettingsActs(Supplier<List<Place>> places, Callable<About> about, Consumer<Path> openFolder,
        Folders folders, Updates updates, Runnable back) {

    /** A place of the sidebar that can be the first one. */
    public record Place(String key, String title) {}

    /**
     * Where something of the program's own lies.
     *
     * @param logs the folder of the log, with that of the crash reports in it
     * @param data the folder of the local workspaces
     */
    public record Folders(Path logs, Path data) {}

    /**
     * By what newer versions are asked for.
     *
     * @param open shows an address in the browser
     */
    public record Updates(UpdateService service, Consumer<String> open) {}
}
