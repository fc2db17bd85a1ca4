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
import dev.rackside.server.ServerProgram;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens workspaces: starts a local one's server, brings its tables up to date, connects, and finds out who is here. */
public final class WorkspaceOpener {

    /** What opening is at, as a message's key. */
    public enum Step {
        SERVER, TABLES, BACKUP, CONNECT
    }

    private final Places places;
    private final Collection<Class<?>> entities;
    private final BooleanSupplier onScreenThread;

    public WorkspaceOpener(Places places, Collection<Class<?>> entities, BooleanSupplier onScreenThread) {
        this.places = places;
        // A backup may have to be recorded, whatever the workspace is opened for.
        this.entities = Stream.concat(entities.stream(), BackupService.ENTITIES.stream())
                .collect(Collectors.toUnmodifiableSet());
        this.onScreenThread = onScreenThread;
    }

    /** Opens a local workspace; makes its data where there are none. Takes a second, the first time several. */
    public OpenWorkspace open(Workspace.Local workspace, Consumer<Step> progress) {
        progress.accept(Step.SERVER);
        var server = LocalServer.open(workspace.directory(), ServerProgram.find(places.cache().resolve("server")));
        try {
            var address = OpenWorkspace.addressOf(server);
            var password = server.account().password().toCharArray();
            progress.accept(Step.TABLES);
            var migrations = Migrations.at(address, password);
            var backup = brought(migrations, address, password, workspace, progress);
            progress.accept(Step.CONNECT);
            var database = Database.open(address, password, entities, onScreenThread);
            migrations.state().problem(address.database()).ifPresent(database::refuseWrites);
            var who = new AccessService(database).owner(workspace.owner(), workspace.owner());
            if (backup != null) {
                backup.record(database, who.username());
            }
            return new OpenWorkspace(workspace, database, who, server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
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
        var database = Database.open(address, password, entities, onScreenThread);
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

    private static boolean mayWrite(Database database) {
        try (var connection = database.dataSource().getConnection()) {
            return Rights.read(connection).mayWrite();
        } catch (SQLException e) {
            throw new Problem(ErrorCode.CONNECTION_LOST, e, database.address().hostList());
        }
    }
}
