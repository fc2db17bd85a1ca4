package dev.rackside.backup.dump;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a table held.
 *
 * @param checksum the server's own, over all rows
 */
public record TableFacts(String name, long rows, String checksum) {

    /** Counts a table and reads it through, as the connection's snapshot shows it. */
    public static TableFacts measure(Connection connection, String name) throws SQLException {
        var table = Sql.quoted(name);
        var rows = Long.parseLong(Sql.row(connection, "SELECT COUNT(*) FROM " + table).getFirst());
        var checksum = Sql.row(connection, "CHECKSUM TABLE " + table + " EXTENDED").get(1);
        if (checksum.isEmpty()) {
            // The server doesn't refuse here: it warns, and gives none.
            var warning = Sql.rows(connection, "SHOW WARNINGS");
            var code = warning.isEmpty() ? 0 : Integer.parseInt(warning.getFirst().get(1));
            throw new SQLException(name + ": " + (warning.isEmpty() ? "no checksum" : warning.getFirst().get(2)),
                    "HY000", code);
        }
        return new TableFacts(name, rows, checksum);
    }
}
