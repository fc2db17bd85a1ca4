package dev.rackside.db;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.row.Comparison;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Copies a database's rows to another one that has the same tables and no rows, and compares the two row by row. Both
 * see the source as it was when the copier was made, however it changes meanwhile. The source is only read.
 */
public final class Copier implements AutoCloseable {

    /** Hears how far the work is, after every few hundred rows. */
    public interface Progress {

        /**
         * @param table the table that is worked on
         * @param done how many rows of all tables are done
         * @param all how many there are
         * @throws CancellationException to stop; what was written by then stays
         */
        void at(String table, long done, long all);
    }

    private static final String SNAPSHOT = "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY";
    /**
     * Two tables refer to each other, so no order of writing satisfies both; and rows of other programs that break a
     * rule are copied as they are. Both are compared afterwards with a source that the server has checked.
     */
    private static final List<String> AS_THEY_ARE = List.of("SET SESSION time_zone = '+00:00'",
            "SET SESSION foreign_key_checks = 0", "SET SESSION check_constraint_checks = 0",
            "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO'");

    private final Connection source;
    private final Connection target;
    private final CopyPlan plan;

    /** Takes both connections over, for itself alone. */
    public Copier(Connection source, Connection target) throws SQLException {
        this.source = source;
        this.target = target;
        try {
            source.setAutoCommit(true);
            target.setAutoCommit(true);
            execute(source, "SET SESSION time_zone = '+00:00'");
            plan = CopyPlan.of(source, target);
            for (var setting : AS_THEY_ARE) {
                execute(target, setting);
            }
            // For this one transaction: the connection goes back to those that the workspace works with.
            execute(source, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            execute(source, SNAPSHOT);
        } catch (SQLException e) {
            source.close();
            target.close();
            throw e;
        }
    }

    public CopyPlan plan() {
        return plan;
    }

    /** How many rows a table of the source has. */
    public long rows(CopyPlan.Table table) throws SQLException {
        return count(source, table);
    }

    /** How many rows the target has in all tables that would be copied. */
    public long rowsOfTarget() throws SQLException {
        var rows = 0L;
        for (var table : plan.tables()) {
            rows += count(target, table);
        }
        return rows;
    }

    /**
     * Copies all rows.
     *
     * @throws Problem COPY_REFUSED where the target refuses a row; what was written by then stays
     */
    public void copy(Progress progress) throws SQLException {
        var all = rowsOfSource();
        var done = new long[1];
        for (var table : plan.tables()) {
            var raw = new RawRows(table);
            progress.at(table.name(), done[0], all);
            raw.all(source, rows -> {
                try {
                    raw.insert(target, rows);
                } catch (SQLException e) {
                    throw refused(table, e);
                }
                done[0] += rows.size();
                progress.at(table.name(), done[0], all);
            });
        }
    }

    private static SQLException refused(CopyPlan.Table table, SQLException e) throws SQLException {
        // Anything of the connection itself is told by whoever made it.
        if (e.getSQLState() != null && !e.getSQLState().startsWith("08")) {
            throw new Problem(ErrorCode.COPY_REFUSED, e, table.name(), String.valueOf(e.getMessage()));
        }
        return e;
    }

    /** Compares every value of every row, on both sides. */
    public Comparison compare(Progress progress) throws SQLException {
        var all = rowsOfSource();
        var done = new long[1];
        var tables = new ArrayList<Comparison.Table>();
        for (var table : plan.tables()) {
            var raw = new RawRows(table);
            var count = new ComparisonCount(table.name());
            progress.at(table.name(), done[0], all);
            raw.all(source, rows -> {
                compare(raw, table, rows, count);
                done[0] += rows.size();
                progress.at(table.name(), done[0], all);
            });
            extra(raw, count);
            tables.add(count.table());
        }
        return new Comparison(tables);
    }

    private void compare(RawRows raw, CopyPlan.Table table, List<RawRows.Raw> rows, ComparisonCount count)
            throws SQLException {
        var there = new HashMap<String, RawRows.Raw>();
        raw.same(target, rows).forEach(row -> there.put(raw.key(row), row));
        for (var row : rows) {
            var key = raw.key(row);
            var other = there.get(key);
            if (other == null) {
                count.missing(key);
                continue;
            }
            var differences = row.differences(other, table.columns());
            if (differences.isEmpty()) {
                count.equal();
            } else {
                count.different(key, differences);
            }
        }
    }

    /** Rows that only the target has. The snapshot is read again, by their keys. */
    private void extra(RawRows raw, ComparisonCount count) throws SQLException {
        raw.all(target, rows -> {
            var here = new HashSet<String>();
            raw.same(source, rows).forEach(row -> here.add(raw.key(row)));
            rows.stream().map(raw::key).filter(key -> !here.contains(key)).forEach(count::extra);
        });
    }

    /** Takes all rows away that the target has in the tables that would be copied. */
    public void clear(Progress progress) throws SQLException {
        var all = rowsOfTarget();
        var done = 0L;
        for (var table : plan.tables()) {
            int gone;
            do {
                progress.at(table.name(), done, all);
                try (var statement = target.createStatement()) {
                    // In pieces, since a cluster refuses a transaction of very many rows.
                    gone = statement.executeUpdate(
                            "DELETE FROM " + Identifier.quoted(table.name()) + " LIMIT " + RawRows.CHUNK);
                }
                done += gone;
            } while (gone > 0);
        }
    }

    /** How many rows the source has in all tables that would be copied. */
    public long rowsOfSource() throws SQLException {
        var rows = 0L;
        for (var table : plan.tables()) {
            rows += count(source, table);
        }
        return rows;
    }

    /** How many rows a table has, on a connection that stays as it is. */
    public static long count(Connection connection, CopyPlan.Table table) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT COUNT(*) FROM " + Identifier.quoted(table.name()))) {
            found.next();
            return found.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        try (source; target) {
            execute(source, "ROLLBACK");
        }
    }
}
