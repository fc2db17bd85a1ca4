package dev.rackside.server;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a newer server take over the data of an older one: copies them aside, starts, brings the system tables up to
 * date and has every table checked. When any of it fails, the data are again as they were.
 */
final class Upgrade {

    private static final String TABLES = """
            select concat('`', replace(table_schema, '`', '``'), '`.`', replace(table_name, '`', '``'), '`')
            from information_schema.tables where table_type = 'BASE TABLE'
            and table_schema not in ('mysql', 'sys', 'information_schema', 'performance_schema')""";

    private final ServerDirectory directory;
    private final ServerProgram program;
    private final ServerRun run;
    private final Aside aside;

    Upgrade(ServerDirectory directory, ServerProgram program, ServerRun run, Aside aside) {
        this.directory = directory;
        this.program = program;
        this.run = run;
        this.aside = aside;
    }

    /** Ends with the new server running. */
    void from(ServerVersion old) throws IOException {
        var copy = aside.keep(program.version());
        try {
            ServerDirectory.mark(directory.data(), new ServerDirectory.Mark(old, copy));
            run.start();
            if (!old.sameSeries(program.version())) {
                convert();
                // Some parts of the server look at their system tables only when it starts.
                run.stop();
                run.start();
            }
            ServerDirectory.mark(directory.data(), new ServerDirectory.Mark(program.version()));
        } catch (SQLException e) {
            undo(copy);
            throw new Problem(ErrorCode.SERVER_DID_NOT_START, e, directory.log());
        } catch (IOException | RuntimeException e) {
            undo(copy);
            throw e;
        }
    }

    private void undo(String copy) throws IOException {
        run.stop();
        aside.putBack(copy);
    }

    private void convert() throws SQLException, IOException {
        try (var connection = Connections.open(run.port(), run.admin())) {
            new SystemTables(program).renew(connection);
            for (var statement : Installation.grants(run.admin(), run.account())) {
                execute(connection, statement);
            }
            for (var table : tables(connection)) {
                check(connection, table);
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    // The check costs little where the way of storing did not change; where it did, the table is written anew.
    private static void check(Connection connection, String table) throws SQLException {
        if (!fits(connection, table)) {
            execute(connection, "ALTER TABLE " + table + " FORCE");
            if (!fits(connection, table)) {
                throw new SQLException("not usable by the newer server: " + table);
            }
        }
    }

    private static boolean fits(Connection connection, String table) throws SQLException {
        var last = "";
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("CHECK TABLE " + table + " FOR UPGRADE")) {
            while (rows.next()) {
                last = rows.getString("Msg_text");
            }
        }
        return "OK".equals(last);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
