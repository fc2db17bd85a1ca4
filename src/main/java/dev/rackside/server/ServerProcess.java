package dev.rackside.server;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A running mariadbd: a child of this process, or the orphan of one that was killed. */
final class ServerProcess {

    private static final long MIB = 1024 * 1024;
    private static final long LARGEST_LOG = 8 * MIB;
    private static final String START = "--- started by Rackside ";
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final Duration STEP = Duration.ofMillis(20);

    private final ProcessHandle handle;

    private ServerProcess(ProcessHandle handle) {
        this.handle = handle;
    }

    /** Starts the server on a port; it may not accept connections yet. */
    static ServerProcess start(ServerDirectory directory, ServerProgram program, Tuning tuning, int port)
            throws IOException {
        Files.deleteIfExists(directory.pidFile());
        var command = command(program, directory.data(), tuning);
        // Loopback only; a self-made certificate would cost seconds at each start and guard nothing there.
        // No socket: nobody uses it, and its path could be too long (107 bytes).
        command.addAll(List.of("--port=" + port, "--bind-address=127.0.0.1", "--socket=",
                "--skip-name-resolve", "--local-infile=0", "--pid-file=" + directory.pidFile(),
                "--max-connections=100", "--max-allowed-packet=" + tuning.packet() + "M"));
        if (!tuning.encrypted()) {
            command.add("--skip-ssl");
        }
        var nothing = new File(Platform.here().windows() ? "NUL" : "/dev/null");
        command.addAll(0, yielding());
        var builder = logged(command, directory).redirectInput(nothing);
        return new ServerProcess(launch(builder, directory).toHandle());
    }

    /**
     * What makes the server give way to the window where both want the processor: a search that looks at a million rows
     * may take a little longer, scrolling may not. Nothing where the system has no such program.
     */
    private static List<String> yielding() {
        return Files.isExecutable(NICE) ? List.of(NICE.toString(), "-n", "5") : List.of();
    }

    /** What every run of the server is given, with tables or without. */
    static List<String> command(ServerProgram program, Path data, Tuning tuning) {
        var command = new ArrayList<>(List.of(program.daemon().toString(), "--no-defaults", "--datadir=" + data,
                "--lc-messages-dir=" + program.share(), "--character-sets-dir=" + program.share().resolve("charsets"),
                "--character-set-server=utf8mb4", "--collation-server=utf8mb4_unicode_ci",
                "--tmpdir=" + data.resolveSibling("tmp")));
        command.addAll(tuning.flags());
        if (System.getProperty("user.name").equals("root")) {
            // mariadbd refuses to run as root unless it is told to.
            command.add("--user=root");
        }
        return command;
    }

    /** A process whose words go to the log; it holds none of this process's streams and so can't keep them open. */
    static ProcessBuilder logged(List<String> command, ServerDirectory directory) throws IOException {
        var log = directory.log();
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(log, START + Instant.now() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new ProcessBuilder(command).directory(directory.root().toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /** @throws Problem SERVER_DID_NOT_START when the program can't be run at all */
    static Process launch(ProcessBuilder builder, ServerDirectory directory) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Problem(ErrorCode.SERVER_DID_NOT_START, e, directory.log());
        }
    }

    /** The server that a killed Rackside left running on these data. */
    static Optional<ServerProcess> orphan(ServerDirectory directory) {
        try {
            var pid = Long.parseLong(Files.readString(directory.pidFile()).strip());
            return ProcessHandle.of(pid).map(ServerProcess::new)
                    .filter(process -> process.isAlive() && process.serves(directory.data()));
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    // A process id may long belong to another program. Where the system doesn't tell the arguments (Windows), the name
    // must do.
    private boolean serves(Path data) {
        var info = handle.info();
        var name = info.command().map(command -> Path.of(command).getFileName().toString()).orElse("");
        return (name.startsWith("mariadbd") || name.startsWith("mysqld"))
                && info.arguments().map(arguments -> List.of(arguments).contains("--datadir=" + data)).orElse(true);
    }

    boolean isAlive() {
        return running(handle);
    }

    /**
     * Whether a process runs. One that has ended but that nobody waited for yet, as it is with an orphan where the
     * system's first process waits for none, doesn't.
     */
    static boolean running(ProcessHandle process) {
        return process.isAlive() && !zombie(process.pid());
    }

    // The first thread may have ended while others still hold the files and the port.
    private static boolean zombie(long pid) {
        var process = Path.of("/proc", Long.toString(pid));
        try (var threads = Files.list(process.resolve("task"))) {
            // "1234 (name, which may hold anything) Z …"
            var state = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            return state.startsWith("Z", state.lastIndexOf(')') + 2) && threads.count() <= 1;
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }

    /** Ends the process without asking the server; InnoDB recovers at the next start. */
    void kill() {
        handle.destroyForcibly();
    }

    /** Asks the server to end, where the system has a way to ask. */
    void terminate() {
        handle.destroy();
    }

    /** Whether the process ended within the time. */
    boolean ended(Duration time) throws InterruptedException {
        var deadline = Instant.now().plus(time);
        while (isAlive()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            Thread.sleep(STEP);
        }
        return true;
    }

    /** Why a server did not start, as far as its log tells. */
    static Problem notStarted(ServerDirectory directory) {
        try {
            return DiskTrouble.full(tail(directory.log()))
                    ? new Problem(ErrorCode.DISK_FULL, directory.root())
                    : new Problem(ErrorCode.SERVER_DID_NOT_START, directory.log());
        } catch (IOException e) {
            return new Problem(ErrorCode.SERVER_DID_NOT_START, e, directory.log());
        }
    }

    /** What the last server that was started wrote into the log. */
    static String tail(Path log) throws IOException {
        var words = Files.readString(log, StandardCharsets.ISO_8859_1);
        return words.substring(Math.max(0, words.lastIndexOf(START)));
    }
}
