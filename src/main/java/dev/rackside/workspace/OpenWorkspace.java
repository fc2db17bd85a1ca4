package dev.rackside.workspace;

import dev.rackside.access.Who;
import dev.rackside.db.Database;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.server.LocalServer;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workspace whose database is connected. Closing it stops its own server too. */
public final class OpenWorkspace implements AutoCloseable {

    private final Workspace workspace;
    private final Database database;
    private final Who who;
    private final @Nullable LocalServer server;

    OpenWorkspace(Workspace workspace, Database database, Who who, @Nullable LocalServer server) {
        this.workspace = workspace;
        this.database = database;
        this.who = who;
        this.server = server;
        if (server != null) {
            server.stopAfter(database.gate()::await);
        }
    }

    public Workspace workspace() {
        return workspace;
    }

    public Database database() {
        return database;
    }

    public Who who() {
        return who;
    }

    /**
     * Looks whether the database answers, and starts the workspace's own server again where it died.
     *
     * @return the server's clock
     * @throws dev.rackside.fault.Problem where it doesn't answer
     */
    public Instant check() {
        if (server != null) {
            server.revive();
            // Another program may have taken the port meanwhile.
            database.moveTo(addressOf(server));
        }
        return database.ping();
    }

    /**
     * A connection of one who may make databases, where the workspace brings its own server; empty for a team's. The
     * caller closes it.
     */
    public Optional<Connection> administrator() {
        if (server == null) {
            return Optional.empty();
        }
        var address = new DatabaseAddress(List.of(new DatabaseAddress.Host(LocalServer.HOST, server.port())), "",
                server.admin().user(), DatabaseAddress.Transport.LOOPBACK);
        return Optional.of(address.connectPatiently(server.admin().password().toCharArray()));
    }

    static DatabaseAddress addressOf(LocalServer server) {
        return new DatabaseAddress(List.of(new DatabaseAddress.Host(LocalServer.HOST, server.port())),
                LocalServer.DATABASE, server.account().user(), DatabaseAddress.Transport.LOOPBACK);
    }

    @Override
    public void close() {
        database.close();
        if (server != null) {
            server.close();
        }
    }
}
