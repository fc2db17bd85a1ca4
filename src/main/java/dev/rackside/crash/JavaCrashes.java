package dev.rackside.crash;

import dev.rackside.server.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Java wrote when it ended itself ({@code hs_err_…log}), told of once: in the folder of the reports, or where Java
 * puts it by itself, from where it is fetched. Each run leaves a mark while it goes on, by which that is found.
 */
public final class JavaCrashes {

    private static final Logger LOG = LoggerFactory.getLogger(JavaCrashes.class);
    /** When the newest was written that somebody was told of. */
    private static final String TOLD = "told.txt";
    private static final Pattern MARK = Pattern.compile("running-(\\d{1,18})\\.txt");
    private static final int KEPT = 5;

    private final Path folder;

    /** @param logs the folder of the log */
    public JavaCrashes(Path logs) {
        folder = CrashReports.folder(logs);
    }

    static boolean isOne(String name) {
        return name.startsWith("hs_err_") && name.endsWith(".log");
    }

    /** This run goes on. Never throws; without a mark only what lies in the folder is found. */
    public void begun() {
        try {
            OwnerOnly.write(mark(), Path.of("").toAbsolutePath() + "\n");
        } catch (IOException e) {
            LOG.warn("This run leaves no mark: {}", e.getClass());
        }
    }

    /** This run ends well. */
    public void ended() {
        try {
            Files.deleteIfExists(mark());
        } catch (IOException e) {
            LOG.warn("The mark of this run stays: {}", e.getClass());
        }
    }

    private Path mark() {
        return folder.resolve("running-" + ProcessHandle.current().pid() + ".txt");
    }

    /** Whether Java ended itself since this was asked last. Never throws; what can't be read is nothing. */
    public boolean news() {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try {
            fetch();
            var newest = newest();
            if (newest.isEmpty() || !newest.get().isAfter(told())) {
                return false;
            }
            OwnerOnly.write(folder.resolve(TOLD), newest.get() + "\n");
            return true;
        } catch (IOException e) {
            LOG.warn("The folder of crash reports can't be read or written: {}", e.getClass());
            return false;
        }
    }

    /** Of the runs that ended without a word. */
    private void fetch() throws IOException {
        for (var mark : files(name -> MARK.matcher(name).matches())) {
            var process = MARK.matcher(mark.getFileName().toString()).replaceFirst("$1");
            if (ProcessHandle.of(Long.parseLong(process)).isEmpty()) {
                var name = "hs_err_pid" + process + ".log";
                for (var place : places(mark)) {
                    var left = place.resolve(name);
                    // In a folder for everybody, somebody else may have put a file of that name.
                    if (Files.isRegularFile(left, LinkOption.NOFOLLOW_LINKS)
                            && Files.getOwner(left, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(mark))) {
                        Files.move(left, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
                Files.deleteIfExists(mark);
            }
        }
    }

    /** Where Java writes by itself: where it was started, else among what is temporary. */
    private static List<Path> places(Path mark) throws IOException {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            return List.of(Path.of(Files.readString(mark).strip()), temporary);
        } catch (InvalidPathException _) {
            return List.of(temporary);
        }
    }

    private List<Path> files(Predicate<String> name) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> name.test(file.getFileName().toString())).toList();
        }
    }

    private Optional<Instant> newest() throws IOException {
        var all = files(JavaCrashes::isOne).stream().sorted(Comparator.comparing(JavaCrashes::written).reversed())
                .toList();
        for (var old : all.stream().skip(KEPT).toList()) {
            Files.deleteIfExists(old);
        }
        return all.stream().findFirst().map(JavaCrashes::written);
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException _) {
            return Instant.EPOCH;
        }
    }

    private Instant told() throws IOException {
        var file = folder.resolve(TOLD);
        try {
            return Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : Instant.EPOCH;
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }
}
