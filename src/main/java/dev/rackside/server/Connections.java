package dev.rackside.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connections to a server on the loopback address. */
final class Connections {

    static final String HOST = "127.0.0.1";

    private Connections() {
    }

    /**
     * The address of a database. Whoever else may sit on that port gets no password in clear and no file of ours:
     * one way of proving the password is allowed, and LOAD DATA LOCAL isn't.
     */
    static String url(int port, String database) {
        return "jdbc:mariadb://" + HOST + ":" + port + "/" + database
                + "?sslMode=disable&allowLocalInfile=false&restrictedAuth=mysql_native_password&connectTimeout=3000";
    }

    static Connection open(int port, Account account) throws SQLException {
        return DriverManager.getConnection(url(port, ""), account.user(), account.password());
    }

    /** One value of a statement that has one. */
    static String value(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            var value = rows.getString(1);
            return value == null ? "" : value;
        }
    }
}
