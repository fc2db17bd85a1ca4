package dev.rackside.db;

import dev.rackside.server.LocalServer;
import dev.rackside.server.ServerProgram;
import dev.rackside.server.Tuning;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The MariaDB server of the tests: one for each test JVM, started when it is first asked for, on data that are thrown
 * away at the end. Each test class takes a schema of its own.
 */
public final class TestServer {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private static @Nullable TestServer shared;

    private final LocalServer server;

    private TestServer(LocalServer server) {
        this.server = server;
    }

    public static synchronized TestServer shared() {
        if (shared == null) {
            var directory = TestFolders.fresh("test-server");
            // The hook deletes after the server's own hook has stopped it.
            var server = LocalServer.open(directory, program(), Tuning.THROWAWAY);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                server.close();
                TestFolders.delete(directory);
            }));
            shared = new TestServer(server);
        }
        return shared;
    }

    /** The bundled server, unpacked below target and kept there for the next run. */
    public static ServerProgram program() {
        return ServerProgram.find(Path.of("target", "server-programs"));
    }

    /** A server of the distribution, which is usually of an older series than the bundled one. */
    public static Optional<ServerProgram> installed() {
        return ServerProgram.installed();
    }

    public String host() {
        return LocalServer.HOST;
    }

    public int port() {
        return server.port();
    }

    /** An account that may do everything. */
    public String rootUser() {
        return server.admin().user();
    }

    public String rootPassword() {
        return server.admin().password();
    }

    /** A connection that may do everything, to no database. */
    public Connection connectAsRoot() throws SQLException {
        return DriverManager.getConnection(url(""), rootUser(), rootPassword());
    }

    /**
     * A new empty database, utf8mb4_unicode_ci, with an account that has all rights on it and none beside it.
     *
     * @param prefix how its name begins: lower case letters, digits and _
     */
    public Schema newSchema(String prefix) {
        var name = prefix + "_" + NUMBERS.incrementAndGet();
        var schema = new Schema(url(name), name, "pw_" + name, name);
        try (var connection = connectAsRoot(); var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
            statement
                    .execute("CREATE USER " + schema.user() + "@'127.0.0.1' IDENTIFIED BY '" + schema.password() + "'");
            statement.execute("GRANT ALL PRIVILEGES ON " + name + ".* TO " + schema.user() + "@'127.0.0.1'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return schema;
    }

    private String url(String database) {
        return "jdbc:mariadb://" + host() + ":" + port() + "/" + database + "?sslMode=disable&allowLocalInfile=false";
    }

    /** A database of the test server and the account that works on it. */
    public record Schema(String jdbcUrl, String user, String password, String name) {

        public Connection connect() throws SQLException {
            return DriverManager.getConnection(jdbcUrl, user, password);
        }
    }
}
