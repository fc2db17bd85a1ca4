package dev.rackside.cli;

import dev.rackside.access.AccessService;
import dev.rackside.backup.BackupMaker;
import dev.rackside.backup.BackupService;
import dev.rackside.db.Database;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import java.util.Locale;
import java.util.Set;
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

    int with(Work work) {
        var address = options.address();
        if (address.isPresent()) {
            var password = options.password(terminal, address.get())
                    .orElseThrow(() -> options.misused("cli.options.password-needed"));
            try (var database = Database.open(address.get(), password, ENTITIES, () -> false)) {
                return at(database, new AccessService(database).me().username(), address.get().database(), work);
            } finally {
                DatabaseOptions.wipe(password);
            }
        }
        var workspace = options.workspace(new Workspaces(places))
                .orElseThrow(() -> options.misused("cli.exchanges.no-workspace"));
        return switch (workspace) {
            case Workspace.Local local -> {
                try (var opened = opener().open(local, this::step)) {
                    yield at(opened.database(), opened.who().username(), local.name(), work);
                }
            }
            case Workspace.Team team -> team(team, work);
        };
    }

    private int team(Workspace.Team team, Work work) {
        var password = options.password(terminal, team.address())
                .orElseThrow(() -> options.misused("cli.options.password-needed"));
        try (var opened = opener().open(team, password, this::step)) {
            return at(opened.database(), opened.who().username(), team.name(), work);
        } finally {
            DatabaseOptions.wipe(password);
        }
    }

    private WorkspaceOpener opener() {
        return new WorkspaceOpener(places, ENTITIES, () -> false);
    }

    private int at(Database database, String person, String name, Work work) {
        return work.with(new BackupMaker(database, backup.workshop(places, name), () -> person), database);
    }

    private void step(WorkspaceOpener.Step step) {
        terminal.progress("workspace.step." + step.name().toLowerCase(Locale.ROOT));
    }
}
