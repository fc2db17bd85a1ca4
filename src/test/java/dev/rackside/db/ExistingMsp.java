package dev.rackside.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The database of another program that Rackside meets in the tests: the shared dump, and variants of it whose tables
 * are made differently and then filled with the dump's rows.
 */
public final class ExistingMsp {

    private static final Path DUMP = Path.of(System.getProperty("rackside.shared", "../shared"),
            "data/existing-msp.sql.gz");

    /** Rows of each table; what they refer to may be missing, as it may anywhere. */
    private static final int ROWS_OF_A_VARIANT = 400;

    private static TestServer.@Nullable Schema rows;

    private ExistingMsp() {
    }

    /** Skips the test where the shared data are not beside the project. */
    public static void assumeThere() {
        Assumptions.assumeTrue(Files.exists(DUMP), () -> DUMP + " is not there");
    }

    /** A schema of the shared server with the dump as it is. */
    public static TestServer.Schema load(String prefix) throws SQLException {
        return load(prefix, UnaryOperator.identity(), Integer.MAX_VALUE);
    }

    /** A schema of the shared server with some of the dump's rows in tables that were made differently. */
    static TestServer.Schema load(String prefix, UnaryOperator<String> tables) throws SQLException {
        return load(prefix, tables, ROWS_OF_A_VARIANT);
    }

    private static TestServer.Schema load(String prefix, UnaryOperator<String> tables, int limit)
            throws SQLException {
        var schema = empty(prefix, tables);
        var source = rows().name();
        try (var connection = TestServer.shared().connectAsRoot(); var statement = connection.createStatement()) {
            statement.execute("SET SESSION time_zone = '+00:00', foreign_key_checks = 0, unique_checks = 0, "
                    + "sql_mode = ''");
            for (var insert : inserts()) {
                statement.execute(insert.formatted(schema.name(), source, limit));
            }
        }
        return schema;
    }

    /** The tables alone. */
    static TestServer.Schema empty(String prefix, UnaryOperator<String> tables) throws SQLException {
        var schema = TestServer.shared().newSchema(prefix);
        try (var connection = schema.connect(); var statement = connection.createStatement()) {
            statement.execute("SET SESSION foreign_key_checks = 0, sql_mode = ''");
            for (var sql : statements()) {
                if (sql.startsWith("CREATE TABLE")) {
                    statement.execute(tables.apply(sql));
                }
            }
        }
        return schema;
    }

    /** The dump's own statements, each of them whole, for a server other than the shared one. */
    static List<String> statements() {
        try (var stream = new GZIPInputStream(Files.newInputStream(DUMP));
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var statements = new ArrayList<String>();
            var statement = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (statement.isEmpty() && line.startsWith("--")) {
                    continue;
                }
                statement.append(line).append('\n');
                if (line.endsWith(";")) {
                    statements.add(statement.substring(0, statement.length() - 2));
                    statement.setLength(0);
                }
            }
            return statements;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A statement a table that copies its rows, column by column, from one schema to another. */
    private static List<String> inserts() throws SQLException {
        try (var connection = rows().connect()) {
            var shape = ShapeReader.read(connection);
            return shape.tables().stream().map(table -> {
                var columns = Identifier.quoted(shape.columns(table.name()).stream().map(Shape.Column::name).toList());
                var name = Identifier.quoted(table.name());
                return "INSERT INTO %1$s." + name + " (" + columns + ") SELECT " + columns + " FROM %2$s." + name
                        + " LIMIT %3$d";
            }).toList();
        }
    }

    /** The dump as it is, loaded once for all variants. */
    private static synchronized TestServer.Schema rows() throws SQLException {
        if (rows == null) {
            var schema = TestServer.shared().newSchema("existing");
            try (var connection = schema.connect(); var statement = connection.createStatement()) {
                statement.execute("SET SESSION time_zone = '+00:00'");
                for (var sql : statements()) {
                    statement.execute(sql);
                }
            }
            rows = schema;
        }
        return rows;
    }
}
