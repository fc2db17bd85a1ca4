package dev.rackside.cli;

import dev.rackside.backup.BackupMaker;
import dev.rackside.backup.BackupRestorer;
import dev.rackside.backup.BackupService;
import dev.rackside.backup.restoring.Names;
import dev.rackside.backup.restoring.RestorePreview;
import dev.rackside.backup.restoring.RestoreTarget;
import dev.rackside.db.Database;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackside backup restore}: brings back what a backup holds. */
@Command(name = "restore", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Restores a backup into a new database, over the one that is worked with, or one table of it beside the others; then compares what was restored with what was backed up.")
final class BackupRestoreCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DatabaseOptions options = new DatabaseOptions();

    @Mixin
    private BackupOptions backup = new BackupOptions();

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    @ArgGroup
    private Where where = new Where();

    @Option(names = "--with-others", description = "Replace the database although others are connected to it.")
    private boolean withOthers;

    @Option(names = "--yes", description = "Restore without asking.")
    private boolean yes;

    BackupRestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Which backup. */
    private static final class Which {

        @Parameters(paramLabel = "BACKUP", arity = "0..1", description = "The backup's id.")
        private @Nullable UUID id;

        @Option(names = "--newest", description = "The newest backup.")
        private boolean newest;

        @Option(names = "--newest-passed", description = "The newest backup that is proved.")
        private boolean newestPassed;

        @Option(names = "--file", paramLabel = "FILE", description = "The backup in that file, also where no record knows it any more.")
        private @Nullable Path file;

        private Optional<UUID> of(BackupRestorer restorer, BackupMaker maker, Database database) {
            if (file != null) {
                return Optional.of(restorer.byFile(file));
            }
            if (newestPassed) {
                return Optional.ofNullable(new BackupService(database).summary().newestProved()).map(row -> row.id());
            }
            return newest ? maker.newest() : Optional.ofNullable(id);
        }
    }

    /** Where to. */
    private static final class Where {

        @Option(names = "--into", paramLabel = "NAME", description = "A new database of that name on the same server; what is done where nothing is said, with a name that tells what it is.")
        private @Nullable String into;

        @Option(names = "--over-live", paramLabel = "NAME", description = "Over the workspace's own database, whose name must be typed here. It is backed up before, and put back where the restore fails.")
        private @Nullable String overLive;

        @ArgGroup(exclusive = false)
        private @Nullable Beside beside;
    }

    /** One table of it. */
    private static final class Beside {

        @Option(names = "--table", required = true, paramLabel = "TABLE", description = "Only that table, as a new one beside the others.")
        private String table = "";

        @Option(names = "--as", paramLabel = "NAME", description = "What the new table is called; without it a name that tells what it is.")
        private @Nullable String name;
    }

    @Override
    public Integer call() {
        if (backup.json() && !yes) {
            throw options.misused("cli.backup.restore.json-asks-nothing");
        }
        return new BackupDesk(terminal, options, backup).restoring((restorer, maker, database) -> {
            var told = new RestoreTold(terminal, backup.json());
            try {
                return which.of(restorer, maker, database).map(id -> restore(restorer, id, told)).orElseGet(() -> {
                    terminal.progress("backup.none");
                    return ExitCode.NOT_RESTORED;
                });
            } catch (CancellationException _) {
                terminal.progress("cli.backup.restore.stopped");
                return ExitCode.NOT_RESTORED;
            } catch (Problem e) {
                var code = code(e.code());
                if (code == ExitCode.OK) {
                    throw e;
                }
                told.failed(e);
                return code;
            }
        });
    }

    private int restore(BackupRestorer restorer, UUID id, RestoreTold told) {
        var preview = restorer.look(id);
        var target = target(preview);
        told.preview(preview, target);
        if (!yes && !Opening.saidYes(terminal, "cli.backup.restore.ask")) {
            terminal.progress("cli.backup.restore.declined");
            return ExitCode.DECLINED;
        }
        try (var interrupt = new Interrupt()) {
            return told.restored(restorer.restore(id, target, told.watch(interrupt)));
        }
    }

    private RestoreTarget target(RestorePreview preview) {
        var today = LocalDate.ofInstant(preview.now(), ZoneId.systemDefault());
        var live = where.overLive;
        var beside = where.beside;
        if (live != null) {
            // Who is asked sees the number; a script must say that it doesn't matter.
            return new RestoreTarget.OverLive(live, withOthers ? Integer.MAX_VALUE : yes ? 0 : preview.others());
        }
        if (beside != null) {
            return new RestoreTarget.SideTable(beside.table,
                    beside.name == null ? Names.suggested(beside.table, today) : beside.name);
        }
        return new RestoreTarget.NewDatabase(
                where.into == null ? Names.suggested(preview.live(), today) : where.into);
    }

    /** 0 where it is told as everywhere. */
    private static int code(ErrorCode code) {
        return switch (code) {
            case RESTORE_ROLLED_BACK -> ExitCode.ROLLED_BACK;
            case RESTORE_BROKEN -> ExitCode.RESTORE_BROKEN;
            case RESTORE_FAILED, RESTORE_REFUSED, RESTORE_NAME_REFUSED, RESTORE_RIGHTS, RESTORE_SERVER_OLDER,
                    RESTORE_NOT_CONFIRMED, RESTORE_UNDER_WAY, BACKUP_NOT_TAKEN, BACKUP_NOT_OURS, BACKUP_IN_USE ->
                ExitCode.NOT_RESTORED;
            default -> ExitCode.OK;
        };
    }

    /** What is said where nothing was. */
    static String target(RestoreTarget target) {
        return switch (target) {
            case RestoreTarget.NewDatabase(var name) -> Messages.get("cli.backup.restore.into", name);
            case RestoreTarget.SideTable(var table, var name) -> Messages.get("cli.backup.restore.table", table, name);
            case RestoreTarget.OverLive _ -> Messages.get("cli.backup.restore.over");
        };
    }
}
