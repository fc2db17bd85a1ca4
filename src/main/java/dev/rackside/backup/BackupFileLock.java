package dev.rackside.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps a backup's file from being removed while it is read: whoever verifies or restores one holds this meanwhile.
 * Given back by itself when the program ends, however it ends.
 */
public final class BackupFileLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private BackupFileLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * For one who reads: others may read too.
     *
     * @return empty where it is being removed, or this program reads it already
     */
    public static Optional<BackupFileLock> toRead(Path file) throws IOException {
        return take(FileChannel.open(file, StandardOpenOption.READ), true);
    }

    /** For one who removes it; empty where somebody reads it. */
    static Optional<BackupFileLock> toRemove(Path file) throws IOException {
        return take(FileChannel.open(file, StandardOpenOption.WRITE), false);
    }

    private static Optional<BackupFileLock> take(FileChannel channel, boolean shared) throws IOException {
        try {
            var lock = channel.tryLock(0, Long.MAX_VALUE, shared);
            if (lock != null) {
                return Optional.of(new BackupFileLock(channel, lock));
            }
        } catch (OverlappingFileLockException _) {
            // Another part of this program has it.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        }
    }
}
