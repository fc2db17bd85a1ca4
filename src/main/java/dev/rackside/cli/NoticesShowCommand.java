package dev.rackside.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rackside notices show}: what is sent to whom, and what became of the newest. */
@Command(name = "show", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Shows by what this workstation tells of the workspace's backups, and the newest 20 notices of all workstations with what became of each.")
final class NoticesShowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Option(names = "--json", description = "Tell it as one JSON object.")
    private boolean json;

    NoticesShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new NoticesDesk(terminal, options).with(notices -> {
            new NoticesTold(terminal, json).show(notices);
            return ExitCode.OK;
        });
    }
}
