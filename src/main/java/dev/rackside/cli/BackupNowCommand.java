package dev.rackside.cli;

import dev.rackside.backup.BackupService;
import dev.rackside.backup.BackupType;
import dev.rackside.backup.VerificationLevel;
import dev.rackside.backup.VerifyLevel;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rackside backup now}: takes a backup, and proves it at once. */
@Command(name = "now", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Takes a backup of the database, restores it into a server that is thrown away, and compares the two.")
final class BackupNowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private BackupOptions backup = new BackupOptions();

    @Option(names = "--type", paramLabel = "TYPE", defaultValue = "MANUAL", description = "daily, weekly, monthly, manual or pre_migration (${DEFAULT-VALUE}).")
    private BackupType type = BackupType.MANUAL;

    @Option(names = "--verify", paramLabel = "LEVEL", defaultValue = "COMPARE", description = "How far to prove it: none, hash, parse, restore or compare (${DEFAULT-VALUE}).")
    private VerifyLevel verify = VerifyLevel.COMPARE;

    BackupNowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new BackupDesk(terminal, options, backup).with((maker, database) -> {
            var told = new BackupTold(terminal, backup.json());
            try {
                var id = maker.take(type, told.watch());
                var detail = new BackupService(database).detail(id);
                told.taken(detail);
                if (verify == VerifyLevel.NONE) {
                    told.end();
                    return ExitCode.OK;
                }
                var level = VerificationLevel.valueOf(verify.name());
                var code = told.proved(id, maker.prove(id, level, told.watch()), level);
                told.end();
                return code;
            } catch (Problem e) {
                if (e.code() != ErrorCode.BACKUP_NOT_TAKEN) {
                    throw e;
                }
                told.failed(e);
                told.end();
                return ExitCode.NOT_TAKEN;
            }
        });
    }
}
