package dev.rackside.cli;

import dev.rackside.integration.Retention;
import dev.rackside.integration.RetentionPlan;
import dev.rackside.text.Messages;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Removes old exchanges in a terminal: says what, asks, and tells how it went. */
final class Pruning {

    private static final JsonMapper JSON = new JsonMapper();

    private final Terminal terminal;
    private final Retention retention;
    private final boolean json;

    Pruning(Terminal terminal, Retention retention, boolean json) {
        this.terminal = terminal;
        this.retention = retention;
        this.json = json;
    }

    /**
     * @param dryRun whether nothing is removed
     * @param yes whether nobody is asked
     */
    int run(boolean dryRun, boolean yes) {
        var plan = retention.plan();
        if (!json) {
            say(plan);
        }
        if (dryRun || plan.count() == 0) {
            return told(plan, dryRun, 0);
        }
        // Before asking: nobody answers a question for nothing.
        retention.refuseOthers();
        if (!yes && !terminal.ask("cli.exchanges.ask", plan.count()).filter(Messages.get("cli.exchanges.yes")::equals)
                .isPresent()) {
            terminal.progress("cli.exchanges.declined");
            return ExitCode.DECLINED;
        }
        var removed = retention.prune(plan, gone -> {
            terminal.progress("exchange.retention.at", gone, plan.count());
            return true;
        });
        return told(plan, false, removed.count());
    }

    private void say(RetentionPlan plan) {
        terminal.say(Messages.get("exchange.retention.due", plan.count()));
        for (var part : plan.parts()) {
            terminal.say("%-12s  %s".formatted(Objects.requireNonNullElse(part.system(), "-"), Messages.get(
                    "exchange.retention.part", part.count(), part.oldest().toString().substring(0, 10),
                    part.newest().toString().substring(0, 10))));
        }
    }

    private int told(RetentionPlan plan, boolean dryRun, long removed) {
        if (json) {
            terminal.say(json(plan, dryRun, removed));
        } else if (!dryRun && plan.count() > 0) {
            terminal.say(Messages.get("exchange.retention.removed", removed));
        }
        return ExitCode.OK;
    }

    private static String json(RetentionPlan plan, boolean dryRun, long removed) {
        var told = JSON.createObjectNode().put("asOf", plan.asOf().toString());
        told.putObject("rule").put("succeededDays", Retention.SUCCEEDED_DAYS).put("failedDays",
                Retention.FAILED_DAYS);
        var parts = told.putArray("due");
        plan.parts().forEach(part -> parts.addObject().put("system", part.system()).put("count", part.count())
                .put("oldest", part.oldest().toString()).put("newest", part.newest().toString()));
        return told.put("count", plan.count()).put("dryRun", dryRun).put("removed", removed).toString();
    }
}
