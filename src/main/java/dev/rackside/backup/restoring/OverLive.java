package dev.rackside.backup.restoring;

import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.backup.dump.Ending;
import dev.rackside.backup.dump.Sql;
import dev.rackside.backup.proving.Compared;
import dev.rackside.backup.proving.Loading;
import dev.rackside.db.Migrations;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/**
 * Puts a backup in the place of what is in the workspace's database, while nobody else in this program reads or writes
 * it. Where it fails or is cancelled, what was there is put back from the backup that was taken just before, and
 * compared.
 */
public final class OverLive {

    private final Task task;
    private final Task before;
    private final UUID automatic;

    /**
     * @param task what is to be there
     * @param before what is there now
     * @param automatic the backup of what is there now
     */
    public OverLive(Task task, Task before, UUID automatic) {
        this.task = task;
        this.before = before;
        this.automatic = automatic;
    }

    /** What stands in the way, before anything is begun; the account's rights, the versions, the typed name. */
    public static void refuse(Task task, RestoreTarget.OverLive target, RestoreWatch watch)
            throws IOException, SQLException {
        var name = task.live().database();
        if (!name.equals(target.typed())) {
            throw new Problem(ErrorCode.RESTORE_NOT_CONFIRMED, Messages.get("backup.restore.typed", name));
        }
        try (var connection = task.connect(name)) {
            refuseOthers(task, target);
            Server.refuseOlder(connection, task.manifest());
            var known = known(task);
            if (task.manifest().schemaVersion() > known) {
                throw new Problem(ErrorCode.SCHEMA_NEWER, task.manifest().schemaVersion(), known);
            }
            var guard = new Guard();
            Loading.look(task.file(), task.manifest(), guard.before((_, _) -> {
            }), watch);
            Server.refuseWithoutRights(connection, guard.definers());
        }
    }

    /** @throws Problem RESTORE_NOT_CONFIRMED where more of others are connected than the person knows of */
    public static void refuseOthers(Task task, RestoreTarget.OverLive target) throws SQLException {
        try (var connection = task.connect(task.live().database())) {
            var others = Server.others(connection);
            if (others > target.others()) {
                throw new Problem(ErrorCode.RESTORE_NOT_CONFIRMED, Messages.get("backup.restore.others", others));
            }
        }
    }

    private static int known(Task task) {
        return Migrations.at(task.live(), task.password()).state().known();
    }

    /**
     * Clears, loads and compares.
     *
     * @throws Problem RESTORE_ROLLED_BACK where it came to nothing and all is as it was; RESTORE_BROKEN where it isn't;
     *     DATABASE_BUSY where nothing was begun
     */
    public Restored restore(RestoreWatch watch) throws SQLException {
        var name = task.live().database();
        try (var turn = task.connect(name)) {
            takeTurn(turn, name);
            Clearing.refuseBusy(turn);
            var records = KeptRecords.read(turn);
            watch.check();
            return settled(replacedOrRolledBack(records, watch), records);
        }
    }

    private static void takeTurn(Connection turn, String name) throws SQLException {
        Sql.execute(turn, "SET SESSION wait_timeout = 86400");
        if (!"1".equals(Sql.row(turn, "SELECT GET_LOCK(CONCAT('rackside_restore_', MD5(DATABASE())), 0)")
                .getFirst())) {
            throw new Problem(ErrorCode.RESTORE_UNDER_WAY, name);
        }
    }

    private Restored replacedOrRolledBack(KeptRecords records, RestoreWatch watch) {
        try {
            return replaced(task, watch);
        } catch (DumpFailure | IOException | SQLException | Problem | CancellationException e) {
            var why = Failed.words(e);
            watch.begins(RestoreWatch.Phase.ROLL_BACK);
            putBack(records, why, e, undisturbed(watch));
            throw new Problem(ErrorCode.RESTORE_ROLLED_BACK, e, task.live().database(), why, before.file().path());
        }
    }

    private Restored replaced(Task wanted, RestoreWatch watch) throws IOException, SQLException {
        var name = wanted.live().database();
        watch.begins(RestoreWatch.Phase.LOAD);
        try (var connection = wanted.connect(name)) {
            Clearing.clear(connection);
            Sql.execute(connection, "ALTER DATABASE " + Sql.quoted(name) + " CHARACTER SET "
                    + Names.word(wanted.manifest().characterSet()) + " COLLATE "
                    + Names.word(wanted.manifest().collation()));
        }
        var begun = Instant.now();
        Loading.load(wanted.file(), wanted.manifest(), wanted.target(name), new Guard(), watch);
        var loading = Duration.between(begun, Instant.now());
        watch.begins(RestoreWatch.Phase.COMPARE);
        try (var connection = wanted.connect(name); var _ = Ending.of(connection, watch)) {
            var compared = Compared.of(connection, wanted.manifest(), watch);
            return new Restored(name, compared.tables(), compared.differences(), loading, Server.version(connection),
                    List.of(), automatic);
        } catch (SQLException e) {
            watch.check();
            throw e;
        }
    }

    private void putBack(KeptRecords records, String why, Exception because, RestoreWatch watch) {
        List<String> differences;
        try {
            // A statement of the client that was ended may still be carried out; the tables wait for it.
            differences = replaced(before, watch).differences();
            try (var connection = before.connect(before.live().database())) {
                records.putBack(connection);
            }
        } catch (DumpFailure | IOException | SQLException | Problem e) {
            e.addSuppressed(because);
            throw broken(e, why + " " + Failed.words(e), before.file().path());
        }
        if (!differences.isEmpty()) {
            throw broken(because, why + " " + String.join("; ", differences), before.file().path());
        }
    }

    private Problem broken(Exception because, String why, Path file) {
        return new Problem(ErrorCode.RESTORE_BROKEN, because, task.live().database(), why, file);
    }

    /** A roll-back is told of like everything else, and not stopped. */
    private static RestoreWatch undisturbed(RestoreWatch watch) {
        return new RestoreWatch() {
            @Override
            public void at(Pace pace) {
                watch.at(pace);
            }

            @Override
            public void check() {
                // It goes on.
            }
        };
    }

    private Restored settled(Restored restored, KeptRecords records) throws SQLException {
        var notes = new ArrayList<>(restored.notes());
        var version = task.manifest().schemaVersion();
        var known = known(task);
        if (version > 0 && version < known) {
            try {
                Migrations.at(task.live(), task.password()).migrate();
                notes.add(Messages.get("backup.restore.note.migrated", version, known));
            } catch (Problem e) {
                notes.add(Messages.get("backup.restore.note.not-migrated", version, known, Failed.words(e)));
            }
        }
        try (var connection = task.connect(task.live().database())) {
            notes.add(Messages.get("backup.restore.note.records", records.putBack(connection)));
        }
        notes.add(Messages.get("backup.restore.note.before", before.file().path()));
        return new Restored(restored.target(), restored.tables(), restored.differences(), restored.loading(),
                restored.serverVersion(), List.copyOf(notes), automatic);
    }
}
