package dev.rackside.backup;

import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.backup.dump.ManifestFile;
import dev.rackside.backup.dump.OpeningKeys;
import dev.rackside.backup.dump.Underway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts right what processes that were killed left of their backups: a run whose file is whole and has its final name
 * has succeeded, every other is abandoned and its files go. Runs that somebody is still at stay as they are.
 */
final class LeftOvers {

    /** A run that has begun makes its file within this time. */
    private static final Duration BEGINNING = Duration.ofMinutes(2);
    /** A file that no run of this workstation knows may be another's, whose locks aren't seen from here. */
    private static final Duration STRANGE = Duration.ofDays(1);
    /** How far back runs are looked at that others took over. */
    private static final Duration ABANDONED = Duration.ofDays(30);
    private static final Logger LOG = LoggerFactory.getLogger(LeftOvers.class);

    private final RunBook runs;
    private final OpeningKeys keys;

    LeftOvers(RunBook runs, OpeningKeys keys) {
        this.runs = runs;
        this.keys = keys;
    }

    /** Looks at the runs of this workstation, and into the folder that backups go to. */
    void clear(Path folder) {
        var now = runs.now();
        for (var run : runs.running()) {
            var file = RunBook.file(run);
            try {
                if (file == null) {
                    runs.ended(run.id, BackupOutcome.ABANDONED, Reason.LEASE_EXPIRED, "");
                } else {
                    settle(run, file, now);
                }
            } catch (IOException e) {
                // Its place is away; the next look may find it.
                LOG.warn("Not looked at: {}", file, e);
            }
        }
        for (var run : runs.abandoned(now.minus(ABANDONED))) {
            var file = RunBook.file(run);
            if (file != null) {
                forget(run, file);
            }
        }
        forget(folder);
    }

    /** Of a run that another workstation took over, this one alone can take away what it wrote. */
    private static void forget(BackupRun run, Path file) {
        var partial = file.resolveSibling(file.getFileName() + Underway.ENDING);
        try {
            if (Files.exists(partial) && !Underway.holds(partial)) {
                Files.deleteIfExists(partial);
                var manifest = ManifestFile.of(file);
                Files.deleteIfExists(manifest.resolveSibling(manifest.getFileName() + Underway.ENDING));
            }
        } catch (IOException e) {
            LOG.warn("Not taken away: {} of {}", partial, run.id, e);
        }
    }

    private void settle(BackupRun run, Path file, Instant now) throws IOException {
        var partial = file.resolveSibling(file.getFileName() + Underway.ENDING);
        var young = run.startedAt != null && run.startedAt.plus(BEGINNING).isAfter(now);
        if (Underway.holds(partial) || (young && !Files.exists(partial) && !Files.exists(file))) {
            return;
        }
        if (Files.exists(file)) {
            try {
                var manifest = ManifestFile.read(ManifestFile.of(file), keys);
                if (manifest.backup().equals(run.id) && manifest.fileBytes() == Files.size(file)) {
                    runs.succeeded(run.id, manifest);
                    return;
                }
            } catch (DumpFailure e) {
                LOG.warn("Not taken for a backup: {}", file, e);
            }
        }
        Files.deleteIfExists(partial);
        var manifest = ManifestFile.of(file);
        Files.deleteIfExists(manifest.resolveSibling(manifest.getFileName() + Underway.ENDING));
        if (!Files.exists(file)) {
            Files.deleteIfExists(manifest);
        }
        runs.ended(run.id, BackupOutcome.ABANDONED, Reason.LEASE_EXPIRED, "");
    }

    private static void forget(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var left = Files.newDirectoryStream(folder, "rackside-*" + Underway.ENDING)) {
            for (var file : left) {
                var old = Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(STRANGE));
                if (old && !Underway.holds(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            LOG.warn("Not looked through: {}", folder, e);
        }
    }
}
