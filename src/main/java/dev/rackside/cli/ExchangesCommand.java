package dev.rackside.cli;

import dev.rackside.access.AccessService;
import dev.rackside.access.Role;
import dev.rackside.access.Who;
import dev.rackside.db.Database;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.Retention;
import dev.rackside.text.Messages;
import dev.rackside.workspace.OpenWorkspace;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.WorkspaceOpener;
import dev.rackside.workspace.Workspaces;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rackside exchanges}: the log of exchanges with outside systems. */
@Command(name = "exchanges", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "The log of exchanges with outside systems.")
final class ExchangesCommand implements Runnable {

    private static final Set<Class<?>> ENTITIES = Stream.of(AccessService.ENTITIES, ExchangeService.ENTITIES)
            .flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec command;

    ExchangesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(command).commandLine(),
                Messages.get("cli.exchanges.which"));
    }

    @Command(name = "prune", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Removes exchanges that are older than the rule keeps them: what succeeded after 400 days, what failed after 800. What is unknown, pending or not recorded stays, and so does what is about a ticket that is linked and not closed. Only an administrator of the workspace may.")
    int prune(@Mixin DatabaseOptions options,
            @Option(names = "--dry-run", description = "Only say what would be removed.") boolean dryRun,
            @Option(names = "--yes", description = "Remove without asking.") boolean yes,
            @Option(names = "--json", description = "Tell it as one JSON object.") boolean json) {
        if (dryRun && yes) {
            throw options.misused("cli.exchanges.dry-or-yes");
        }
        if (json && !dryRun && !yes) {
            throw options.misused("cli.exchanges.json-asks-nothing");
        }
        return within(options, (database, who) -> new Pruning(terminal, new Retention(database, who::username,
                () -> who.role().known() == Role.ADMINISTRATOR), json).run(dryRun, yes));
    }

    /** What is done with a database, by somebody. */
    private interface Work {
        int with(Database database, Who who);
    }

    private int within(DatabaseOptions options, Work work) {
        var address = options.address();
        if (address.isPresent()) {
            return with(options, address.get(), password -> {
                try (var database = Database.open(address.get(), password, ENTITIES, () -> false)) {
                    return work.with(database, new AccessService(database).me());
                }
            });
        }
        var places = Places.ofThisWorkstation();
        var workspace = options.workspace(new Workspaces(places))
                .orElseThrow(() -> options.misused("cli.exchanges.no-workspace"));
        var opener = new WorkspaceOpener(places, ENTITIES, () -> false);
        return switch (workspace) {
            case Workspace.Local local -> with(opener.open(local, this::step), work);
            case Workspace.Team team -> with(options, team.address(),
                    password -> with(opener.open(team, password, this::step), work));
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

    private static int with(OpenWorkspace opened, Work work) {
        try (opened) {
            return work.with(opened.database(), opened.who());
        }
    }

    private void step(WorkspaceOpener.Step step) {
        terminal.progress("workspace.step." + step.name().toLowerCase(Locale.ROOT));
    }
}
