package dev.rackside.db;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads from information_schema what the connection's own database is made of. */
final class ShapeReader {

    private static final String TABLES = """
            SELECT table_name, COALESCE(engine, ''), COALESCE(table_collation, '')
            FROM information_schema.tables
            WHERE table_schema = DATABASE() AND table_type <> 'SEQUENCE' ORDER BY table_name""";
    private static final String COLUMNS = """
            SELECT table_name, column_name, column_type, COALESCE(collation_name, ''), is_nullable, extra
            FROM information_schema.columns
            WHERE table_schema = DATABASE() ORDER BY table_name, ordinal_position""";
    private static final String INDEXES = """
            SELECT table_name, index_name, MIN(non_unique), MIN(index_type),
                GROUP_CONCAT(column_name ORDER BY seq_in_index SEPARATOR ',')
            FROM information_schema.statistics
            WHERE table_schema = DATABASE() GROUP BY table_name, index_name ORDER BY table_name, index_name""";
    private static final String REFERENCES = """
            SELECT k.table_name, k.constraint_name, GROUP_CONCAT(k.column_name ORDER BY k.ordinal_position SEPARATOR ','),
                MIN(k.referenced_table_name),
                GROUP_CONCAT(k.referenced_column_name ORDER BY k.ordinal_position SEPARATOR ','), MIN(r.delete_rule)
            FROM information_schema.key_column_usage AS k
            JOIN information_schema.referential_constraints AS r
                ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
                AND r.table_name = k.table_name
            WHERE k.constraint_schema = DATABASE() AND r.constraint_schema = DATABASE()
                AND k.referenced_table_schema = DATABASE()
            GROUP BY k.table_name, k.constraint_name ORDER BY k.table_name, k.constraint_name""";
    private static final String CHECKS = """
            SELECT table_name, constraint_name, check_clause
            FROM information_schema.check_constraints
            WHERE constraint_schema = DATABASE() ORDER BY table_name, constraint_name""";

    private ShapeReader() {
    }

    static Shape read(Connection connection) throws SQLException {
        var parts = new ArrayList<Shape.Part>();
        parts.addAll(query(connection, TABLES,
                row -> new Shape.Table(row.getString(1), row.getString(2), row.getString(3))));
        parts.addAll(query(connection, COLUMNS,
                row -> new Shape.Column(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5).equals("YES"),
                        row.getString(6).toLowerCase(Locale.ROOT).contains("on update"))));
        parts.addAll(indexes(connection));
        parts.addAll(references(connection));
        parts.addAll(query(connection, CHECKS,
                row -> new Shape.Check(row.getString(1), row.getString(2), row.getString(3))));
        return new Shape(parts);
    }

    static List<Shape.Index> indexes(Connection connection) throws SQLException {
        return query(connection, INDEXES, row -> new Shape.Index(row.getString(1), row.getString(2), kind(row),
                List.of(row.getString(5).split(",", -1))));
    }

    static List<Shape.Reference> references(Connection connection) throws SQLException {
        return query(connection, REFERENCES,
                row -> new Shape.Reference(row.getString(1), row.getString(2),
                        List.of(row.getString(3).split(",", -1)), row.getString(4),
                        List.of(row.getString(5).split(",", -1)), row.getString(6)));
    }

    private static Shape.IndexKind kind(ResultSet row) throws SQLException {
        if (row.getString(2).equals("PRIMARY")) {
            return Shape.IndexKind.PRIMARY;
        }
        if (row.getString(4).equals("FULLTEXT")) {
            return Shape.IndexKind.FULLTEXT;
        }
        return row.getInt(3) == 0 ? Shape.IndexKind.UNIQUE : Shape.IndexKind.PLAIN;
    }

    /** Reads one row of a result. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> query(Connection connection, @CompileTimeConstant String sql, RowReader<T> reader)
            throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        }
    }
}
