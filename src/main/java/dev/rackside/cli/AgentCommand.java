package dev.rackside.cli;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import dev.rackside.workspace.KeyringPasswords;
import dev.rackside.workspace.Passwords;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.Workspaces;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rackside agent}: schedules without a window. */
@Command(name = "agent", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Runs schedules while no window is open: as a service of this system, or in this terminal.")
final class AgentCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec command;

    static CommandLine line(Terminal terminal) {
        return line(terminal, new KeyringPasswords());
    }

    static CommandLine line(Terminal terminal, Passwords passwords) {
        return new CommandLine(new AgentCommand())
                .addSubcommand(new AgentRunCommand(terminal, passwords))
                .addSubcommand(new AgentInstallCommand(terminal, passwords))
                .addSubcommand(new AgentRemoveCommand(terminal))
                .addSubcommand(new AgentStatusCommand(terminal));
    }

    /**
     * The workspaces of these names, or the one that was opened last.
     *
     * @throws Problem WORKSPACE_UNKNOWN; AGENT_NO_PASSWORD where one can't be signed in to without a person
     */
    static List<Workspace> workspaces(Workspaces known, List<String> names, Passwords passwords) {
        var all = names.isEmpty()
                ? known.last().stream().toList()
                : names.stream().map(name -> known.named(name)
                        .orElseThrow(() -> new Problem(ErrorCode.WORKSPACE_UNKNOWN, name))).toList();
        for (var workspace : all) {
            if (workspace instanceof Workspace.Team team) {
                DatabaseOptions.wipe(passwords.find(team)
                        .orElseThrow(() -> new Problem(ErrorCode.AGENT_NO_PASSWORD, team.name())));
            }
        }
        return all;
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(command).commandLine(), Messages.get("cli.agent.which"));
    }
}
