package dev.rackside.workspace;

import dev.rackside.access.Who;
import dev.rackside.db.Database;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.Account;
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
    private final @Nullable Sharing sharing;
    private volatile @Nullable LocalServer server;
    private volatile Runnable beforeStop = () -> {
    };

    OpenWorkspace(Workspace workspace, Database database, Who who, @Nullable LocalServer server) {
        this(workspace, database, who, server, null);
    }

    /** @param sharing where another program of this workstation may have the server, now or later */
    OpenWorkspace(Workspace workspace, Database database, Who who, @Nullable LocalServer server,
            @Nullable Sharing sharing) {
        this.workspace = workspace;
        this.database = database;
        this.who = who;
        this.server = server;
        this.sharing = sharing;
        beforeStop(() -> {
        });
    }

    /** How to come to the server of a local workspace that another program has open. */
    interface Sharing {

        /**
         * Opens it as one's own.
         *
         * @throws dev.rackside.fault.Problem WORKSPACE_IN_USE while the other has it
         */
        LocalServer own();

        /** Where the other's server is; empty where none runs. */
        Optional<DatabaseAddress> theirs();
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
        var own = server;
        if (own != null) {
            own.revive();
            // Another program may have taken the port meanwhile.
            database.moveTo(addressOf(own));
        } else if (sharing != null) {
            return checkShared(sharing);
        }
        return database.ping();
    }

    /**
     * A connection of one who may make databases, where the workspace brings its own server; empty for a team's. The
     * caller closes it.
     */
    public Optional<Connection> administrator() {
        var own = server;
        if (own == null) {
            return Optional.empty();
        }
        var address = new DatabaseAddress(List.of(new DatabaseAddress.Host(LocalServer.HOST, own.port())), "",
                own.admin().user(), DatabaseAddress.Transport.LOOPBACK);
        return Optional.of(address.connectPatiently(own.admin().password().toCharArray()));
    }

    /** Who had the server ended it with themselves: then it is ours from now on, or that of a third. */
    private synchronized Instant checkShared(Sharing shared) {
        try {
            return database.ping();
        } catch (Problem away) {
            try {
                var own = shared.own();
                own.beforeStop(() -> beforeStop.run());
                server = own;
                database.moveTo(addressOf(own));
            } catch (Problem inUse) {
                if (inUse.code() != ErrorCode.WORKSPACE_IN_USE) {
                    throw inUse;
                }
                shared.theirs().ifPresent(database::moveTo);
            }
            return database.ping();
        }
    }

    /** Whether the workspace's server is another program's, which has the workspace open too. */
    public boolean shared() {
        return sharing != null && server == null;
    }

    /** What is done first when the workspace is closed, or the program told to end while it is open. */
    public void beforeStop(Runnable work) {
        beforeStop = () -> {
            work.run();
            // What is being restored is put right before its server stops.
            database.gate().await();
        };
        var own = server;
        if (own != null) {
            own.beforeStop(beforeStop);
        }
    }

    static DatabaseAddress addressOf(LocalServer server) {
        return addressOf(server.port(), server.account());
    }

    static DatabaseAddress addressOf(int port, Account account) {
        return new DatabaseAddress(List.of(new DatabaseAddress.Host(LocalServer.HOST, port)), LocalServer.DATABASE,
                account.user(), DatabaseAddress.Transport.LOOPBACK);
    }

    @Override
    public void close() {
        beforeStop.run();
        database.close();
        var own = server;
        if (own != null) {
            own.close();
        }
    }
}
