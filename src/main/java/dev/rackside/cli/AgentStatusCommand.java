package dev.rackside.cli;

import dev.rackside.backup.agent.AgentServices;
import dev.rackside.text.Messages;
import dev.rackside.workspace.AgentLock;
import dev.rackside.workspace.Places;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code rackside agent status}: whether an agent is installed, and whether it runs. */
@Command(name = "status", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Says whether an agent is installed here, and whether it runs. Ends with 1 where none runs.")
final class AgentStatusCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    private final Terminal terminal;

    @Option(names = "--json", description = "Tell it as one JSON object.")
    private boolean json;

    AgentStatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var places = Places.ofThisWorkstation();
        var service = AgentServices.ofThisSystem(places.config());
        var runs = AgentLock.runs(places);
        if (json) {
            var told = JSON.createObjectNode().put("installed", service.installed())
                    .put("file", service.file().toString()).put("runs", runs);
            told.put("process", runs ? Long.valueOf(AgentLock.holder(places)) : null);
            terminal.say(told.toString());
        } else {
            terminal.say(Messages.get(service.installed() ? "cli.agent.is-installed" : "cli.agent.not-installed",
                    service.file()));
            terminal.say(runs
                    ? Messages.get("cli.agent.is-running", String.valueOf(AgentLock.holder(places)))
                    : Messages.get("cli.agent.not-running"));
        }
        return runs ? ExitCode.OK : ExitCode.PROBLEM;
    }
}
