package dev.rackside.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the account of a connection may do with Rackside's tables. The server itself is asked, statement by statement,
 * so that roles, rights on single tables and a server that only reads all count; nothing is written by asking.
 *
 * @param unreadable the tables that it may not read
 * @param unwritable the tables that it may not write to; all that are there where the server itself only reads
 */
public record Rights(List<String> unreadable, List<String> unwritable) {

    private static final int NO_SUCH_TABLE = 1146;
    private static final Set<Integer> REFUSED = Set.of(1044, 1142, 1143, 1227, 1290);
    /** The program's own notes on the tables: whoever migrates writes them. */
    private static final Set<String> ONLY_READ = Set.of("schema_info");
    /**
     * The log of exchanges: whoever works here begins rows and ends them, and needs no right to take them away or to
     * change anything else of them.
     */
    private static final Map<String, String> ONLY_ENDED = Map.of("external_integrations", "outcome");
    /** What was done: nobody needs to change or delete it, and nobody should be able to. */
    private static final Set<String> ONLY_ADDED = Set.of("vault_events");

    /** Asks; tables that aren't there yet don't count. */
    public static Rights read(Connection connection) throws SQLException {
        var unreadable = new ArrayList<String>();
        var unwritable = new ArrayList<String>();
        var shape = Shape.known();
        try (var statement = connection.createStatement()) {
            var serverReads = serverOnlyReads(statement);
            for (var table : shape.tables()) {
                var name = table.name();
                var column = changed(name, shape.columns(name).getFirst().name());
                var answer = ask(statement, "EXPLAIN SELECT 1 FROM `" + name + "` WHERE 1 = 0");
                if (answer == Answer.REFUSED) {
                    unreadable.add(name);
                }
                if (answer != Answer.NOT_THERE && added(name)
                        && (serverReads || !mayWrite(statement, name, column))) {
                    unwritable.add(name);
                }
            }
        }
        return new Rights(List.copyOf(unreadable), List.copyOf(unwritable));
    }

    public boolean mayRead() {
        return unreadable.isEmpty();
    }

    public boolean mayWrite() {
        return mayRead() && unwritable.isEmpty();
    }

    /** A column that whoever works here changes, by which the right to do so is told. */
    static String changed(String table, String otherwise) {
        return ONLY_ENDED.getOrDefault(table, otherwise);
    }

    /** Whether whoever works here adds rows to a table. */
    static boolean added(String table) {
        return !ONLY_READ.contains(table);
    }

    /** Whether whoever works here changes rows of a table. */
    static boolean updated(String table) {
        return added(table) && !ONLY_ADDED.contains(table);
    }

    /** Whether whoever works here deletes rows of a table. */
    static boolean deleted(String table) {
        return updated(table) && !ONLY_ENDED.containsKey(table);
    }

    private static List<String> writes(String table) {
        var writes = new ArrayList<String>();
        writes.add("EXPLAIN INSERT INTO `%1$s` (`%2$s`) SELECT `%2$s` FROM `%1$s` AS other WHERE 1 = 0");
        if (updated(table)) {
            writes.add("EXPLAIN UPDATE `%1$s` SET `%2$s` = `%2$s` WHERE 1 = 0");
        }
        if (deleted(table)) {
            writes.add("EXPLAIN DELETE FROM `%1$s` WHERE 1 = 0");
        }
        return writes;
    }

    private enum Answer {
        ALLOWED, REFUSED, NOT_THERE
    }

    private static boolean mayWrite(Statement statement, String table, String column) throws SQLException {
        for (var sql : writes(table)) {
            if (ask(statement, sql.formatted(table, column)) == Answer.REFUSED) {
                return false;
            }
        }
        return true;
    }

    private static Answer ask(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
            return Answer.ALLOWED;
        } catch (SQLException e) {
            if (REFUSED.contains(e.getErrorCode())) {
                return Answer.REFUSED;
            }
            if (Translation.connectionLost(e)) {
                throw e;
            }
            // Rights are looked at first: whoever is told of another mistake (a column without a default) has them.
            return e.getErrorCode() == NO_SUCH_TABLE ? Answer.NOT_THERE : Answer.ALLOWED;
        }
    }

    // A replica refuses everybody but its administrators, who are not the ones who work with Rackside.
    private static boolean serverOnlyReads(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("SELECT @@global.read_only")) {
            return row.next() && !"0".equals(row.getString(1)) && !"OFF".equalsIgnoreCase(row.getString(1));
        }
    }
}
