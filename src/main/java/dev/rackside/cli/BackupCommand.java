package dev.rackside.cli;

import dev.rackside.text.Messages;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rackside backup}: backups of the workspace's database. */
@Command(name = "backup", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Backups of the workspace's database: taken and proved, restored, which there are, which go.")
final class BackupCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec command;

    /** With all that can be done with backups. */
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new BackupCommand())
                .addSubcommand(new BackupNowCommand(terminal))
                .addSubcommand(new BackupVerifyCommand(terminal))
                .addSubcommand(new BackupRestoreCommand(terminal))
                .addSubcommand(new BackupListCommand(terminal))
                .addSubcommand(new BackupKeyCommand(terminal))
                .addSubcommand(new BackupProofCommand(terminal))
                .addSubcommand(new BackupPruneCommand(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(command).commandLine(), Messages.get("cli.backup.which"));
    }
}
