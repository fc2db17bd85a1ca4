package dev.rackside.backup.proving;

import dev.rackside.backup.dump.Manifest;
import dev.rackside.backup.dump.Sql;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.Account;
import dev.rackside.server.LocalServer;
import dev.rackside.server.ServerProgram;
import dev.rackside.server.ThrowawayServer;
import dev.rackside.server.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/**
 * A server that lasts for one proof, with one empty database and one account that has rights on nothing else. It
 * listens on this machine's loopback address alone, runs no events, and knows no engine that reaches out. Nobody in it
 * may do more than that account: a dump may name whomever it likes as the one in whose name a view or routine runs.
 */
public final class Scratch implements AutoCloseable {

    private static final String PREFIX = "verify_";
    private static final String USER = "verify";
    private static final int RANDOM_BYTES = 8;

    private final ThrowawayServer throwaway;
    private final DatabaseAddress address;
    private final char[] password;

    private Scratch(ThrowawayServer throwaway, String database, char[] password) {
        this.throwaway = throwaway;
        this.address = address(throwaway.server(), database, USER);
        this.password = password;
    }

    /** Starts it below a folder, for what a manifest says; what crashes left there is taken away first. */
    public static Scratch start(Path folder, ServerProgram program, Manifest manifest) {
        ThrowawayServer.clear(folder);
        var throwaway = ThrowawayServer.start(folder, program, Tuning.PROVING);
        try {
            var database = PREFIX + random();
            var password = random() + random();
            var admin = throwaway.server().admin();
            try (var connection = address(throwaway.server(), "", admin.user())
                    .connect(admin.password().toCharArray())) {
                prepare(connection, database, password, admin, manifest);
            }
            return new Scratch(throwaway, database, password.toCharArray());
        } catch (SQLException e) {
            throwaway.close();
            throw new Problem(ErrorCode.SERVER_DID_NOT_START, e, throwaway.server().logFile());
        } catch (RuntimeException e) {
            throwaway.close();
            throw e;
        }
    }

    private static void prepare(Connection connection, String database, String password, Account admin,
            Manifest manifest) throws SQLException {
        var account = "'" + USER + "'@'" + LocalServer.HOST + "'";
        Sql.execute(connection, "CREATE DATABASE " + database + " CHARACTER SET " + word(manifest.characterSet())
                + " COLLATE " + word(manifest.collation()));
        Sql.execute(connection, "DROP DATABASE " + LocalServer.DATABASE);
        Sql.execute(connection, "CREATE USER " + account + " IDENTIFIED BY '" + password + "'");
        Sql.execute(connection,
                "GRANT ALL PRIVILEGES ON `" + database.replace("_", "\\_") + "`.* TO " + account);
        Sql.execute(connection, "GRANT SET USER ON *.* TO " + account);
        // To read routines that run in somebody else's name.
        Sql.execute(connection, "GRANT SELECT ON mysql.proc TO " + account);
        for (var other : Sql.rows(connection, "SELECT user, host FROM mysql.user")) {
            if (!List.of(USER, "mariadb.sys", admin.user()).contains(other.getFirst())) {
                drop(connection, other);
            }
        }
        for (var own : Sql.rows(connection, "SELECT user, host FROM mysql.user WHERE user = '" + admin.user() + "'")) {
            drop(connection, own);
        }
    }

    private static void drop(Connection connection, List<String> account) throws SQLException {
        Sql.execute(connection, "DROP USER " + Sql.quoted(account.get(0)) + "@" + Sql.quoted(account.get(1)));
    }

    private static String word(String name) {
        if (!name.matches("\\w+")) {
            throw new Problem(ErrorCode.VALUE_REFUSED, name);
        }
        return name;
    }

    private static DatabaseAddress address(LocalServer server, String database, String user) {
        return new DatabaseAddress(List.of(new DatabaseAddress.Host(LocalServer.HOST, server.port())), database, user,
                DatabaseAddress.Transport.LOOPBACK);
    }

    private static String random() {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public DatabaseAddress address() {
        return address;
    }

    public char[] password() {
        return password;
    }

    /** As a place to load into, by a client. */
    public Loading.Target target(Path client, Path secrets) {
        return new Loading.Target(address, password, client, secrets);
    }

    public Connection connect() {
        return address.connectPatiently(password);
    }

    /**
     * Refuses everything but an empty scratch database on data that this proof has made: nothing is ever loaded where
     * something could be lost.
     */
    public void refuseOtherTargets(DatabaseAddress source) {
        try (var connection = connect()) {
            refuse(connection, source, throwaway.server().directory());
        } catch (SQLException e) {
            throw new Problem(ErrorCode.CONNECTION_LOST, e, address.hostList());
        }
    }

    static void refuse(Connection target, DatabaseAddress source, Path directory) throws SQLException {
        var row = Sql.row(target, "SELECT DATABASE(), @@datadir");
        var database = row.getFirst();
        var tables = Sql.row(target,
                "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()").getFirst();
        var sameName = database.equalsIgnoreCase(source.database());
        if (!database.startsWith(PREFIX) || sameName || !"0".equals(tables)
                || !within(Path.of(row.get(1)), directory)) {
            throw new Problem(ErrorCode.PROOF_TARGET_REFUSED, database);
        }
    }

    private static boolean within(Path data, Path directory) {
        try {
            return Files.isSameFile(data, directory.resolve("data"));
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        throwaway.close();
    }
}
