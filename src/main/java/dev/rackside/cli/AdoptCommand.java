package dev.rackside.cli;

import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.Migrations;
import dev.rackside.db.SchemaPlan;
import dev.rackside.db.SchemaState;
import dev.rackside.db.SchemaState.Kind;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.Workspaces;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rackside adopt}: an administrator's explicit act that adds to a database what Rackside needs. */
@Command(name = "adopt", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Adds to a team's database what Rackside needs: for the first time to another program's database, later for a newer version. Shows what will be added, and asks for the backup that was taken and for the database's name first. Nothing that is there is dropped, renamed, narrowed or retyped.", footer = {
        "", "Exit code 0: done, or current already. 1: a problem. 4: not reached. 5: declined, nothing was changed."})
final class AdoptCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    @Option(names = "--backup", paramLabel = "NAME", description = "The backup that was taken before: a file or a place.")
    private @Nullable String backup;

    @Option(names = "--yes", description = "Don't ask for the database's name; for scripts, together with --backup.")
    private boolean yes;

    AdoptCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (yes && given(backup).isEmpty()) {
            throw options.misused("cli.adopt.yes-needs-backup");
        }
        var address = options.address().orElseGet(this::addressOfWorkspace);
        var password = options.password(terminal, address)
                .orElseThrow(() -> options.misused("cli.options.password-needed"));
        try {
            terminal.progress("cli.adopt.looking", address.database(), address.hostList());
            return adopt(address, Migrations.at(address, password));
        } finally {
            DatabaseOptions.wipe(password);
        }
    }

    private DatabaseAddress addressOfWorkspace() {
        var chosen = options.workspace(new Workspaces(Places.ofThisWorkstation()))
                .orElseThrow(() -> options.misused("cli.adopt.which"));
        return switch (chosen) {
            case Workspace.Team team -> team.address();
            case Workspace.Local local -> throw options.misused("cli.adopt.local", local.name());
        };
    }

    private int adopt(DatabaseAddress address, Migrations migrations) {
        var plan = migrations.plan();
        var before = plan.before();
        if (before.kind() == Kind.NEWER) {
            throw new Problem(ErrorCode.SCHEMA_NEWER, before.found(), before.known());
        }
        if (before.kind() == Kind.CURRENT) {
            terminal.say(Messages.get("cli.adopt.current", address.database(), before.known()));
            return ExitCode.OK;
        }
        show(address, plan);
        if (!plan.obstacles().isEmpty()) {
            return ExitCode.PROBLEM;
        }
        if (!confirmed(address, before)) {
            terminal.progress("cli.adopt.declined");
            return ExitCode.DECLINED;
        }
        terminal.progress("cli.adopt.working");
        var count = migrations.migrate();
        terminal.say(Messages.get("cli.adopt.done", address.database(), count, migrations.state().found()));
        given(backup).ifPresent(name -> terminal.say(Messages.get("cli.adopt.backup-was", name)));
        rules(migrations);
        return ExitCode.OK;
    }

    private void show(DatabaseAddress address, SchemaPlan plan) {
        var before = plan.before();
        var kind = before.interrupted() ? "interrupted" : key(before.kind());
        terminal.say(Messages.get("cli.adopt.state." + kind, address.database(), before.found(), before.known()));
        if (!plan.steps().isEmpty()) {
            terminal.say(Messages.get("cli.adopt.plan"));
        }
        plan.steps().forEach(step -> terminal.say("  " + Messages.get("schema.step." + key(step.act()), step.table(),
                String.join(", ", step.names()))));
        if (!plan.obstacles().isEmpty()) {
            terminal.say(Messages.get("cli.adopt.obstacles"));
            plan.obstacles().forEach(obstacle -> terminal.say("  "
                    + Messages.get("schema.obstacle." + key(obstacle.reason()), obstacle.table(), obstacle.found())));
        }
    }

    private boolean confirmed(DatabaseAddress address, SchemaState before) {
        if (before.kind() != Kind.EMPTY && given(backup).isEmpty()) {
            backup = terminal.ask("cli.adopt.ask-backup").orElse(null);
            if (given(backup).isEmpty()) {
                return false;
            }
        }
        return yes || terminal.ask("cli.adopt.ask-name", address.database()).filter(address.database()::equals)
                .isPresent();
    }

    private void rules(Migrations migrations) {
        terminal.progress("cli.doctor.counting");
        var rules = migrations.unenforcedRules();
        if (!rules.isEmpty()) {
            terminal.say(Messages.get("cli.adopt.rules", rules.size()));
            RuleLines.of(rules).forEach(line -> terminal.say("  " + line));
        }
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(name -> !name.isBlank());
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
