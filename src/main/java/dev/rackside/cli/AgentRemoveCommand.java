package dev.rackside.cli;

import dev.rackside.backup.agent.AgentServices;
import dev.rackside.text.Messages;
import dev.rackside.workspace.Places;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code rackside agent remove}: the system runs the agent no more. */
@Command(name = "remove", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Ends the agent that this system runs, and takes away what was installed. Schedules and backups stay.")
final class AgentRemoveCommand implements Callable<Integer> {

    private final Terminal terminal;

    AgentRemoveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var service = AgentServices.ofThisSystem(Places.ofThisWorkstation().config());
        if (!service.installed()) {
            terminal.progress("cli.agent.not-installed", service.file());
            return ExitCode.OK;
        }
        service.remove();
        terminal.say(Messages.get("cli.agent.removed", service.file()));
        return ExitCode.OK;
    }
}
