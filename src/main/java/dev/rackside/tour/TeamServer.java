package dev.rackside.tour;

import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.Migrations;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import dev.rackside.server.LocalServer;
import dev.rackside.server.ServerProgram;
import dev.rackside.server.Tuning;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A team's server with a sample database, an account that may write and one that may only read, behind a {@link Wire}. */
final class TeamServer implements AutoCloseable {

    static final String DATABASE = LocalServer.DATABASE;
    static final String WRITER = "mara.ellis";
    static final String READER = "lee.novak";
    /** May sign in, and sees no table. */
    static final String STRANGER = "sam.ortiz";

    private final LocalServer server;
    private final Wire wire;
    private final String password = UUID.randomUUID().toString();

    private TeamServer(LocalServer server) throws IOException {
        this.server = server;
        this.wire = new Wire(server.port());
    }

    static TeamServer start(Path directory, ServerProgram program) throws IOException, SQLException {
        var team = new TeamServer(LocalServer.open(directory, program, Tuning.TEAM));
        try {
            team.furnish();
            return team;
        } catch (SQLException | RuntimeException e) {
            team.close();
            throw e;
        }
    }

    private void furnish() throws SQLException {
        var admin = server.admin();
        var address = new DatabaseAddress(List.of(new DatabaseAddress.Host(LocalServer.HOST, server.port())), DATABASE,
                admin.user(), DatabaseAddress.Transport.LOOPBACK);
        Migrations.at(address, admin.password().toCharArray()).migrate();
        try (var connection = connect(); var statement = connection.createStatement()) {
            SampleData.standard(Tour.sampleUntil(Instant.now())).fill(connection, Progress.NONE);
            for (var account : List.of(WRITER, READER, STRANGER)) {
                // The names are constants, and a UUID has no quotes.
                statement.execute("CREATE USER '" + account + "'@'127.0.0.1' IDENTIFIED BY '" + password + "'");
            }
            statement.execute("GRANT ALL ON rackside.* TO '" + WRITER + "'@'127.0.0.1'");
            statement.execute("GRANT SELECT ON rackside.* TO '" + READER + "'@'127.0.0.1'");
            statement.execute("GRANT SELECT ON rackside.clients TO '" + STRANGER + "'@'127.0.0.1'");
        }
    }

    /** As another program connects: past the wire. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.admin().user(), server.admin().password());
    }

    String password() {
        return password;
    }

    String host() {
        return LocalServer.HOST + ":" + wire.port();
    }

    Wire wire() {
        return wire;
    }

    @Override
    public void close() throws IOException {
        wire.close();
        server.close();
    }
}
