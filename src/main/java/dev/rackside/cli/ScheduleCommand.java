package dev.rackside.cli;

import dev.rackside.backup.ScheduleRow;
import dev.rackside.backup.ScheduleService;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rackside schedule}: when backups are taken. */
@Command(name = "schedule", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "When backups are taken: which schedules there are, a new one, switched on or off, run now.")
final class ScheduleCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec command;

    /** With all that can be done with schedules. */
    static CommandLine line(Terminal terminal) {
        return new CommandLine(new ScheduleCommand())
                .addSubcommand(new ScheduleListCommand(terminal))
                .addSubcommand(new ScheduleAddCommand(terminal))
                .addSubcommand(new ScheduleSwitchCommand.Enable(terminal))
                .addSubcommand(new ScheduleSwitchCommand.Disable(terminal))
                .addSubcommand(new ScheduleRunCommand(terminal));
    }

    /** @throws Problem SCHEDULE_UNKNOWN */
    static ScheduleRow named(ScheduleService schedules, String name) {
        return schedules.named(name).orElseThrow(() -> new Problem(ErrorCode.SCHEDULE_UNKNOWN, name));
    }

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(command).commandLine(), Messages.get("cli.schedule.which"));
    }
}
