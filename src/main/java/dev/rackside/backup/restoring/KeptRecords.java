package dev.rackside.backup.restoring;

import dev.rackside.backup.dump.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The records of backups, as they were before a database was replaced. They tell of files, which are as they are
 * whatever the database says: the record of the backup that was taken before the restore must be found afterwards.
 */
final class KeptRecords {

    private static final String TABLE = "backup_log";

    private final List<String> columns;
    private final List<List<@Nullable String>> rows;

    private KeptRecords(List<String> columns, List<List<@Nullable String>> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    static KeptRecords read(Connection connection) throws SQLException {
        var columns = columns(connection);
        var rows = new ArrayList<List<@Nullable String>>();
        if (!columns.isEmpty()) {
            var list = columns.stream().map(column -> "CAST(" + Sql.quoted(column) + " AS CHAR)")
                    .collect(Collectors.joining(", "));
            try (var statement = connection.createStatement();
                    var found = statement.executeQuery("SELECT " + list + " FROM " + TABLE)) {
                while (found.next()) {
                    var row = new ArrayList<@Nullable String>();
                    for (var i = 1; i <= columns.size(); i++) {
                        row.add(found.getString(i));
                    }
                    rows.add(row);
                }
            }
        }
        return new KeptRecords(columns, rows);
    }

    /** Those that are written; none where there is no such table. */
    private static List<String> columns(Connection connection) throws SQLException {
        return Sql.rows(connection, "SELECT column_name FROM information_schema.columns "
                + "WHERE table_schema = DATABASE() AND table_name = '" + TABLE
                + "' AND is_generated = 'NEVER' ORDER BY ordinal_position").stream().map(List::getFirst).toList();
    }

    /**
     * Puts them back, each as it was before.
     *
     * @return how many the restored database didn't know
     */
    int putBack(Connection connection) throws SQLException {
        var there = columns(connection);
        var common = columns.stream().filter(there::contains).toList();
        if (!common.contains("id")) {
            return 0;
        }
        var schedules = Sql.rows(connection, "SELECT id FROM backup_schedules").stream().map(List::getFirst).toList();
        var values = common.stream().map(_ -> "?").collect(Collectors.joining(", "));
        var updates = common.stream().map(Sql::quoted).map(name -> name + " = VALUES(" + name + ")")
                .collect(Collectors.joining(", "));
        var before = count(connection);
        try (var statement = connection.prepareStatement("INSERT INTO " + TABLE + " ("
                + common.stream().map(Sql::quoted).collect(Collectors.joining(", ")) + ") VALUES (" + values
                + ") ON DUPLICATE KEY UPDATE " + updates)) {
            for (var row : rows) {
                for (var i = 0; i < common.size(); i++) {
                    var value = row.get(columns.indexOf(common.get(i)));
                    // A schedule that was made since isn't there any more.
                    var lost = common.get(i).equals("schedule_id") && !schedules.contains(String.valueOf(value));
                    statement.setString(i + 1, lost ? null : value);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return count(connection) - before;
    }

    private static int count(Connection connection) throws SQLException {
        return Integer.parseInt(Sql.row(connection, "SELECT COUNT(*) FROM " + TABLE).getFirst());
    }
}
