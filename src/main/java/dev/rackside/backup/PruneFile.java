package dev.rackside.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of a backup that retention lets go. It is removed where it lies below the target directory of its schedule,
 * or where it is exactly the one that the row names, without a link on the way and as large as the row says. Links are
 * never followed, folders never removed.
 */
final class PruneFile {

    private static final Logger LOG = LoggerFactory.getLogger(PruneFile.class);

    /** What lies beside a backup and belongs to it. */
    private static final String BESIDE = ".manifest";

    private final String path;
    private final String directory;
    private final @Nullable Long size;

    /**
     * @param path as it stands in the row
     * @param directory the schedule's target
     * @param size as it stands in the row
     */
    PruneFile(@Nullable String path, String directory, @Nullable Long size) {
        this.path = path == null ? "" : path;
        this.directory = directory;
        this.size = size;
    }

    /** How it stands, without touching it. */
    PruneState look() {
        try {
            var file = here();
            if (file == null) {
                return PruneState.ELSEWHERE;
            }
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return PruneState.MISSING;
            }
            return ours(file) ? PruneState.HERE : PruneState.NOT_OURS;
        } catch (IOException e) {
            return refused(e);
        }
    }

    /** Whether somebody reads it now. */
    boolean busy() {
        if (look() != PruneState.HERE) {
            return false;
        }
        try (var lock = BackupFileLock.toRemove(Path.of(path)).orElse(null)) {
            return lock == null;
        } catch (IOException _) {
            // Why it can't be removed is said when it is tried.
            return false;
        }
    }

    /** Removes it; nothing where it isn't {@link PruneState#HERE}. */
    PruneState remove() {
        var state = look();
        if (state != PruneState.HERE) {
            return state;
        }
        var file = Path.of(path);
        try (var lock = BackupFileLock.toRemove(file).orElse(null)) {
            if (lock == null) {
                return PruneState.BUSY;
            }
            Files.delete(file);
            beside(file);
            return PruneState.REMOVED;
        } catch (NoSuchFileException _) {
            return PruneState.MISSING;
        } catch (IOException e) {
            return refused(e);
        }
    }

    private PruneState refused(IOException e) {
        LOG.warn("{} is not removed: {}", path, e instanceof AccessDeniedException ? "access denied" : e.toString());
        return PruneState.REFUSED;
    }

    /** Null where the path is one of another computer's kind. */
    private @Nullable Path here() {
        try {
            var file = Path.of(path);
            return file.isAbsolute() ? file : null;
        } catch (InvalidPathException _) {
            return null;
        }
    }

    private boolean ours(Path file) throws IOException {
        if (!file.normalize().equals(file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        var real = file.toRealPath();
        return below(real) || (real.equals(file) && size != null && Files.size(file) == size);
    }

    private boolean below(Path real) throws IOException {
        try {
            var target = Path.of(directory);
            return target.isAbsolute() && Files.isDirectory(target) && real.startsWith(target.toRealPath());
        } catch (InvalidPathException _) {
            return false;
        }
    }

    /** A manifest without its backup is of no use to anybody. */
    private static void beside(Path file) throws IOException {
        var name = Objects.requireNonNull(file.getFileName()).toString() + BESIDE;
        DirectoryStream.Filter<Path> belongs = each -> String.valueOf(each.getFileName()).startsWith(name)
                && Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS);
        try (var found = Files.newDirectoryStream(Objects.requireNonNull(file.getParent()), belongs)) {
            for (var each : found) {
                Files.deleteIfExists(each);
            }
        }
    }
}
