package dev.rackside;

import dev.rackside.text.Messages;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The cache of loaded classes that an installed Rackside starts from. Java takes the classes out of it after a look at
 * the jars' sizes and times at most, which two builds may share, so a cache beside jars of another build could run that
 * build's old code. The package therefore writes one id into the jar and into the launcher's options, which name the
 * cache: where they differ, the program starts again without it.
 */
final class StartCache {

    private static final String OF_CACHE = "rackside.build";
    private static final String OF_JAR = "dev/rackside/build.id";
    private static final String LAUNCHER = "jpackage.app-path";
    private static final String OPTIONS = "JAVA_TOOL_OPTIONS";
    /** Which of Java's options keeps it from the cache: each kind of cache has its own. */
    private static final String OFF = "rackside.cache.off";
    /** In the environment, since the launcher's own options come after those that it is given and win over them. */
    private static final String MARK = "RACKSIDE_WITHOUT_CACHE";

    private StartCache() {
    }

    /** Whether this Java may run code that isn't the installed one. */
    static boolean stale() {
        var path = System.getProperty("java.class.path", "").split(File.pathSeparator, 2);
        return System.getenv(MARK) == null && stale(System.getProperty(OF_CACHE), Path.of(path[0]));
    }

    /** @param jar the program's own, the first of the class path */
    static boolean stale(@Nullable String ofCache, Path jar) {
        if (ofCache == null) {
            return false;
        }
        // Not as a resource: the ways to those take longer to load than the window has.
        try (var zip = new ZipFile(jar.toFile())) {
            var id = zip.getEntry(OF_JAR);
            return id == null || !ofCache
                    .equals(new String(zip.getInputStream(id).readAllBytes(), StandardCharsets.US_ASCII).strip());
        } catch (IOException _) {
            return true;
        }
    }

    /** Runs the same command in a Java of its own, without the cache, and returns its exit code. */
    static int startWithout(String[] args) throws IOException, InterruptedException {
        System.err.println(Messages.get("app.cache.stale"));
        var command = new ArrayList<>(List.of(System.getProperty(LAUNCHER, "rackside")));
        command.addAll(List.of(args));
        var process = new ProcessBuilder(command).inheritIO();
        process.environment().merge(OPTIONS, System.getProperty(OFF, "-Xshare:off"),
                (before, added) -> before + " " + added);
        process.environment().put(MARK, "1");
        return process.start().waitFor();
    }
}
