package dev.rackside.cli;

import dev.rackside.backup.BackupService;
import dev.rackside.backup.ScheduleService;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Switches a schedule on or off. */
abstract class ScheduleSwitchCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    private final Terminal terminal;
    private final boolean on;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Parameters(paramLabel = "NAME", description = "The schedule's name.")
    private String name = "";

    @Option(names = "--json", description = "Tell it as one JSON object.")
    private boolean json;

    ScheduleSwitchCommand(Terminal terminal, boolean on) {
        this.terminal = terminal;
        this.on = on;
    }

    /** {@code rackside schedule enable}. */
    @Command(name = "enable", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Switches a schedule on; its next time is planned from now.")
    static final class Enable extends ScheduleSwitchCommand {
        Enable(Terminal terminal) {
            super(terminal, true);
        }
    }

    /** {@code rackside schedule disable}. */
    @Command(name = "disable", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Switches a schedule off; nothing is overdue by it then.")
    static final class Disable extends ScheduleSwitchCommand {
        Disable(Terminal terminal) {
            super(terminal, false);
        }
    }

    @Override
    public Integer call() {
        return new Opening(terminal, BackupService.ENTITIES).within(options, opened -> {
            var schedules = new ScheduleService(opened.database());
            var loaded = schedules.load(ScheduleCommand.named(schedules, name).id());
            schedules.save(loaded, loaded.draft().enabled(on));
            var detail = schedules.detail(loaded.id());
            if (json) {
                var told = JSON.createObjectNode();
                ScheduleTold.add(told, detail);
                terminal.say(told.toString());
            } else {
                terminal.say(ScheduleTold.line(detail));
            }
            return ExitCode.OK;
        });
    }
}
