package dev.rackside.backup.dump;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that is being written, locked. The system lets go of the lock when the process ends, however it ends, so that
 * a file which nobody locks was left behind.
 */
public final class Underway implements AutoCloseable {

    /** What an unfinished file is called behind its name. */
    public static final String ENDING = ".partial";

    // A process that opens and closes its own locked file loses the lock on POSIX systems, so it must know without.
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Underway(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Underway create(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        HERE.add(file);
        var made = new Underway(file, channel);
        try {
            if (channel.tryLock() == null) {
                throw new IOException(file + " is locked");
            }
            return made;
        } catch (IOException | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    FileChannel channel() {
        return channel;
    }

    /** Whether somebody still writes a file. */
    public static boolean holds(Path file) throws IOException {
        if (HERE.contains(file)) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE); var lock = channel.tryLock()) {
            return lock == null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // Nothing is lost by it: what was to be on the disk was forced there.
        } finally {
            HERE.remove(file);
        }
    }
}
