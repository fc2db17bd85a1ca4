package dev.rackside.workspace;

import java.nio.file.Path;
import net.harawata.appdirs.AppDirsFactory;

/**
 * The folders of this workstation, by the platform's own customs.
 *
 * @param data what must not be lost: the local workspaces
 * @param config what a person chose
 * @param cache what can be made again: the unpacked server
 * @param logs what the program wrote about itself
 */
public record Places(Path data, Path config, Path cache, Path logs) {

    /** Names one folder for everything, for tests and for trying things out. */
    public static final String HOME_PROPERTY = "rackside.home";

    /** The platform's folders, or those below the folder that the system property or {@code RACKSIDE_HOME} names. */
    public static Places ofThisWorkstation() {
        var home = System.getProperty(HOME_PROPERTY, System.getenv().getOrDefault("RACKSIDE_HOME", ""));
        if (!home.isBlank()) {
            return below(Path.of(home));
        }
        var platform = AppDirsFactory.getInstance();
        return new Places(Path.of(platform.getUserDataDir("rackside", null, "Rackside")),
                Path.of(platform.getUserConfigDir("rackside", null, "Rackside")),
                Path.of(platform.getUserCacheDir("rackside", null, "Rackside")),
                Path.of(platform.getUserLogDir("rackside", null, "Rackside")));
    }

    public static Places below(Path home) {
        var root = home.toAbsolutePath();
        return new Places(root.resolve("data"), root.resolve("config"), root.resolve("cache"), root.resolve("logs"));
    }
}
