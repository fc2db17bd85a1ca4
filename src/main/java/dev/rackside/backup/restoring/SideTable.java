package dev.rackside.backup.restoring;

import dev.rackside.backup.Reason;
import dev.rackside.backup.VerificationReport.TableCheck;
import dev.rackside.backup.dump.Child;
import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.backup.dump.DumpWords;
import dev.rackside.backup.dump.Ending;
import dev.rackside.backup.dump.SignIn;
import dev.rackside.backup.dump.Sql;
import dev.rackside.backup.dump.TableFacts;
import dev.rackside.backup.proving.Loading;
import dev.rackside.backup.proving.Scratch;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Puts one table of a backup beside the tables of the workspace's database. The table is first restored into a server
 * that is thrown away, where it gets its name and loses what ties it to others; what the server's own program then
 * writes of it goes to the workspace's database. Nothing that is there is touched.
 */
public final class SideTable {

    /** A table of that name is there: somebody made it meanwhile, and it isn't ours to take away. */
    private static final int THERE = 1050;

    private final Task task;
    private final RestoreTarget.SideTable target;

    public SideTable(Task task, RestoreTarget.SideTable target) {
        this.task = task;
        this.target = target;
    }

    /**
     * Makes, fills and compares it.
     *
     * @throws Problem RESTORE_NAME_REFUSED, RESTORE_SERVER_OLDER where nothing was made
     * @throws DumpFailure why it came to nothing; the table is gone again
     */
    public Restored restore(RestoreWatch watch) throws IOException, SQLException {
        var expected = refuse();
        watch.begins(RestoreWatch.Phase.TRY);
        try (var scratch = Scratch.start(task.scratch(), task.program(), task.manifest())) {
            scratch.refuseOtherTargets(task.live());
            Loading.load(task.file(), task.manifest(), scratch.target(task.program().client(), task.secrets()),
                    new TableSection(target.table()), watch);
            try (var connection = scratch.connect(); var _ = Ending.of(connection, watch)) {
                loosen(connection);
                refuseOther(expected, TableFacts.measure(connection, target.name()));
            } catch (SQLException e) {
                watch.check();
                throw e;
            }
            return moved(scratch, expected, watch);
        }
    }

    private TableFacts refuse() throws SQLException {
        Names.refuseOdd(target.name());
        var expected = task.manifest().tables().stream().filter(table -> table.name().equals(target.table()))
                .findFirst().orElseThrow(() -> Names.refused(target.table(), "backup.restore.name.no-table"));
        try (var connection = task.connect(task.live().database())) {
            Server.refuseOlder(connection, task.manifest());
            if (Server.hasTable(connection, target.name())) {
                throw Names.refused(target.name(), "backup.restore.name.table-taken");
            }
        }
        return expected;
    }

    /** Names of foreign keys are the database's, so that two tables can't have the same. */
    private void loosen(Connection connection) throws SQLException {
        Sql.execute(connection, "SET SESSION foreign_key_checks = 0");
        Sql.execute(connection, "SET SESSION system_versioning_alter_history = 'KEEP'");
        for (var key : Sql.rows(connection, """
                SELECT table_name, constraint_name FROM information_schema.table_constraints
                WHERE table_schema = DATABASE() AND constraint_type = 'FOREIGN KEY'""")) {
            Sql.execute(connection, "ALTER TABLE " + Sql.quoted(key.get(0)) + " DROP FOREIGN KEY "
                    + Sql.quoted(key.get(1)));
        }
        Sql.execute(connection, "RENAME TABLE " + Sql.quoted(target.table()) + " TO " + Sql.quoted(target.name()));
    }

    private void refuseOther(TableFacts expected, TableFacts found) {
        if (found.rows() != expected.rows()) {
            throw new DumpFailure(Reason.MANIFEST_DIFFERS,
                    Messages.get("backup.proof.rows", target.table(), expected.rows(), found.rows()));
        }
        if (!found.checksum().equals(expected.checksum())) {
            throw new DumpFailure(Reason.MANIFEST_DIFFERS, Messages.get("backup.proof.checksum", target.table()));
        }
    }

    private Restored moved(Scratch scratch, TableFacts expected, RestoreWatch watch) throws IOException, SQLException {
        watch.begins(RestoreWatch.Phase.LOAD);
        var begun = Instant.now();
        var done = false;
        var ours = true;
        try {
            move(scratch, watch);
            var loading = Duration.between(begun, Instant.now());
            watch.begins(RestoreWatch.Phase.COMPARE);
            var restored = compared(expected, loading, watch);
            done = true;
            return restored;
        } catch (DumpFailure e) {
            ours = DumpWords.code(e.words()) != THERE;
            throw e;
        } finally {
            if (!done && ours) {
                drop();
            }
        }
    }

    private void move(Scratch scratch, RestoreWatch watch) throws IOException {
        var host = scratch.address().hosts().getFirst();
        try (var signIn = SignIn.write(task.secrets(), scratch.address(), host, scratch.password());
                var dump = Child.start(List.of(task.program().dump().toString(), signIn.option(),
                        "--single-transaction", "--quick", "--skip-triggers", "--skip-add-drop-table",
                        "--skip-lock-tables", "--skip-add-locks", "--skip-disable-keys", "--hex-blob",
                        "--dump-history", "--max-allowed-packet=1G", "--", scratch.address().database(),
                        target.name()), watch)) {
            Loading.feed(task.target(task.live().database()), dump.output(), new Guard(), task.manifest(), watch);
            var status = dump.await();
            if (status != 0) {
                throw new DumpFailure(Reason.RESTORE_FAILED, status + " " + DumpWords.redacted(dump.words()));
            }
        }
    }

    private Restored compared(TableFacts expected, Duration loading, RestoreWatch watch) throws SQLException {
        try (var connection = task.connect(task.live().database()); var _ = Ending.of(connection, watch)) {
            var found = TableFacts.measure(connection, target.name());
            refuseOther(expected, found);
            return new Restored(target.name(),
                    List.of(new TableCheck(target.name(), expected.rows(), found.rows(), Boolean.TRUE)), List.of(),
                    loading, Server.version(connection), List.of(Messages.get("backup.restore.note.loose")), null);
        } catch (SQLException e) {
            watch.check();
            throw e;
        }
    }

    private void drop() throws SQLException {
        try (var connection = task.connect(task.live().database())) {
            Sql.execute(connection, "SET SESSION lock_wait_timeout = 60");
            Sql.execute(connection, "DROP TABLE IF EXISTS " + Sql.quoted(target.name()));
        }
    }
}
