package dev.rackside.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** What the server makes of queries, and a server that has read its tables once. */
final class Plans {

    private Plans() {
    }

    static void warm(Connection connection) throws SQLException {
        var begun = System.nanoTime();
        for (var sql : new String[]{"select count(*), max(length(insight_description)) from environmental_insights",
                "select count(*), max(length(environmental_notes)) from infrastructure",
                "select count(*) from environmental_insights force index (idx_insights_order)",
                "select count(*) from clients"}) {
            PlainJdbc.count(connection, sql);
        }
        System.out.println("warmed in " + (System.nanoTime() - begun) / 1_000_000 + " ms; buffer pool "
                + variable(connection, "innodb_buffer_pool_size") + " bytes, version "
                + variable(connection, "version"));
    }

    private static String variable(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery("select @@" + name)) {
            found.next();
            return found.getString(1);
        }
    }

    static void show(Desk desk) throws SQLException {
        for (var sql : System.getProperty("rackside.bench.sql", "").split(";", -1)) {
            if (!sql.isBlank()) {
                print(desk.jdbc(), sql);
            }
        }
    }

    private static void print(Connection connection, String sql) throws SQLException {
        System.out.println("\n" + sql);
        var begun = System.nanoTime();
        try (var statement = connection.createStatement(); var found = statement.executeQuery(sql)) {
            var columns = found.getMetaData().getColumnCount();
            for (var lines = 0; found.next() && lines < 40; lines++) {
                var line = new StringBuilder();
                for (var i = 1; i <= columns; i++) {
                    line.append(found.getString(i)).append(" | ");
                }
                System.out.println(line);
            }
        }
        System.out.println("took " + (System.nanoTime() - begun) / 1_000_000 + " ms");
    }
}
