package dev.rackside.cli;

import dev.rackside.backup.BackupMaker;
import dev.rackside.backup.VerificationLevel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackside backup verify}: proves backups that were taken. */
@Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Proves backups: the file, the dump in it, a restore into a server that is thrown away, and a comparison with what was dumped.")
final class BackupVerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private BackupOptions backup = new BackupOptions();

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @Option(names = "--level", paramLabel = "LEVEL", defaultValue = "COMPARE", description = "How far: hash, parse, restore or compare (${DEFAULT-VALUE}).")
    private VerificationLevel level = VerificationLevel.COMPARE;

    BackupVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Which backups. */
    private static final class Which {

        @Parameters(paramLabel = "ID", arity = "0..1", description = "The backup's id.")
        private @Nullable UUID id;

        @Option(names = "--latest", description = "The newest backup.")
        private boolean latest;

        @Option(names = "--all-unverified", description = "All that nobody looked at whole, the newest first.")
        private boolean allUnverified;

        private List<UUID> of(BackupMaker maker) {
            if (allUnverified) {
                return maker.unverified();
            }
            return latest ? maker.newest().stream().toList() : Optional.ofNullable(id).stream().toList();
        }
    }

    @Override
    public Integer call() {
        return new BackupDesk(terminal, options, backup).with((maker, _) -> {
            var told = new BackupTold(terminal, backup.json());
            var code = ExitCode.OK;
            var backups = which.of(maker);
            for (var id : backups) {
                code = Math.max(code, told.proved(id, maker.prove(id, level, told.watch()), level));
            }
            told.end();
            // Nothing was proved by looking at nothing.
            return backups.isEmpty() && !which.allUnverified ? told.none() : code;
        });
    }
}
