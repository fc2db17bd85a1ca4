package dev.rackside.cli;

import dev.rackside.backup.agent.AgentServices;
import dev.rackside.text.Messages;
import dev.rackside.workspace.Passwords;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
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

/** {@code rackside agent install}: the agent as a service of this system. */
@Command(name = "install", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Has this system run the agent whenever you are signed in: a systemd user service, a task of Windows, a launch agent of macOS.")
final class AgentInstallCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Passwords passwords;

    @Option(names = "--workspace", paramLabel = "NAME", description = "A workspace; may be said several times. The one opened last where nothing is named.")
    private List<String> names = List.of();

    @Spec
    private @Nullable CommandSpec command;

    AgentInstallCommand(Terminal terminal, Passwords passwords) {
        this.terminal = terminal;
        this.passwords = passwords;
    }

    @Override
    public Integer call() {
        var places = Places.ofThisWorkstation();
        var workspaces = AgentCommand.workspaces(new Workspaces(places), names, passwords);
        if (workspaces.isEmpty()) {
            throw new ParameterException(Objects.requireNonNull(command).commandLine(),
                    Messages.get("cli.exchanges.no-workspace"));
        }
        var service = AgentServices.ofThisSystem(places.config());
        service.install(AgentProgram.command(workspaces.stream().map(Workspace::name).toList()));
        terminal.say(Messages.get("cli.agent.installed", service.file()));
        if (!service.hint().isEmpty()) {
            terminal.progress(service.hint());
        }
        return ExitCode.OK;
    }
}
