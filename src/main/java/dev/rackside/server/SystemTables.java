package dev.rackside.server;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Brings the system tables of an older server to the definitions of this one. Each table is made anew beside the old
 * one; where the two differ, the rows go over and the tables change places.
 *
 * <p>
 * mariadb-upgrade does this with a script that isn't part of the bundled server; the definitions are.
 */
final class SystemTables {

    private static final String BESIDE = "rackside_upgrade";
    private static final String TABLE = "CREATE TABLE IF NOT EXISTS ";
    private static final String VIEW = " VIEW IF NOT EXISTS user AS";

    private final ServerProgram program;

    SystemTables(ServerProgram program) {
        this.program = program;
    }

    /** Safe to be repeated after it was interrupted anywhere. */
    void renew(Connection connection) throws SQLException, IOException {
        var lines = Files.readAllLines(program.systemTables("system_tables"));
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET sql_mode = '', default_storage_engine = Aria, check_constraint_checks = 0");
            statement.execute("DROP DATABASE IF EXISTS " + BESIDE);
            statement.execute("CREATE DATABASE " + BESIDE);
            statement.execute("USE " + BESIDE);
            for (var line : lines) {
                if (line.startsWith(TABLE)) {
                    statement.execute(line);
                }
            }
            var old = columns(statement, "mysql");
            for (var table : columns(statement, BESIDE).entrySet()) {
                replace(statement, table.getKey(), old.getOrDefault(table.getKey(), Map.of()), table.getValue());
            }
            statement.execute("USE mysql");
            var view = view(lines);
            if (!view.isEmpty()) {
                statement.execute(view);
            }
            statement.execute("DROP DATABASE " + BESIDE);
            statement.execute("FLUSH PRIVILEGES");
        }
    }

    private static void replace(Statement statement, String table, Map<String, String> old, Map<String, String> fresh)
            throws SQLException {
        if (old.isEmpty()) {
            statement.execute("RENAME TABLE " + BESIDE + ".`" + table + "` TO mysql.`" + table + "`");
        } else if (!old.equals(fresh)) {
            var common = new HashSet<>(fresh.keySet());
            common.retainAll(old.keySet());
            var names = common.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
            statement.execute("INSERT INTO " + BESIDE + ".`" + table + "` (" + names + ") SELECT " + names
                    + " FROM mysql.`" + table + "`");
            statement.execute("RENAME TABLE mysql.`" + table + "` TO " + BESIDE + ".`" + table + "_old`, " + BESIDE
                    + ".`" + table + "` TO mysql.`" + table + "`");
        }
    }

    /** The columns with their types of each table of a database. */
    private static Map<String, Map<String, String>> columns(Statement statement, String database) throws SQLException {
        var tables = new LinkedHashMap<String, Map<String, String>>();
        try (var rows = statement.executeQuery("""
                select table_name, column_name, concat_ws(' ', column_type, collation_name, is_nullable,
                column_default, extra) from information_schema.columns where table_schema = '%s'
                order by table_name, ordinal_position""".formatted(database))) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), _ -> new LinkedHashMap<>()).put(rows.getString(2),
                        rows.getString(3));
            }
        }
        return tables;
    }

    private static String view(List<String> lines) {
        var words = new ArrayList<String>();
        for (var line : lines) {
            if (!words.isEmpty() || line.contains(VIEW)) {
                words.add(line);
                if (line.endsWith(";")) {
                    return String.join("\n", words).replaceFirst("CREATE DEFINER", "CREATE OR REPLACE DEFINER")
                            .replaceFirst("VIEW IF NOT EXISTS", "VIEW");
                }
            }
        }
        return "";
    }
}
