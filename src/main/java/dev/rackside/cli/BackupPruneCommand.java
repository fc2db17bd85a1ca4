package dev.rackside.cli;

import dev.rackside.access.Role;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.PrunePlan;
import dev.rackside.backup.PruneService;
import dev.rackside.backup.RetentionWords;
import dev.rackside.backup.Workstation;
import dev.rackside.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code rackside backup prune}: removes what the schedules' rules let go. */
@Command(name = "prune", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Removes the files of backups that the rules of their schedules let go: by count, by age, and but for the newest of days, weeks and months. The newest, the newest good and the newest proved one always stay. Only an administrator of the workspace may.")
final class BackupPruneCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    private final Terminal terminal;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DatabaseOptions options;

    @Option(names = "--dry-run", description = "Only say what would be kept and what would go, and why.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Remove without asking.")
    private boolean yes;

    @Option(names = "--json", description = "Tell it as one JSON object.")
    private boolean json;

    BackupPruneCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (dryRun && yes) {
            throw options.misused("cli.exchanges.dry-or-yes");
        }
        if (json && !dryRun && !yes) {
            throw options.misused("cli.exchanges.json-asks-nothing");
        }
        return new Opening(terminal, BackupService.ENTITIES).within(options,
                opened -> run(new PruneService(opened.database(), opened.who()::username,
                        () -> opened.who().role().known() == Role.ADMINISTRATOR, Workstation.name())));
    }

    private int run(PruneService retention) {
        var plans = retention.plan();
        if (!json) {
            plans.forEach(this::say);
        }
        var count = plans.stream().mapToInt(plan -> plan.going().size()).sum();
        if (dryRun || count == 0) {
            return told(plans, List.of());
        }
        // Before asking: nobody answers a question for nothing.
        retention.refuseOthers();
        if (!yes && !Opening.saidYes(terminal, "cli.backup.prune.ask", count)) {
            terminal.progress("cli.exchanges.declined");
            return ExitCode.DECLINED;
        }
        return told(plans, retention.prune(plans, done -> {
            terminal.progress("cli.backup.prune.at", String.valueOf(done.row().filePath()),
                    RetentionWords.state(done.state()));
            return true;
        }));
    }

    private void say(PrunePlan plan) {
        terminal.say(Messages.get("cli.backup.prune.rule", plan.name(), RetentionWords.rule(plan.rule()),
                plan.lines().size() - plan.going().size(), plan.going().size()));
        for (var line : plan.lines()) {
            var file = line.file();
            terminal.say("  %-5s  %s  %s%s".formatted(
                    Messages.get(line.goes() ? "backup.retention.goes" : "backup.retention.stays"),
                    line.row().filePath(), RetentionWords.reasons(line.verdict()),
                    file == null ? "" : ". " + RetentionWords.state(file)));
        }
    }

    private int told(List<PrunePlan> plans, List<PruneService.Done> done) {
        var left = done.stream().filter(one -> !one.gone()).count();
        if (json) {
            terminal.say(json(plans, done));
        } else if (!done.isEmpty()) {
            terminal.say(Messages.get("cli.backup.prune.done", done.size() - left, left));
        }
        return left == 0 ? ExitCode.OK : ExitCode.PROBLEM;
    }

    private String json(List<PrunePlan> plans, List<PruneService.Done> done) {
        var told = JSON.createObjectNode().put("dryRun", dryRun);
        var schedules = told.putArray("schedules");
        for (var plan : plans) {
            var schedule = schedules.addObject().put("schedule", plan.name());
            schedule.putObject("rule").put("count", plan.rule().count()).put("days", plan.rule().days())
                    .put("daily", plan.rule().daily()).put("weekly", plan.rule().weekly())
                    .put("monthly", plan.rule().monthly()).put("timeZone", plan.rule().zone().getId());
            var backups = schedule.putArray("backups");
            for (var line : plan.lines()) {
                var backup = backups.addObject().put("id", line.row().id().toString())
                        .put("file", line.row().filePath()).put("goes", line.goes())
                        .put("fileState", line.file() == null ? null : code(line.file()));
                var reasons = backup.putArray("reasons");
                line.verdict().reasons().forEach(reason -> reasons.addObject().put("reason", code(reason.kind()))
                        .put("detail", reason.detail()));
            }
        }
        var removed = told.putArray("removed");
        done.forEach(one -> removed.addObject().put("id", one.row().id().toString())
                .put("file", one.row().filePath()).put("state", code(one.state())).put("gone", one.gone()));
        return told.toString();
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
