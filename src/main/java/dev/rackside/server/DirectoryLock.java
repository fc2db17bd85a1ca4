package dev.rackside.server;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds a server's directory for this process. The operating system lets go of it when the process ends, however it
 * ends.
 */
final class DirectoryLock implements AutoCloseable {

    // On POSIX systems closing any channel of a file gives up the whole process's lock on it, so a second taker inside
    // this process must be turned away before it opens the file.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    // Beyond the content: Windows lets nobody read bytes that are locked, and others want to read our process id.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** @throws Problem WORKSPACE_IN_USE while anybody, this process included, holds the directory */
    static DirectoryLock take(Path directory, Path file) throws IOException {
        var real = directory.toRealPath();
        if (!HELD.add(real)) {
            throw new Problem(ErrorCode.WORKSPACE_IN_USE, real.getFileName(), ProcessHandle.current().pid());
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
                throw new Problem(ErrorCode.WORKSPACE_IN_USE, real.getFileName(), holder(file));
            }
            channel.truncate(0);
            channel.write(ByteBuffer
                    .wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)), 0);
            return new DirectoryLock(real, channel);
        } catch (IOException | RuntimeException e) {
            if (channel != null) {
                channel.close();
            }
            HELD.remove(real);
            throw e;
        }
    }

    private static String holder(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            return "?";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // The lock ends with the process at the latest.
        } finally {
            HELD.remove(directory);
        }
    }
}
