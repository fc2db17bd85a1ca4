package dev.rackside.backup.restoring;

import dev.rackside.backup.dump.Manifest;
import dev.rackside.backup.dump.NeededRights;
import dev.rackside.backup.dump.Sql;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.ServerVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a restore asks the workspace's server. */
final class Server {

    /** What it takes to make and fill everything that a dump may hold. */
    private static final List<String> NEEDED = List.of("SELECT", "INSERT", "CREATE", "DROP", "ALTER", "INDEX",
            "REFERENCES", "LOCK TABLES", "CREATE VIEW", "SHOW VIEW", "TRIGGER", "EVENT", "CREATE ROUTINE",
            "ALTER ROUTINE");
    private static final String ALL = "ALL PRIVILEGES";

    private Server() {
    }

    static boolean has(Connection connection, String database) throws SQLException {
        return count(connection, "SELECT COUNT(*) FROM information_schema.schemata WHERE LOWER(schema_name) = LOWER(?)",
                database) > 0;
    }

    static boolean hasTable(Connection connection, String table) throws SQLException {
        return count(connection, "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() "
                + "AND LOWER(table_name) = LOWER(?)", table) > 0;
    }

    private static long count(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    /** @throws Problem RESTORE_SERVER_OLDER where the backup is of a newer series than the connection's server */
    static void refuseOlder(Connection connection, Manifest manifest) throws SQLException {
        var here = version(connection);
        var source = ServerVersion.in(manifest.serverVersion());
        var target = ServerVersion.in(here);
        if (source.isPresent() && target.isPresent() && source.get().compareTo(target.get()) > 0
                && !source.get().sameSeries(target.get())) {
            throw new Problem(ErrorCode.RESTORE_SERVER_OLDER, manifest.serverVersion(), here);
        }
    }

    static String version(Connection connection) throws SQLException {
        return Sql.row(connection, "SELECT VERSION()").getFirst();
    }

    /**
     * @param definers in whose names something of the dump runs, as the server writes accounts
     * @throws Problem RESTORE_RIGHTS with what the account lacks
     */
    static void refuseWithoutRights(Connection connection, Collection<String> definers) throws SQLException {
        var held = NeededRights.held(connection);
        var missing = new ArrayList<String>();
        if (!held.contains(ALL)) {
            NEEDED.stream().filter(right -> !held.contains(right)).forEach(missing::add);
        }
        var who = Sql.row(connection, "SELECT CURRENT_USER(), DATABASE()");
        var own = account(who.getFirst());
        var everywhere = Sql.rows(connection, "SHOW GRANTS").stream().map(List::getFirst)
                .filter(grant -> grant.contains(" ON *.* ")).toList();
        var others = definers.stream().anyMatch(definer -> !definer.equals(own));
        if (others && everywhere.stream().noneMatch(grant -> grant.contains(ALL) || grant.contains("SET USER")
                || grant.contains("SUPER"))) {
            missing.add("SET USER");
        }
        if (!missing.isEmpty()) {
            throw new Problem(ErrorCode.RESTORE_RIGHTS, who.getFirst(), String.join(", ", missing), who.getLast());
        }
    }

    /** {@code name@host} as a statement has it. */
    static String account(String currentUser) {
        var at = currentUser.lastIndexOf('@');
        return Sql.quoted(currentUser.substring(0, at)) + "@" + Sql.quoted(currentUser.substring(at + 1));
    }

    /**
     * How many connections to the connection's database are others': of another account, or from another machine. An
     * account without the right PROCESS sees its own alone.
     */
    static int others(Connection connection) throws SQLException {
        return Integer.parseInt(Sql.row(connection, """
                SELECT COUNT(*) FROM information_schema.processlist other
                JOIN information_schema.processlist own ON own.id = CONNECTION_ID()
                WHERE other.db = DATABASE() AND (other.user <> own.user
                    OR SUBSTRING_INDEX(other.host, ':', 1) <> SUBSTRING_INDEX(own.host, ':', 1))""").getFirst());
    }

    /** Ends what still works on a database that a restore made: nobody else knows it. */
    static void endConnections(Connection connection, String database) throws SQLException {
        for (var row : Sql.rows(connection, "SELECT id FROM information_schema.processlist WHERE db = '" + database
                + "' AND id <> CONNECTION_ID()")) {
            try {
                Sql.execute(connection, "KILL " + row.getFirst());
            } catch (SQLException _) {
                // It ended by itself.
            }
        }
    }

    /** The rights that are missing are told by the server's own code. */
    static boolean refused(SQLException e) {
        return e.getErrorCode() == 1044 || e.getErrorCode() == 1142 || e.getErrorCode() == 1227;
    }
}
