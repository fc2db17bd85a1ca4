package dev.rackside.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** What stands in every column of a database, as one number a column that doesn't depend on the rows' order. */
final class Checksums {

    private Checksums() {
    }

    static Map<String, String> of(Connection connection) throws SQLException {
        return of(connection, ShapeReader.read(connection));
    }

    /** The columns of an earlier shape, read from the database as it is now. */
    static Map<String, String> of(Connection connection, Shape shape) throws SQLException {
        var sums = new TreeMap<String, String>();
        try (var statement = connection.createStatement()) {
            statement.execute("SET SESSION time_zone = '+00:00'");
            for (var table : shape.tables().stream().filter(found -> !found.engine().isEmpty()).toList()) {
                var key = shape.indexes(table.name()).stream()
                        .filter(index -> index.kind() == Shape.IndexKind.PRIMARY).findFirst().orElseThrow();
                for (var column : shape.columns(table.name())) {
                    var sql = "SELECT CONCAT(COUNT(*), ' ', COALESCE(SUM(CAST(CONV(LEFT(MD5(CONCAT_WS('|', "
                            + Identifier.quoted(key.columns()) + ", COALESCE(HEX(CAST("
                            + Identifier.quoted(column.name())
                            + " AS BINARY)), 'NULL'))), 13), 16, 10) AS UNSIGNED)), 0)) FROM "
                            + Identifier.quoted(table.name());
                    try (var row = statement.executeQuery(sql)) {
                        row.next();
                        sums.put(table.name() + "." + column.name(), row.getString(1));
                    }
                }
            }
        }
        return sums;
    }
}
