package dev.rackside.cli;

import dev.rackside.text.Messages;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rackside notices}: who is told of backups outside the window. */
@Command(name = "notices", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Who is told by mail or by Zapier's hook when a backup or its proof fails, is overdue or comes back. Set up per workstation and workspace; each thing is told once, whichever workstation sees it first.")
final class NoticesCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec command;

    /** With all that can be done with notices. */
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new NoticesCommand())
                .addSubcommand(new NoticesShowCommand(terminal))
                .addSubcommand(new NoticesMailCommand(terminal))
                .addSubcommand(new NoticesZapierCommand(terminal))
                .addSubcommand(new NoticesTestCommand(terminal))
                .addSubcommand(new NoticesOffCommand(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(command).commandLine(), Messages.get("cli.notices.which"));
    }
}
