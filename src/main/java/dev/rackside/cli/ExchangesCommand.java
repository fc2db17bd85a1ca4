package dev.rackside.cli;

import dev.rackside.access.Role;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.Retention;
import dev.rackside.text.Messages;
import java.util.Objects;
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
        return new Opening(terminal, ExchangeService.ENTITIES).within(options,
                opened -> new Pruning(terminal, new Retention(opened.database(), opened.who()::username,
                        () -> opened.who().role().known() == Role.ADMINISTRATOR), json).run(dryRun, yes));
    }
}
