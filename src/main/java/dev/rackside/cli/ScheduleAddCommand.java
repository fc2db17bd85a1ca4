package dev.rackside.cli;

import dev.rackside.backup.BackupService;
import dev.rackside.backup.BackupType;
import dev.rackside.backup.ScheduleDraft;
import dev.rackside.backup.ScheduleService;
import dev.rackside.backup.VerifyLevel;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code rackside schedule add}: a new schedule, shown as the times that it means. */
@Command(name = "add", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Adds a schedule, and says when it is due: in words, and the next five times here.")
final class ScheduleAddCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    private final Terminal terminal;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private String name = "";

    @Option(names = "--cron", required = true, paramLabel = "EXPRESSION", description = "Second, minute, hour, day of the month, month, day of the week: \"0 30 2 * * *\" is every night at half past two.")
    private String cron = "";

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "The folder of its backups, on the computer that takes them.")
    private Path target = Path.of("");

    @Option(names = "--zone", paramLabel = "ZONE", description = "The time zone that is meant; this computer's where none is said.")
    private @Nullable String zone;

    @Option(names = "--type", paramLabel = "TYPE", defaultValue = "DAILY", description = "daily, weekly, monthly or manual (${DEFAULT-VALUE}).")
    private BackupType type = BackupType.DAILY;

    @Option(names = "--verify", paramLabel = "LEVEL", defaultValue = "COMPARE", description = "How far to prove each: none, hash, parse, restore or compare (${DEFAULT-VALUE}).")
    private VerifyLevel verify = VerifyLevel.COMPARE;

    @Option(names = "--keep", paramLabel = "N", description = "How many are kept; any number where nothing is said.")
    private @Nullable Integer keep;

    @Option(names = "--keep-days", paramLabel = "DAYS", description = "How long each is kept; for ever where nothing is said.")
    private @Nullable Integer days;

    @Option(names = "--missed-after", paramLabel = "MINUTES", defaultValue = "120", description = "How late it may be before it is overdue (${DEFAULT-VALUE}).")
    private int missedAfter;

    @Option(names = "--dry-run", description = "Only say when it would be due.")
    private boolean dryRun;

    @Option(names = "--json", description = "Tell it as one JSON object.")
    private boolean json;

    ScheduleAddCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var draft = new ScheduleDraft(name, Coded.of(type), cron, zone == null ? ZoneId.systemDefault().getId() : zone,
                target.toAbsolutePath().toString(), keep, days, null, null, null, Coded.of(verify), true, missedAfter);
        return new Opening(terminal, BackupService.ENTITIES).within(options, opened -> {
            var schedules = new ScheduleService(opened.database());
            var now = opened.database().ping();
            try {
                InvalidDraft.refuse(draft.violations());
                if (!dryRun) {
                    schedules.create(draft);
                }
            } catch (InvalidDraft e) {
                e.violations().forEach(violation -> terminal.err().println(
                        Messages.get("schedule.field." + violation.field()) + ": "
                                + Messages.get(violation.key(), violation.arguments().toArray())));
                return ExitCode.USAGE;
            }
            tell(draft, now);
            return ExitCode.OK;
        });
    }

    private void tell(ScheduleDraft draft, Instant now) {
        if (json) {
            var told = JSON.createObjectNode().put("added", !dryRun);
            ScheduleTold.add(told, draft, now);
            told.put("folderIsHere", Files.isDirectory(target));
            terminal.say(told.toString());
        } else {
            ScheduleTold.preview(terminal, draft, now);
            terminal.progress("schedule.overdue.agent");
            if (!Files.isDirectory(target)) {
                // Nor is it made: it may be another workstation's, and backups would come to lie in the wrong place.
                terminal.progress("cli.schedule.folder", target.toAbsolutePath());
            }
        }
    }
}
