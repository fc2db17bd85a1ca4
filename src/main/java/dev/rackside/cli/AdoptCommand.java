package dev.rackside.cli;

import dev.rackside.access.AccessService;
import dev.rackside.backup.PreMigration;
import dev.rackside.db.Database;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.Migrations;
import dev.rackside.db.SchemaPlan;
import dev.rackside.db.SchemaState.Kind;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import dev.rackside.workspace.Places;
import dev.rackside.workspace.Workspace;
import dev.rackside.workspace.Workspaces;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rackside adopt}: an administrator's explicit act that adds to a database what Rackside needs. */
@Command(name = "adopt", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Adds to a team's database what Rackside needs: for the first time to another program's database, later for a newer version. Shows what will be added, asks for the database's name, and takes a backup first. Nothing that is there is dropped, renamed, narrowed or retyped.", footer = {
        "", "Exit code 0: done, or current already. 1: a problem. 4: not reached. 5: declined, nothing was changed."})
final class AdoptCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final DatabaseOptions options = new DatabaseOptions();

    @Option(names = "--backup-to", paramLabel = "DIR", description = "The folder of the backup that is taken before, in place of the one in Rackside's own data folder.")
    private @Nullable Path target;

    @Option(names = "--tools", paramLabel = "DIR", description = "The folder of the MariaDB programs to take it with, in place of the bundled ones.")
    private @Nullable Path tools;

    @Option(names = "--yes", description = "Don't ask for the database's name; for scripts.")
    private boolean yes;

    AdoptCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var address = options.address().orElseGet(this::addressOfWorkspace);
        var password = options.password(terminal, address)
                .orElseThrow(() -> options.misused("cli.options.password-needed"));
        try {
            terminal.progress("cli.adopt.looking", address.database(), address.hostList());
            return adopt(address, password, Migrations.at(address, password));
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

    private int adopt(DatabaseAddress address, char[] password, Migrations migrations) {
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
        if (!confirmed(address)) {
            terminal.progress("cli.adopt.declined");
            return ExitCode.DECLINED;
        }
        terminal.progress("cli.adopt.working");
        var places = Places.ofThisWorkstation();
        var migrated = PreMigration.migrate(migrations, address, password, Tools.workshop(places,
                address.database(), target, tools), new BackupTold(terminal, false).watch());
        terminal.say(Messages.get("cli.adopt.done", address.database(), migrated.count(), migrations.state().found()));
        record(address, password, migrated.backup());
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

    private void record(DatabaseAddress address, char[] password, @Nullable PreMigration backup) {
        if (backup != null) {
            try (var database = Database.open(address, password, BackupDesk.ENTITIES, () -> false)) {
                backup.record(database, new AccessService(database).me().username());
            }
            terminal.say(Messages.get("cli.adopt.backup-was", backup.file()));
        }
    }

    private boolean confirmed(DatabaseAddress address) {
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

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
