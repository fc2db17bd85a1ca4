package dev.rackside.workspace;

import dev.rackside.db.DatabaseAddress.Host;
import dev.rackside.db.Migrations;
import dev.rackside.db.TestFolders;
import dev.rackside.server.LocalServer;
import dev.rackside.server.ServerProgram;
import dev.rackside.server.Tuning;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mariadb.jdbc.MariaDbDataSource;

/** A team's server: its network side is encrypted, its database {@value #DATABASE} migrated, its accounts ordinary. */
public final class TlsServer implements AutoCloseable {

    static final String DATABASE = "msp";
    /** May do everything in the database. */
    public static final String WRITER = "mara";
    /** May read only. */
    static final String READER = "lee";
    /** May read clients only. */
    static final String STRANGER = "sam";
    public static final String PASSWORD = "pw-7f3a-secret";

    private final Path directory;
    private final List<String> command;
    private final int port;
    private Process process;

    private TlsServer(Path directory, List<String> command, int port) throws IOException, InterruptedException {
        this.directory = directory;
        this.command = command;
        this.port = port;
        this.process = run();
    }

    /** @param flags what the server is told about its certificate; nothing where it makes its own */
    public static TlsServer start(ServerProgram program, String name, String... flags)
            throws IOException, SQLException, InterruptedException {
        var directory = TestFolders.fresh(name);
        try (var server = LocalServer.open(directory, program, Tuning.THROWAWAY)) {
            furnish(server);
        }
        var port = freePort();
        var command = new ArrayList<>(List.of(program.daemon().toString(), "--no-defaults",
                "--datadir=" + directory.resolve("data"), "--lc-messages-dir=" + program.share(),
                "--character-sets-dir=" + program.share().resolve("charsets"), "--port=" + port,
                "--bind-address=127.0.0.1", "--socket=", "--skip-name-resolve", "--pid-file="
                        + directory.resolve("team.pid"),
                "--innodb-log-file-size=32M"));
        command.addAll(List.of(flags));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return new TlsServer(directory, command, port);
    }

    private static void furnish(LocalServer server) throws SQLException {
        var admin = server.admin();
        var url = server.jdbcUrl();
        try (var connection = DriverManager.getConnection(url, admin.user(), admin.password());
                var statement = connection.createStatement()) {
            for (var sql : List.of("CREATE DATABASE msp", "CREATE DATABASE empty",
                    "CREATE DATABASE newer",
                    "CREATE USER mara@'%' IDENTIFIED BY '" + PASSWORD + "'",
                    "CREATE USER lee@'%' IDENTIFIED BY '" + PASSWORD + "'",
                    "CREATE USER sam@'%' IDENTIFIED BY '" + PASSWORD + "'",
                    "GRANT ALL ON msp.* TO mara@'%'", "GRANT ALL ON empty.* TO mara@'%'",
                    "GRANT ALL ON newer.* TO mara@'%'",
                    "GRANT SELECT ON msp.* TO lee@'%'")) {
                statement.execute(sql);
            }
            var source = new MariaDbDataSource(url.replace("/" + LocalServer.DATABASE, "/msp"));
            source.setUser(admin.user());
            source.setPassword(admin.password());
            Migrations.of(source).migrate();
            statement.execute("GRANT SELECT ON msp.clients TO sam@'%'");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process run() throws IOException, InterruptedException {
        var log = directory.resolve("team.log");
        Files.deleteIfExists(log);
        var started = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        while (started.isAlive() && !Files.readString(log).contains("ready for connections")) {
            Thread.sleep(50);
        }
        return started;
    }

    public Host host(String name) {
        return new Host(name, port);
    }

    /** As {@code kill -9} does it. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Comes back on its port with its data. */
    void restart() throws IOException, InterruptedException {
        kill();
        process = run();
    }

    @Override
    public void close() {
        kill();
        TestFolders.delete(directory);
    }
}
