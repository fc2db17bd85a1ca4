package dev.rackside.backup.restoring;

import dev.rackside.backup.Reason;
import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.backup.dump.DumpWords;
import dev.rackside.backup.dump.Ending;
import dev.rackside.backup.dump.Item;
import dev.rackside.backup.dump.Sql;
import dev.rackside.backup.proving.Compared;
import dev.rackside.backup.proving.Loading;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Restores into a database that this makes, and takes away again where it comes to nothing. */
public final class NewDatabase {

    private final Task task;
    private final String name;
    private final Supplier<Optional<Connection>> administrator;

    /**
     * @param administrator a connection of one who may make databases, where the workspace's account isn't the one
     */
    public NewDatabase(Task task, String name, Supplier<Optional<Connection>> administrator) {
        this.task = task;
        this.name = name;
        this.administrator = administrator;
    }

    /**
     * Makes, loads and compares it.
     *
     * @throws Problem RESTORE_NAME_REFUSED, RESTORE_RIGHTS, RESTORE_SERVER_OLDER where nothing was made
     * @throws DumpFailure why it came to nothing; the database is gone again
     */
    public Restored restore(RestoreWatch watch) throws IOException, SQLException {
        try (var own = task.connect(task.live().database()); var other = administrator.get().orElse(null)) {
            var maker = other == null ? own : other;
            refuse(own, maker);
            Server.refuseOlder(own, task.manifest());
            make(own, maker, other != null);
            var done = false;
            try {
                var restored = filled(watch);
                Sql.execute(maker, "ALTER DATABASE " + Sql.quoted(name) + " COMMENT = '"
                        + "Restored by Rackside: " + task.manifest().backup() + "'");
                done = true;
                return restored;
            } finally {
                if (!done) {
                    drop(maker, own, other != null);
                }
            }
        }
    }

    private void refuse(Connection own, Connection maker) throws SQLException {
        Names.refuseOdd(name);
        if (name.equalsIgnoreCase(task.manifest().database()) || name.equalsIgnoreCase(task.live().database())) {
            throw Names.refused(name, "backup.restore.name.source");
        }
        if (Server.has(own, name) || Server.has(maker, name)) {
            throw Names.refused(name, "backup.restore.name.taken");
        }
    }

    private void make(Connection own, Connection maker, boolean another) throws SQLException {
        var account = Sql.row(own, "SELECT CURRENT_USER()").getFirst();
        try {
            // What a crash leaves tells by itself what it is.
            Sql.execute(maker, "CREATE DATABASE " + Sql.quoted(name) + " CHARACTER SET "
                    + Names.word(task.manifest().characterSet()) + " COLLATE " + Names.word(task.manifest().collation())
                    + " COMMENT = 'Rackside is restoring " + task.manifest().backup() + ", not finished'");
            if (another) {
                Sql.execute(maker, "GRANT ALL PRIVILEGES ON " + pattern() + " TO " + Server.account(account));
            }
        } catch (SQLException e) {
            if (e.getErrorCode() == 1007) {
                throw Names.refused(name, "backup.restore.name.taken");
            }
            if (Server.refused(e)) {
                throw new Problem(ErrorCode.RESTORE_RIGHTS, e, account, "CREATE", name);
            }
            throw e;
        }
    }

    private Restored filled(RestoreWatch watch) throws IOException, SQLException {
        watch.begins(RestoreWatch.Phase.LOAD);
        var begun = Instant.now();
        load(watch);
        var loading = Duration.between(begun, Instant.now());
        watch.begins(RestoreWatch.Phase.COMPARE);
        try (var connection = task.connect(name); var _ = Ending.of(connection, watch)) {
            var compared = Compared.of(connection, task.manifest(), watch);
            return new Restored(name, compared.tables(), compared.differences(), loading, Server.version(connection),
                    quieted(connection), null);
        } catch (SQLException e) {
            watch.check();
            throw e;
        }
    }

    private void load(RestoreWatch watch) throws IOException {
        try {
            Loading.load(task.file(), task.manifest(), task.target(name), new Guard(), watch);
        } catch (DumpFailure e) {
            watch.check();
            if (e.reason() == Reason.RESTORE_FAILED && DumpWords.code(e.words()) == 1227) {
                throw new Problem(ErrorCode.RESTORE_RIGHTS, e, task.live().account(), "SET USER", name);
            }
            throw e;
        }
    }

    /** Two databases mustn't do the same thing at the same hour. */
    private List<String> quieted(Connection connection) throws SQLException {
        var notes = new ArrayList<String>();
        for (var item : task.manifest().items()) {
            if (item.kind().equals(Item.EVENT)) {
                Sql.execute(connection, "ALTER EVENT " + Sql.quoted(item.name()) + " DISABLE");
                notes.add(Messages.get("backup.restore.note.event", item.name()));
            }
        }
        return notes;
    }

    private void drop(Connection maker, Connection own, boolean another) throws SQLException {
        Server.endConnections(maker, name);
        Sql.execute(maker, "DROP DATABASE IF EXISTS " + Sql.quoted(name));
        if (another) {
            Sql.execute(maker, "REVOKE ALL PRIVILEGES ON " + pattern() + " FROM "
                    + Server.account(Sql.row(own, "SELECT CURRENT_USER()").getFirst()));
        }
    }

    /** In a grant, an underscore stands for any character. */
    private String pattern() {
        return Sql.quoted(name.replace("_", "\\_")) + ".*";
    }
}
