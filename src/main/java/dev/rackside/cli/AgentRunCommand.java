package dev.rackside.cli;

import dev.rackside.settings.LogFile;
import dev.rackside.text.Messages;
import dev.rackside.workspace.AgentLock;
import dev.rackside.workspace.Passwords;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspaces;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rackside agent run}: the agent itself, until it is told to end. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Runs the schedules of workspaces until it is told to end (Ctrl+C, SIGTERM); what is under way is cancelled then, and nothing of it is left. Signs in by what the system's keyring keeps, never by a person.")
final class AgentRunCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Passwords passwords;

    @Option(names = "--workspace", paramLabel = "NAME", description = "A workspace; may be said several times. The one opened last where nothing is named.")
    private List<String> names = List.of();

    @Spec
    private @Nullable CommandSpec command;

    AgentRunCommand(Terminal terminal, Passwords passwords) {
        this.terminal = terminal;
        this.passwords = passwords;
    }

    @Override
    public Integer call() throws InterruptedException {
        var places = Places.ofThisWorkstation();
        var workspaces = AgentCommand.workspaces(new Workspaces(places), names, passwords);
        if (workspaces.isEmpty()) {
            throw new ParameterException(Objects.requireNonNull(command).commandLine(),
                    Messages.get("cli.exchanges.no-workspace"));
        }
        try (var _ = AgentLock.take(places)) {
            // A file of its own: the window's is written by the window.
            new LogFile(places.logs().resolve("agent"));
            terminal.progress("cli.agent.runs", workspaces.size(), places.logs().resolve("agent"));
            new Agent(places, passwords, workspaces).run();
            return ExitCode.OK;
        }
    }
}
