package dev.rackside.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Statements on a local server. */
final class Rows {

    private Rows() {
    }

    static Connection connect(LocalServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.account().user(), server.account().password());
    }

    static void run(LocalServer server, String... statements) throws SQLException {
        try (var connection = connect(server)) {
            run(connection, statements);
        }
    }

    static void runAsAdmin(LocalServer server, String... statements) throws SQLException {
        try (var connection = Connections.open(server.port(), server.admin())) {
            run(connection, statements);
        }
    }

    static String value(LocalServer server, String query) throws SQLException {
        try (var connection = connect(server)) {
            return Connections.value(connection, query);
        }
    }

    static String valueAsAdmin(LocalServer server, String query) throws SQLException {
        try (var connection = Connections.open(server.port(), server.admin())) {
            return Connections.value(connection, query);
        }
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
