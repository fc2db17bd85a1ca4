package dev.rackside.cli;

import dev.rackside.text.Messages;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rackside updates}: whether there is a newer Rackside. */
@Command(name = "updates", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Whether there is a newer Rackside. Nothing is ever fetched or installed.")
final class UpdatesCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec command;

    /** With all that can be done about newer versions. */
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new UpdatesCommand()).addSubcommand(new UpdatesCheckCommand(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(command).commandLine(), Messages.get("cli.updates.which"));
    }
}
