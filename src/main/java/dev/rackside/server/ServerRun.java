package dev.rackside.server;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server of a directory while it runs: started on a free port, taken over from a dead Rackside, stopped. */
final class ServerRun {

    // Long enough for crash recovery on a slow disk; a server that fails says so much earlier.
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofMillis(15);
    private static final int PORTS_TRIED = 5;
    private static final int ACCESS_DENIED = 1045;
    private static final int DENIALS_BORNE = 20;

    private final ServerDirectory directory;
    private final ServerProgram program;
    private final Tuning tuning;
    private final Account account;
    private final Account admin;
    private volatile @Nullable ServerProcess process;
    private @Nullable ServerVersion version;
    private volatile int port;

    ServerRun(ServerDirectory directory, ServerProgram program, Tuning tuning) throws IOException {
        this.directory = directory;
        this.program = program;
        this.tuning = tuning;
        this.account = directory.account();
        this.admin = directory.admin();
    }

    Account account() {
        return account;
    }

    Account admin() {
        return admin;
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        var running = process;
        return running != null && running.isAlive();
    }

    /** Whether the running server is of the version that we would start. */
    boolean current() {
        return isAlive() && program.version().equals(version);
    }

    /**
     * Takes over the server that a killed Rackside left, when it is ready; one that never answers is ended, so that
     * another can be started.
     */
    void adopt() throws IOException {
        var orphan = ServerProcess.orphan(directory);
        if (orphan.isEmpty()) {
            return;
        }
        var kept = directory.port();
        if (kept.isPresent() && awaitReady(orphan.get(), kept.get())) {
            process = orphan.get();
            port = kept.get();
        } else if (orphan.get().isAlive()) {
            end(orphan.get());
        }
    }

    /** Starts the server on the port it had, or on another where that is taken, and waits until it is ready. */
    void start() throws IOException {
        var wanted = directory.port();
        for (var attempt = 0; attempt < PORTS_TRIED; attempt++) {
            var chosen = Ports.free(attempt == 0 ? wanted : Optional.empty());
            directory.keepPort(chosen);
            var started = ServerProcess.start(directory, program, tuning, chosen);
            if (awaitReady(started, chosen)) {
                process = started;
                port = chosen;
                return;
            }
            started.kill();
            // Someone may have taken the port between our look at it and the server's.
            if (!ServerProcess.tail(directory.log()).contains("Bind on TCP/IP port")) {
                break;
            }
        }
        throw ServerProcess.notStarted(directory);
    }

    /** Stops the server cleanly, where it runs, and waits until it has ended. */
    void stop() {
        var running = process;
        process = null;
        if (running != null && running.isAlive()) {
            if (Platform.here().windows()) {
                shutdownBySql();
            } else {
                running.terminate();
            }
            end(running);
        }
    }

    /** Ends the server, where it runs, at once; its data are good for nothing afterwards. */
    void kill() {
        var running = process;
        process = null;
        if (running != null) {
            running.kill();
            try {
                if (!running.ended(PATIENCE)) {
                    throw ServerProcess.notStarted(directory);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void end(ServerProcess running) {
        try {
            running.terminate();
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
            // The connection goes away with the server; one that stays is ended otherwise.
        }
    }

    /** Whether the process accepts our connections before it ends or our patience does. */
    private boolean awaitReady(ServerProcess awaited, int where) {
        var deadline = Instant.now().plus(PATIENCE);
        var denials = 0;
        try {
            while (awaited.isAlive() && Instant.now().isBefore(deadline)) {
                try {
                    if (due()) {
                        return serves(where);
                    }
                } catch (SQLException e) {
                    if (e.getErrorCode() == ACCESS_DENIED && ++denials > DENIALS_BORNE) {
                        end(awaited);
                        throw new Problem(ErrorCode.PASSWORD_REFUSED, e, account.user());
                    }
                }
                Thread.sleep(STEP);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    // Written when the server is about to take connections; to look costs much less than to be refused. What it does
    // on Windows nobody has seen.
    private boolean due() {
        return Platform.here().windows() || Files.exists(directory.pidFile());
    }

    // Somebody else's server may have got the port: ours is the one with our data.
    private boolean serves(int where) throws SQLException {
        try (var connection = Connections.open(where, account)) {
            version = ServerVersion.in(Connections.value(connection, "select version()")).orElse(null);
            return Files.isSameFile(Path.of(Connections.value(connection, "select @@datadir")), directory.data());
        } catch (IOException _) {
            return false;
        }
    }
}
