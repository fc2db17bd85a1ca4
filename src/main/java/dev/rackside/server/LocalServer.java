package dev.rackside.server;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Path;

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

    private final ServerDirectory directory;
    private final ServerProgram program;
    private final DirectoryLock lock;
    private final ServerRun run;
    private final Thread hook = Thread.ofPlatform().name("local-server-stop").unstarted(this::stopAtEnd);
    private volatile Runnable beforeStop = () -> {
    };
    private boolean closed;

    private LocalServer(ServerDirectory directory, ServerProgram program, DirectoryLock lock, ServerRun run) {
        this.directory = directory;
        this.program = program;
        this.lock = lock;
        this.run = run;
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
                var run = new Opening(home, program, tuning).perform();
                var server = new LocalServer(home, program, lock, run);
                Runtime.getRuntime().addShutdownHook(server.hook);
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
    public int port() {
        return run.port();
    }

    /** The address of Rackside's database; it changes when {@link #port()} does. */
    public String jdbcUrl() {
        return Connections.url(port(), DATABASE);
    }

    /** The account to work with: everything in {@link #DATABASE}, nothing beside it. */
    public Account account() {
        return run.account();
    }

    /** The account that may do everything, for upgrades and for tests. */
    public Account admin() {
        return run.admin();
    }

    /** Whether the server's process runs; answers at once, also while the server is being started. */
    public boolean isAlive() {
        return run.isAlive();
    }

    /**
     * Starts the server again where it died; does nothing while it runs. A caller that lost its connection calls this
     * before it connects again.
     *
     * @return whether it had died
     * @throws Problem SERVER_DID_NOT_START, DISK_FULL, NOT_WRITABLE; CONNECTION_LOST once this is closed
     */
    @CanIgnoreReturnValue
    public synchronized boolean revive() {
        if (isAlive()) {
            return false;
        }
        if (closed) {
            // Whoever lost the connection because we are being closed must not leave a server behind.
            throw new Problem(ErrorCode.CONNECTION_LOST, HOST + ":" + port());
        }
        try {
            run.start();
            return true;
        } catch (IOException e) {
            throw DiskTrouble.of(e, directory.root());
        }
    }

    /** Stops the server, where it runs, and starts it again. */
    public synchronized void restart() {
        run.stop();
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

    /** Ends the server at once and lets go of its directory, whose data are good for nothing afterwards. */
    synchronized void kill() {
        closed = true;
        run.kill();
        close();
    }

    /** What is done first when the program is told to end: hooks of the system run in no order. */
    public void beforeStop(Runnable work) {
        beforeStop = work;
    }

    private void stopAtEnd() {
        try {
            beforeStop.run();
        } finally {
            stop();
        }
    }

    private synchronized void stop() {
        closed = true;
        run.stop();
    }
}
