package dev.rackside.cli;

import dev.rackside.access.AccessService;
import dev.rackside.access.Who;
import dev.rackside.db.Database;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.text.Messages;
import dev.rackside.workspace.OpenWorkspace;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens the database that a command's options name, and closes it when the work is done. */
final class Opening {

    private final Terminal terminal;
    private final Set<Class<?>> entities;

    /** @param rooms the classes that the work's rooms map, beside those of the people */
    Opening(Terminal terminal, Set<Class<?>> rooms) {
        this.terminal = terminal;
        entities = Stream.of(AccessService.ENTITIES, rooms).flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * An open database.
     *
     * @param who signed in
     * @param settings the folder of what this workstation keeps of the workspace; null where an address was given
     * @param name the workspace's, or the database's where an address was given
     */
    record Opened(Database database, Who who, @Nullable Path settings, String name) {}

    /** What is done with it; gives the exit code. */
    interface Work {
        int with(Opened opened);
    }

    int within(DatabaseOptions options, Work work) {
        var address = options.address();
        if (address.isPresent()) {
            return with(options, address.get(), password -> {
                try (var database = Database.open(address.get(), password, entities, () -> false)) {
                    return work.with(new Opened(database, new AccessService(database).me(), null,
                            address.get().database()));
                }
            });
        }
        var places = Places.ofThisWorkstation();
        var workspaces = new Workspaces(places);
        var workspace = options.workspace(workspaces)
                .orElseThrow(() -> options.misused("cli.exchanges.no-workspace"));
        var settings = workspaces.settings(workspace);
        var opener = new WorkspaceOpener(places, entities, () -> false);
        return switch (workspace) {
            case Workspace.Local local -> with(opener.open(local, this::step), settings, work);
            case Workspace.Team team -> with(options, team.address(),
                    password -> with(opener.open(team, password, this::step), settings, work));
        };
    }

    private int with(DatabaseOptions options, DatabaseAddress address, Function<char[], Integer> work) {
        var password = options.password(terminal, address)
                .orElseThrow(() -> options.misused("cli.options.password-needed"));
        try {
            return work.apply(password);
        } finally {
            DatabaseOptions.wipe(password);
        }
    }

    private static int with(OpenWorkspace opened, Path settings, Work work) {
        try (opened) {
            return work.with(new Opened(opened.database(), opened.who(), settings, opened.workspace().name()));
        }
    }

    private void step(WorkspaceOpener.Step step) {
        terminal.progress("workspace.step." + step.name().toLowerCase(Locale.ROOT));
    }

    /** One word of a message that somebody has to type. */
    static boolean saidYes(Terminal terminal, String key, Object... arguments) {
        return terminal.ask(key, arguments).filter(Messages.get("cli.exchanges.yes")::equals).isPresent();
    }
}
