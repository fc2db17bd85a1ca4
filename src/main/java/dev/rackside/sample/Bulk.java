package dev.rackside.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Writes very many rows into an empty database: in large batches, without looking for the rows that they refer to, and
 * with the indexes built afterwards. What it took away stands in a table of its own until it is back, so that a load
 * that was cut off is noticed and {@link #clear} puts everything in order.
 */
final class Bulk implements Table.Outlet {

    /** There while a load is under way, or since one was cut off. */
    private static final String MARK = "sample_unfinished";
    /** In place of a table's name: what is missing is indexes only. */
    private static final String ROWS_WRITTEN = "*";
    private static final int BATCH = 1_000;
    private static final int BATCHES_A_COMMIT = 20;
    /** Building a table's indexes takes about half as long as writing its rows. */
    private static final int PARTS = 3;

    private static final String INDEXES = """
            SELECT table_name, index_name, MAX(non_unique), MAX(index_type), GROUP_CONCAT(CONCAT('`', column_name, '`',
                IF(sub_part IS NULL, '', CONCAT('(', sub_part, ')')), IF(collation = 'D', ' DESC', ''))
                ORDER BY seq_in_index SEPARATOR ', ')
            FROM information_schema.statistics
            WHERE table_schema = DATABASE() AND index_name <> 'PRIMARY' AND table_name NOT LIKE '%schema_history'
            GROUP BY table_name, index_name ORDER BY table_name, index_name""";

    private final Connection connection;
    private final Progress progress;
    private final long expected;
    private final Map<String, PreparedStatement> statements = new TreeMap<>();
    private long written;
    private int batches;
    private @Nullable SQLException failed;

    /** @param expected about how many rows there will be */
    Bulk(Connection connection, Progress progress, long expected) {
        this.connection = connection;
        this.progress = progress;
        this.expected = expected;
    }

    /** Whether a load was cut off in this database. */
    static boolean unfinished(Connection connection) throws SQLException {
        return !strings(connection, "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                + " AND table_name = '" + MARK + "'").isEmpty();
    }

    /** Takes the indexes away; from here on the load is marked. */
    void begin() throws SQLException {
        execute("SET SESSION foreign_key_checks = 0, unique_checks = 0, group_concat_max_len = 100000");
        execute("CREATE TABLE " + MARK + " (table_name VARCHAR(64) NOT NULL PRIMARY KEY, dropped LONGTEXT NOT NULL,"
                + " restored LONGTEXT NOT NULL)");
        var drops = new TreeMap<String, List<String>>();
        var adds = new TreeMap<String, List<String>>();
        try (var statement = connection.createStatement(); var found = statement.executeQuery(INDEXES)) {
            while (found.next()) {
                var table = found.getString(1);
                var kind = "FULLTEXT".equals(found.getString(4)) ? "FULLTEXT " : found.getBoolean(3) ? "" : "UNIQUE ";
                drops.computeIfAbsent(table, _ -> new ArrayList<>()).add("DROP INDEX IF EXISTS `" + found.getString(2)
                        + "`");
                adds.computeIfAbsent(table, _ -> new ArrayList<>()).add("ADD " + kind + "INDEX IF NOT EXISTS `"
                        + found.getString(2) + "` (" + found.getString(5) + ")");
            }
        }
        try (var marking = connection.prepareStatement("INSERT INTO " + MARK + " VALUES (?, ?, ?)")) {
            for (var table : drops.keySet()) {
                marking.setString(1, table);
                marking.setString(2, String.join(", ", drops.get(table)));
                marking.setString(3, String.join("\n", adds.get(table)));
                marking.addBatch();
            }
            marking.executeBatch();
        }
        for (var table : drops.entrySet()) {
            execute("ALTER TABLE `" + table.getKey() + "` " + String.join(", ", table.getValue()));
        }
        connection.setAutoCommit(false);
    }

    @Override
    public void added(Table table) {
        if (table.rows().size() >= BATCH) {
            write(table);
        }
    }

    private void write(Table table) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the load was stopped");
        }
        try {
            var statement = statements.get(table.sql());
            if (statement == null) {
                statement = connection.prepareStatement(table.sql());
                statements.put(table.sql(), statement);
            }
            for (var row : table.rows()) {
                for (var i = 0; i < row.size(); i++) {
                    statement.setObject(i + 1, row.get(i));
                }
                statement.addBatch();
            }
            statement.executeBatch();
            if (++batches % BATCHES_A_COMMIT == 0) {
                connection.commit();
            }
        } catch (SQLException e) {
            failed = e;
            throw new CancellationException("the database refused rows of " + table.name());
        }
        written += table.rows().size();
        table.rows().clear();
        report(2 * Math.min(written, expected));
    }

    /** What made the load stop, where that was the database. */
    @Nullable
    SQLException failed() {
        return failed;
    }

    /** Writes what is left, builds the indexes and takes the mark away. */
    void finish(List<Table> tables) throws SQLException {
        for (var table : tables) {
            if (!table.rows().isEmpty()) {
                write(table);
            }
        }
        for (var statement : statements.values()) {
            statement.close();
        }
        execute("INSERT INTO " + MARK + " VALUES ('" + ROWS_WRITTEN + "', '', '')");
        connection.commit();
        connection.setAutoCommit(true);
        index();
    }

    /** Whether a load was cut off when all its rows were there. */
    static boolean lacksIndexesOnly(Connection connection) throws SQLException {
        return !strings(connection, "SELECT table_name FROM " + MARK + " WHERE table_name = '" + ROWS_WRITTEN + "'")
                .isEmpty();
    }

    /** Builds the indexes and takes the mark away. */
    void index() throws SQLException {
        indexes(connection, part -> report(2 * expected + (long) (expected * part)));
        execute("DROP TABLE " + MARK);
        execute("SET SESSION foreign_key_checks = 1, unique_checks = 1");
    }

    private interface Part {
        void reached(double part);
    }

    private static void indexes(Connection connection, Part part) throws SQLException {
        // An index of a million rows takes longer than anything that a person waits for.
        connection.setNetworkTimeout(Runnable::run, 0);
        var tables = strings(connection, "SELECT table_name FROM " + MARK + " WHERE table_name <> '" + ROWS_WRITTEN
                + "' ORDER BY table_name");
        var done = 0;
        for (var table : tables) {
            var fulltext = new ArrayList<String>();
            var others = new ArrayList<String>();
            for (var add : strings(connection, "SELECT restored FROM " + MARK + " WHERE table_name = '" + table + "'")
                    .getFirst().lines().toList()) {
                (add.startsWith("ADD FULLTEXT") ? fulltext : others).add(add);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the load was stopped");
            }
            try (var statement = connection.createStatement()) {
                if (!others.isEmpty()) {
                    statement.execute("ALTER TABLE `" + table + "` " + String.join(", ", others));
                }
                for (var add : fulltext) {
                    statement.execute("ALTER TABLE `" + table + "` " + add);
                }
            }
            part.reached(++done / (double) tables.size());
        }
    }

    /** Empties the tables of a load that was cut off, and gives them their indexes back. */
    static void clear(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("SET SESSION foreign_key_checks = 0, group_concat_max_len = 100000");
            for (var table : strings(connection, """
                    SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()
                        AND table_type = 'BASE TABLE' AND table_name NOT IN ('schema_info', 'api_users', '%s')
                        AND table_name NOT LIKE '%%schema_history'""".formatted(MARK))) {
                statement.execute("TRUNCATE TABLE `" + table + "`");
            }
            indexes(connection, _ -> {
            });
            statement.execute("DROP TABLE " + MARK);
            statement.execute("SET SESSION foreign_key_checks = 1");
        }
    }

    private void report(long units) {
        progress.report((int) (units / PARTS), (int) expected);
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        var strings = new ArrayList<String>();
        try (var statement = connection.createStatement(); var found = statement.executeQuery(query)) {
            while (found.next()) {
                strings.add(found.getString(1));
            }
        }
        return strings;
    }
}
