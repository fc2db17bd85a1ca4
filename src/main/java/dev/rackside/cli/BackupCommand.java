package dev.rackside.cli;

import dev.rackside.text.Messages;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rackside backup}: what is done with backups stands in its subcommands. */
@Command(name = "backup", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Backups of a workspace's database, taken and proved.")
final class BackupCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(command).commandLine(), Messages.get("cli.backup.which"));
    }
}
