package dev.rackside.server;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The MariaDB server of a local workspace: a process of Rackside's own, on a directory of its own, that can be reached
 * from this machine alone. Open it, work, close it. However the last one ended, the next opening puts things right: an
 * interrupted installation is done again, a killed server recovers what it had acknowledged, and a server that a
 * killed Rackside left behind is taken over.
 *
 * <p>
 * All methods may be called from any thread; those that start or stop the server take from a tenth of a second to some
 * seconds.
 */
public final class LocalServer implements AutoCloseable {

    /** The database that the server has, empty at first; utf8mb4_unicode_ci. */
    public static final String DATABASE = "rackside";
    /** The one address that the server listens on. */
    public static final String HOST = Connections.HOST;

    // Long enough for crash recovery on a slow disk; a server that fails says so much earlier.
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PORTS_TRIED = 5;
    private static final int ACCESS_DENIED = 1045;

    private final ServerDirectory directory;
    private final ServerProgram program;
    private final Tuning tuning;
    private final DirectoryLock lock;
    private final Account account;
    private final Account admin;
    private final Thread hook = Thread.ofPlatform().name("local-server-stop").unstarted(this::stopQuietly);
    private @Nullable ServerProcess process;
    private int port;

    private LocalServer(ServerDirectory directory, ServerProgram program, Tuning tuning, DirectoryLock lock)
            throws IOException {
        this.directory = directory;
        this.program = program;
        this.tuning = tuning;
        this.lock = lock;
        this.account = directory.account();
        this.admin = directory.admin();
    }

    /** Opens a server as a technician's workspace has it. See {@link #open(Path, ServerProgram, Tuning)}. */
    public static LocalServer open(Path directory, ServerProgram program) {
        return open(directory, program, Tuning.DESKTOP);
    }

    /**
     * Opens the server of a directory and returns when it accepts connections. A directory that is new or empty is
     * made into one, with a database, accounts and passwords; data of an older server are kept aside, then upgraded.
     *
     * @throws Problem WORKSPACE_IN_USE when another Rackside has the directory open, which goes on undisturbed;
     *     DATA_NEWER_THAN_SERVER when a newer server wrote the data, which stay untouched; SERVER_DID_NOT_START,
     *     DISK_FULL, NOT_WRITABLE, WORKSPACE_DAMAGED
     */
    public static LocalServer open(Path directory, ServerProgram program, Tuning tuning) {
        try {
            var home = ServerDirectory.at(directory);
            var lock = DirectoryLock.take(home.root(), home.lock());
            try {
                var server = new LocalServer(home, program, tuning, lock);
                server.begin();
                return server;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw DiskTrouble.of(e, directory);
        }
    }

    public Path directory() {
        return directory.root();
    }

    public ServerProgram program() {
        return program;
    }

    public Path logFile() {
        return directory.log();
    }

    /** The port at present; a restart keeps it unless another program took it meanwhile. */
    public synchronized int port() {
        return port;
    }

    /** The address of Rackside's database; it changes when {@link #port()} does. */
    public String jdbcUrl() {
        return Connections.url(port(), DATABASE);
    }

    /** The account to work with: everything in {@link #DATABASE}, nothing beside it. */
    public Account account() {
        return account;
    }

    /** The account that may do everything, for upgrades and for tests. */
    public Account admin() {
        return admin;
    }

    /** Whether the server's process runs. */
    public synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    /**
     * Starts the server again where it died; does nothing while it runs. A caller that lost its connection calls this
     * before it connects again.
     *
     * @return whether it had died
     * @throws Problem SERVER_DID_NOT_START, DISK_FULL, NOT_WRITABLE
     */
    @CanIgnoreReturnValue
    public synchronized boolean revive() {
        if (isAlive()) {
            return false;
        }
        try {
            start();
            return true;
        } catch (IOException e) {
            throw DiskTrouble.of(e, directory.root());
        }
    }

    /** Stops the server, where it runs, and starts it again. */
    public synchronized void restart() {
        stop();
        revive();
    }

    /** Stops the server cleanly and lets go of its directory. */
    @Override
    public synchronized void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The hook runs already; stopping twice does no harm.
        }
        try {
            stop();
        } finally {
            lock.close();
        }
    }

    private synchronized void begin() throws IOException {
        var installation = new Installation(directory, program, tuning);
        installation.clear();
        if (!Files.exists(directory.data())) {
            Files.move(installation.make(), directory.data(), StandardCopyOption.ATOMIC_MOVE);
        }
        var version = ServerDirectory.writtenBy(directory.data())
                .orElseThrow(() -> new Problem(ErrorCode.WORKSPACE_DAMAGED, directory.data()));
        if (version.compareTo(program.version()) > 0) {
            throw new Problem(ErrorCode.DATA_NEWER_THAN_SERVER, version, program.version());
        }
        if (!adopt()) {
            start();
        }
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private boolean adopt() throws IOException {
        var orphan = ServerProcess.orphan(directory);
        var kept = directory.port();
        if (orphan.isEmpty() || kept.isEmpty()) {
            return false;
        }
        if (awaitReady(orphan.get(), kept.get())) {
            process = orphan.get();
            port = kept.get();
            return true;
        }
        if (orphan.get().isAlive()) {
            orphan.get().kill();
        }
        return false;
    }

    private void start() throws IOException {
        var wanted = directory.port();
        for (var attempt = 0; attempt < PORTS_TRIED; attempt++) {
            var chosen = Ports.free(attempt == 0 ? wanted : Optional.empty());
            directory.keepPort(chosen);
            var started = ServerProcess.start(directory, program, tuning, directory.data(), chosen);
            if (awaitReady(started, chosen)) {
                process = started;
                port = chosen;
                return;
            }
            started.kill();
            if (!ServerProcess.tail(directory.log()).contains("Bind on TCP/IP port")) {
                break;
            }
        }
        throw ServerProcess.notStarted(directory);
    }

    /** Whether the process accepts our connections before it ends or our patience does. */
    private boolean awaitReady(ServerProcess awaited, int where) {
        var deadline = Instant.now().plus(PATIENCE);
        var denied = 0;
        try {
            while (awaited.isAlive() && Instant.now().isBefore(deadline)) {
                try (var connection = Connections.open(where, account)) {
                    var served = Path.of(Connections.value(connection, "select @@datadir"));
                    return Files.isSameFile(served, directory.data());
                } catch (SQLException e) {
                    if (e.getErrorCode() == ACCESS_DENIED && ++denied > 20) {
                        awaited.terminate();
                        throw new Problem(ErrorCode.PASSWORD_REFUSED, e, account.user());
                    }
                } catch (IOException _) {
                    return false;
                }
                Thread.sleep(Duration.ofMillis(15));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private void stop() {
        var running = process;
        process = null;
        if (running == null || !running.isAlive()) {
            return;
        }
        if (Platform.here().windows()) {
            shutdownBySql();
        } else {
            running.terminate();
        }
        try {
            if (!running.ended(PATIENCE)) {
                running.kill();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    // Ending a process of Windows is killing it, so the server is asked.
    private void shutdownBySql() {
        try (var connection = Connections.open(port, admin); var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException _) {
            // The connection goes away with the server; one that stays is killed when patience ends.
        }
    }

    private synchronized void stopQuietly() {
        stop();
    }
}
