package dev.rackside.server;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server on a directory of its own that lasts as long as this object: closing it ends the server at once and deletes
 * the directory. What a killed Rackside left of one is taken away by {@link #clear}.
 */
public final class ThrowawayServer implements AutoCloseable {

    private static final String PREFIX = "throwaway-";
    private static final Duration MAKING = Duration.ofMinutes(1);
    private static final Duration ENDING = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(ThrowawayServer.class);

    private final LocalServer server;

    private ThrowawayServer(LocalServer server) {
        this.server = server;
    }

    /**
     * Makes and starts a server in a new directory below a folder; takes some seconds.
     *
     * @throws Problem SERVER_DID_NOT_START, DISK_FULL, NOT_WRITABLE; nothing is left then
     */
    public static ThrowawayServer start(Path folder, ServerProgram program, Tuning tuning) {
        var directory = folder.resolve(PREFIX + UUID.randomUUID());
        try {
            return new ThrowawayServer(LocalServer.open(directory, program, tuning));
        } catch (RuntimeException e) {
            delete(directory);
            throw e;
        }
    }

    public LocalServer server() {
        return server;
    }

    /**
     * Ends the servers that killed processes left below a folder, and deletes their directories. Those that somebody
     * still works with, and everything of another name, stay.
     *
     * @return how many were taken away
     */
    public static int clear(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        var cleared = 0;
        try (var left = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (var directory : left) {
                cleared += Files.isDirectory(directory) && clearOne(directory) ? 1 : 0;
            }
        } catch (IOException e) {
            throw DiskTrouble.of(e, folder);
        }
        return cleared;
    }

    private static boolean clearOne(Path directory) throws IOException {
        var home = new ServerDirectory(directory.toRealPath());
        if (!Files.exists(home.lock()) && justMade(directory)) {
            // Whoever makes it hasn't come to lock it yet.
            return false;
        }
        DirectoryLock lock;
        try {
            lock = DirectoryLock.take(home.root(), home.lock());
        } catch (Problem e) {
            if (e.code() == ErrorCode.WORKSPACE_IN_USE) {
                return false;
            }
            throw e;
        }
        try (lock) {
            ServerProcess.orphan(home).ifPresent(ThrowawayServer::end);
        }
        Folders.delete(home.root());
        return true;
    }

    private static boolean justMade(Path directory) throws IOException {
        return Files.getLastModifiedTime(directory).toInstant().isAfter(Instant.now().minus(MAKING));
    }

    private static void end(ServerProcess orphan) {
        try {
            orphan.kill();
            if (!orphan.ended(ENDING)) {
                LOG.warn("A left-over server didn't end");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path directory) {
        try {
            Folders.delete(directory);
        } catch (IOException e) {
            // It is found by its name the next time.
            LOG.warn("Not deleted: {}", directory, e);
        }
    }

    @Override
    public void close() {
        server.kill();
        delete(server.directory());
    }
}
