package dev.rackside.backup.dump;

import dev.rackside.backup.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Small questions to a server, with answers of text. */
public final class Sql {

    private static final Set<Integer> REFUSED = Set.of(1044, 1045, 1142, 1143, 1227, 1370);
    private static final Set<Integer> CHANGED = Set.of(1146, 1305, 1360, 1412, 1539);
    private static final Set<Integer> BUSY = Set.of(1205, 1213);
    private static final Set<Integer> BROKEN = Set.of(144, 145, 1194, 1195, 1356, 1449, 1548);

    private Sql() {
    }

    /** A name in backquotes, whatever characters it has. */
    public static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** The rows of a query; NULL is an empty text. */
    public static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            var columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                var row = new ArrayList<String>();
                for (var column = 1; column <= columns; column++) {
                    var value = found.getString(column);
                    row.add(value == null ? "" : value);
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** The row of a query that has one. */
    public static List<String> row(Connection connection, String sql) throws SQLException {
        return rows(connection, sql).getFirst();
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What a server's refusal means for a backup. */
    static DumpFailure failure(SQLException refused) {
        return new DumpFailure(reason(refused.getErrorCode()), brief(refused), refused);
    }

    /** The same, with the name of what it was about. */
    static DumpFailure named(SQLException refused, Item item) {
        return new DumpFailure(reason(refused.getErrorCode()), item + ": " + brief(refused), refused);
    }

    static Reason reason(int code) {
        if (REFUSED.contains(code)) {
            return Reason.RIGHTS_MISSING;
        }
        if (CHANGED.contains(code)) {
            return Reason.DEFINITION_CHANGED;
        }
        if (BUSY.contains(code)) {
            return Reason.DATABASE_BUSY;
        }
        return BROKEN.contains(code) ? Reason.OBJECT_BROKEN : Reason.CONNECTION_LOST;
    }

    private static String brief(SQLException refused) {
        var words = String.valueOf(refused.getMessage());
        return words.substring(0, Math.min(words.length(), 500));
    }
}
