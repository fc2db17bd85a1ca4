package dev.rackside.cli;

import dev.rackside.backup.BackupService;
import dev.rackside.backup.ScheduleRunner;
import dev.rackside.backup.ScheduleService;
import dev.rackside.backup.SlotResult;
import dev.rackside.backup.VerificationLevel;
import dev.rackside.backup.VerifyLevel;
import dev.rackside.db.Database;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rackside schedule run}: a schedule's backup now, by the same lease as at its time. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Takes a schedule's backup now, proves it as far as the schedule asks, and removes what its rule lets go. Where one is due it is that one; where somebody else is at it, nothing is done.")
final class ScheduleRunCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private BackupOptions backup = new BackupOptions();

    @Parameters(paramLabel = "NAME", description = "The schedule's name.")
    private String name = "";

    ScheduleRunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new BackupDesk(terminal, options, backup).with((maker, database) -> {
            var told = new BackupTold(terminal, backup.json());
            var schedule = ScheduleCommand.named(new ScheduleService(database), name);
            var runner = new ScheduleRunner(database, maker, notice -> terminal.err().println(notice.sentence()));
            var result = runner.now(schedule.id(), told.watch());
            var wanted = schedule.verifyLevel().known();
            var level = wanted == null || wanted == VerifyLevel.NONE ? null : VerificationLevel.valueOf(wanted.name());
            return told(told, database, result, level);
        });
    }

    private static int told(BackupTold told, Database database, SlotResult result,
            @Nullable VerificationLevel level) {
        return switch (result) {
            case SlotResult.Done done -> {
                told.taken(new BackupService(database).detail(done.backup()));
                var proof = done.proof();
                var code = proof == null || level == null
                        ? done.asAsked() ? ExitCode.OK : ExitCode.NOT_PROVED
                        : told.proved(done.backup(), proof, level);
                told.end();
                yield code;
            }
            case SlotResult.Taken taken -> throw new Problem(ErrorCode.SLOT_TAKEN, taken.name(), taken.holder());
            case SlotResult.Failed failed -> {
                if (failed.problem().code() != ErrorCode.BACKUP_NOT_TAKEN) {
                    throw failed.problem();
                }
                told.failed(failed.problem());
                told.end();
                yield ExitCode.NOT_TAKEN;
            }
            case SlotResult.Lost _,SlotResult.Cancelled _,SlotResult.Nothing _ -> ExitCode.NOT_TAKEN;
        };
    }
}
