package dev.rackside.workspace;

import dev.rackside.access.AccessService;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.PreMigration;
import dev.rackside.backup.Watch;
import dev.rackside.backup.Workshop;
import dev.rackside.db.Database;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.Migrations;
import dev.rackside.db.Rights;
import dev.rackside.db.SchemaState;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.LocalServer;
import dev.rackside.server.RunningServer;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens workspaces: starts a local one's server, brings its tables up to date, connects, and finds out who is here. What
 * takes longest may be begun ahead, before anybody asked for a workspace; what nobody took over ends with this.
 */
public final class WorkspaceOpener implements AutoCloseable {

    /** What opening is at, as a message's key. */
    public enum Step {
        SERVER, TABLES, BACKUP, CONNECT
    }

    private final Places places;
    private final Collection<Class<?>> entities;
    private final BooleanSupplier onScreenThread;
    private final Ahead ahead = new Ahead();

    public WorkspaceOpener(Places places, Collection<Class<?>> entities, BooleanSupplier onScreenThread) {
        this.places = places;
        // A backup may have to be recorded, whatever the workspace is opened for.
        this.entities = Stream.concat(entities.stream(), BackupService.ENTITIES.stream())
                .collect(Collectors.toUnmodifiableSet());
        this.onScreenThread = onScreenThread;
    }

    /** Starts a local workspace's server ahead of its opening; returns at once, and what goes wrong is told then. */
    public void serveAhead(Workspace.Local workspace) {
        ahead.serve(workspace, new LocalSharing(workspace, places)::own);
    }

    /**
     * Reads the mapping ahead of the next opening; returns at once.
     *
     * @param prepare what is known to be asked first of the mapping
     */
    public void mapAhead(Consumer<Database.Mapping> prepare) {
        ahead.map(() -> {
            var mapping = Database.Mapping.of(entities);
            prepare.accept(mapping);
            return mapping;
        });
    }

    /** Ends what was begun ahead and wasn't taken over; waits for it where it isn't done yet. */
    @Override
    public void close() {
        ahead.close();
    }

    /**
     * Opens a local workspace; makes its data where there are none. Takes a second, the first time several. Where the
     * agent of this workstation has it open, its server is used, and taken over when the agent ends.
     *
     * @throws Problem WORKSPACE_IN_USE where another program than the agent has it open
     */
    public OpenWorkspace open(Workspace.Local workspace, Consumer<Step> progress) {
        return open(workspace, Long.toString(AgentLock.holder(places)), progress);
    }

    /** As {@link #open(Workspace.Local, Consumer)}, beside any other program that has it open: for the agent. */
    public OpenWorkspace share(Workspace.Local workspace, Consumer<Step> progress) {
        return open(workspace, null, progress);
    }

    /** @param agent the one process that it is shared with, null for any; a number that no process has for none */
    private OpenWorkspace open(Workspace.Local workspace, @Nullable String agent, Consumer<Step> progress) {
        progress.accept(Step.SERVER);
        var sharing = new LocalSharing(workspace, places);
        LocalServer server;
        try {
            server = ahead.server(workspace, sharing::own);
        } catch (Problem e) {
            var running = e.code() == ErrorCode.WORKSPACE_IN_USE
                    && (agent == null || agent.equals(String.valueOf(e.arguments().getLast())))
                            ? sharing.running()
                            : Optional.<RunningServer>empty();
            var theirs = running.orElseThrow(() -> e);
            return connected(workspace, OpenWorkspace.addressOf(theirs.port(), theirs.account()),
                    theirs.account().password().toCharArray(), new Local(null, sharing), progress);
        }
        try {
            return connected(workspace, OpenWorkspace.addressOf(server), server.account().password().toCharArray(),
                    new Local(server, sharing), progress);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private record Local(@Nullable LocalServer server, OpenWorkspace.Sharing sharing) {}

    private OpenWorkspace connected(Workspace.Local workspace, DatabaseAddress address, char[] password, Local local,
            Consumer<Step> progress) {
        progress.accept(Step.TABLES);
        var migrations = Migrations.at(address, password);
        var backup = brought(migrations, address, password, workspace, progress);
        progress.accept(Step.CONNECT);
        var database = database(address, password);
        migrations.state().problem(address.database()).ifPresent(database::refuseWrites);
        var who = new AccessService(database).owner(workspace.owner(), workspace.owner());
        if (backup != null) {
            backup.record(database, who.username());
        }
        return new OpenWorkspace(workspace, database, who, local.server(), local.sharing());
    }

    /** Brings the tables up to date; gives the backup that was taken for it, null where none was needed. */
    private @Nullable PreMigration brought(Migrations migrations, DatabaseAddress address, char[] password,
            Workspace.Local workspace, Consumer<Step> progress) {
        if (migrations.state().kind() == SchemaState.Kind.NEWER) {
            return null;
        }
        var workshop = Workshop.of(places.data(), places.config(), places.cache(), workspace.name());
        return PreMigration.migrate(migrations, address, password, workshop, new Watch() {
            private boolean told;

            @Override
            public void at(Pace pace) {
                if (!told) {
                    told = true;
                    progress.accept(Step.BACKUP);
                }
            }
        }).backup();
    }

    /**
     * Connects to a team's database. It is never migrated by that: where its tables are of another version, it is
     * opened to be read where that is possible, and refused where it isn't.
     *
     * @throws Problem SCHEMA_OLDER, SCHEMA_FOREIGN and what a connection can meet
     */
    public OpenWorkspace open(Workspace.Team workspace, char[] password, Consumer<Step> progress) {
        progress.accept(Step.TABLES);
        var address = workspace.address();
        var state = Migrations.at(address, password).state();
        if (!state.mayRead()) {
            throw state.problem(address.database()).orElseThrow();
        }
        progress.accept(Step.CONNECT);
        var database = database(address, password);
        try {
            if (!state.mayWrite()) {
                database.refuseWrites(new Problem(ErrorCode.SCHEMA_NEWER, state.found(), state.known()));
            } else if (!mayWrite(database)) {
                database.refuseWrites(new Problem(ErrorCode.ACCOUNT_ONLY_READS, workspace.account()));
            }
            return new OpenWorkspace(workspace, database, new AccessService(database).me(), null);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private Database database(DatabaseAddress address, char[] password) {
        var mapping = ahead.mapping();
        return mapping.isPresent()
                ? Database.open(address, password, mapping.get(), onScreenThread)
                : Database.open(address, password, entities, onScreenThread);
    }

    private static boolean mayWrite(Database database) {
        try (var connection = database.dataSource().getConnection()) {
            return Rights.read(connection).mayWrite();
        } catch (SQLException e) {
            throw new Problem(ErrorCode.CONNECTION_LOST, e, database.address().hostList());
        }
    }
}
