package dev.rackside.cli;

import dev.rackside.backup.BackupService;
import dev.rackside.backup.ScheduleDetail;
import dev.rackside.backup.ScheduleService;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code rackside schedule list}: the schedules, and whether one is overdue. */
@Command(name = "list", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Lists the schedules, the next one first, and who ran each last. Ends with 9 where one is overdue.")
final class ScheduleListCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    private final Terminal terminal;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Option(names = "--json", description = "Tell them as one JSON array.")
    private boolean json;

    ScheduleListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new Opening(terminal, BackupService.ENTITIES).within(options, opened -> {
            var schedules = new ScheduleService(opened.database());
            var details = schedules.all().stream().map(row -> schedules.detail(row.id())).toList();
            if (json) {
                var told = JSON.createArrayNode();
                details.forEach(detail -> ScheduleTold.add(told.addObject(), detail));
                terminal.say(told.toString());
            } else {
                details.forEach(detail -> terminal.say(ScheduleTold.line(detail)));
            }
            var overdue = details.stream().anyMatch(ScheduleDetail::overdue);
            if (overdue && !json) {
                terminal.progress("schedule.overdue.remedy");
            }
            return overdue ? ExitCode.OVERDUE : ExitCode.OK;
        });
    }
}
