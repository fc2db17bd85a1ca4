package dev.rackside.cli;

import dev.rackside.access.AccessService;
import dev.rackside.backup.BackupMaker;
import dev.rackside.backup.BackupRestorer;
import dev.rackside.backup.BackupService;
import dev.rackside.db.Database;
import dev.rackside.workspace.OpenWorkspace;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import java.sql.Connection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Opens the database that the options name, and gives the door to its backups. */
final class BackupDesk {

    static final Set<Class<?>> ENTITIES = Stream.of(AccessService.ENTITIES, BackupService.ENTITIES)
            .flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private final Terminal terminal;
    private final DatabaseOptions options;
    private final BackupOptions backup;
    private final Places places = Places.ofThisWorkstation();

    BackupDesk(Terminal terminal, DatabaseOptions options, BackupOptions backup) {
        this.terminal = terminal;
        this.options = options;
        this.backup = backup;
    }

    /** What is done with backups; gives the exit code. */
    interface Work {
        int with(BackupMaker maker, Database database);
    }

    /** What is done with restores; gives the exit code. */
    interface Restoring {
        int with(BackupRestorer restorer, BackupMaker maker, Database database);
    }

    /** An open database, for all that is done here. */
    private interface At {
        int at(Database database, String person, String name, Supplier<Optional<Connection>> administrator);
    }

    int with(Work work) {
        return opened((database, person, name, _) -> work
                .with(new BackupMaker(database, backup.workshop(places, name), () -> person), database));
    }

    int restoring(Restoring work) {
        return opened((database, person, name, administrator) -> {
            var workshop = backup.workshop(places, name);
            return work.with(new BackupRestorer(database, workshop, () -> person, administrator),
                    new BackupMaker(database, workshop, () -> person), database);
        });
    }

    private int opened(At work) {
        var address = options.address();
        if (address.isPresent()) {
            var password = options.password(terminal, address.get())
                    .orElseThrow(() -> options.misused("cli.options.password-needed"));
            try (var database = Database.open(address.get(), password, ENTITIES, () -> false)) {
                return work.at(database, new AccessService(database).me().username(), address.get().database(),
                        Optional::empty);
            } finally {
                DatabaseOptions.wipe(password);
            }
        }
        var workspace = options.workspace(new Workspaces(places))
                .orElseThrow(() -> options.misused("cli.exchanges.no-workspace"));
        return switch (workspace) {
            case Workspace.Local local -> at(opener().open(local, this::step), work);
            case Workspace.Team team -> team(team, work);
        };
    }

    private int team(Workspace.Team team, At work) {
        var password = options.password(terminal, team.address())
                .orElseThrow(() -> options.misused("cli.options.password-needed"));
        try {
            return at(opener().open(team, password, this::step), work);
        } finally {
            DatabaseOptions.wipe(password);
        }
    }

    private static int at(OpenWorkspace opened, At work) {
        try (opened) {
            return work.at(opened.database(), opened.who().username(), opened.workspace().name(),
                    opened::administrator);
        }
    }

    private WorkspaceOpener opener() {
        return new WorkspaceOpener(places, ENTITIES, () -> false);
    }

    private void step(WorkspaceOpener.Step step) {
        terminal.progress("workspace.step." + step.name().toLowerCase(Locale.ROOT));
    }
}
