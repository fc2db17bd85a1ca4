package dev.rackside.crash;

import dev.rackside.server.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Java wrote into the folder of the reports when it ended itself ({@code hs_err_…log}), told of once. */
public final class JavaCrashes {

    private static final Logger LOG = LoggerFactory.getLogger(JavaCrashes.class);
    /** When the newest was written that somebody was told of. */
    private static final String TOLD = "told.txt";
    private static final int KEPT = 5;

    private final Path folder;

    /** @param logs the folder of the log */
    public JavaCrashes(Path logs) {
        folder = CrashReports.folder(logs);
    }

    static boolean isOne(String name) {
        return name.startsWith("hs_err_") && name.endsWith(".log");
    }

    /** Whether Java ended itself since this was asked last. Never throws; what can't be read is nothing. */
    public boolean news() {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try {
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

    private Optional<Instant> newest() throws IOException {
        try (var files = Files.list(folder)) {
            var all = files.filter(file -> isOne(file.getFileName().toString()))
                    .sorted(Comparator.comparing(JavaCrashes::written).reversed()).toList();
            for (var old : all.stream().skip(KEPT).toList()) {
                Files.deleteIfExists(old);
            }
            return all.stream().findFirst().map(JavaCrashes::written);
        }
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
