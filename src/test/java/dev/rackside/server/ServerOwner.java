package dev.rackside.server;

import dev.rackside.db.TestServer;
import dev.rackside.fault.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Another Rackside, as a process: opens the server of a directory, says "open", and then writes rows, saying each
 * one's number when it is committed, until it is killed. Says the code and the arguments of a problem instead.
 */
final class ServerOwner implements AutoCloseable {

    private final Process process;
    private final BufferedReader words;

    private ServerOwner(Process process) {
        this.process = process;
        this.words = process.inputReader(StandardCharsets.UTF_8);
    }

    static ServerOwner of(Path directory) throws IOException {
        return start(directory, "open");
    }

    /** A process that only unpacks the bundled server, and says its version. */
    static ServerOwner unpacking(Path cache) throws IOException {
        return start(cache, "unpack");
    }

    private static ServerOwner start(Path folder, String what) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ServerOwner(new ProcessBuilder(List.of(java, "-cp", System.getProperty("java.class.path"),
                ServerOwner.class.getName(), folder.toString(), what)).redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next line that it says, empty when it ended. */
    String says() throws IOException {
        var line = words.readLine();
        return line == null ? "" : line;
    }

    Process process() {
        return process;
    }

    /** As {@code kill -9} does it. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws SQLException {
        if (arguments[1].equals("unpack")) {
            System.out.println("unpacked " + ServerProgram.bundled(Path.of(arguments[0])).orElseThrow().version());
            return;
        }
        try (var server = LocalServer.open(Path.of(arguments[0]), TestServer.program(), Tuning.DESKTOP)) {
            System.out.println("open");
            try (var connection = Rows.connect(server); var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS kept (id BIGINT NOT NULL PRIMARY KEY)");
                for (var id = 1L;; id++) {
                    statement.execute("INSERT INTO kept VALUES (" + id + ")");
                    System.out.println(id);
                }
            }
        } catch (Problem problem) {
            System.out.println(problem.code() + " " + problem.arguments());
        }
    }
}
