package dev.rackside.db;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as bytes, value by value, the same on any server: numbers and times as the server writes them,
 * text in UTF-8, everything else as it is.
 */
final class RawRows {

    /** So many rows are under way at a time. */
    static final int CHUNK = 500;
    /** A chunk ends early where its values are longer, so that no server finds the statement too long. */
    private static final int CHUNK_BYTES = 1 << 20;

    private final CopyPlan.Table table;
    private final int[] keyPlaces;

    RawRows(CopyPlan.Table table) {
        this.table = table;
        this.keyPlaces = table.keyPlaces();
    }

    /** Values of one row, in the order of the table's columns. */
    static final class Raw {

        private final byte[] @Nullable [] values;

        Raw(byte[] @Nullable [] values) {
            this.values = values;
        }

        /** Where it differs from another row of the same table. */
        List<String> differences(Raw other, List<String> columns) {
            var found = new ArrayList<String>();
            for (var i = 0; i < values.length; i++) {
                if (!Arrays.equals(values[i], other.values[i])) {
                    found.add(columns.get(i));
                }
            }
            return found;
        }
    }

    /** Takes rows as they come. */
    interface Sink {
        void take(List<Raw> rows) throws SQLException;
    }

    /** The values of a row's key, as text for people and to tell rows apart. */
    String key(Raw row) {
        return Arrays.stream(keyPlaces).mapToObj(place -> {
            var value = row.values[place];
            return value == null ? "" : new String(value, StandardCharsets.UTF_8);
        }).collect(Collectors.joining(" / "));
    }

    /** Reads all rows, streaming, in chunks. */
    void all(Connection connection, Sink sink) throws SQLException {
        try (var statement = connection.prepareStatement(select())) {
            statement.setFetchSize(CHUNK);
            try (var found = statement.executeQuery()) {
                var rows = new ArrayList<Raw>();
                var bytes = 0L;
                while (found.next()) {
                    var row = row(found);
                    rows.add(row);
                    bytes += Arrays.stream(row.values).mapToLong(value -> value == null ? 0 : value.length).sum();
                    if (rows.size() == CHUNK || bytes > CHUNK_BYTES) {
                        sink.take(rows);
                        rows = new ArrayList<>();
                        bytes = 0;
                    }
                }
                if (!rows.isEmpty()) {
                    sink.take(rows);
                }
            }
        }
    }

    /** Those of the rows that a database has too, by their keys. */
    List<Raw> same(Connection connection, List<Raw> wanted) throws SQLException {
        var keys = table.key().stream().map(Identifier::quoted).collect(Collectors.joining(", "));
        var place = "(" + String.join(", ", Collections.nCopies(keyPlaces.length, "?")) + ")";
        var sql = select() + " WHERE (" + keys + ") IN ("
                + String.join(", ", Collections.nCopies(wanted.size(), place)) + ")";
        try (var statement = connection.prepareStatement(sql)) {
            var parameter = 1;
            for (var row : wanted) {
                for (var keyPlace : keyPlaces) {
                    var value = row.values[keyPlace];
                    statement.setString(parameter++, value == null ? null : new String(value, StandardCharsets.UTF_8));
                }
            }
            try (var found = statement.executeQuery()) {
                var rows = new ArrayList<Raw>();
                while (found.next()) {
                    rows.add(row(found));
                }
                return rows;
            }
        }
    }

    /** Writes rows as they are. */
    void insert(Connection connection, List<Raw> rows) throws SQLException {
        var columns = table.columns().stream().map(Identifier::quoted).collect(Collectors.joining(", "));
        var place = "(" + String.join(", ", Collections.nCopies(table.columns().size(), "?")) + ")";
        var sql = "INSERT INTO " + Identifier.quoted(table.name()) + " (" + columns + ") VALUES "
                + String.join(", ", Collections.nCopies(rows.size(), place));
        try (var statement = connection.prepareStatement(sql)) {
            var parameter = 1;
            for (var row : rows) {
                for (var value : row.values) {
                    statement.setBytes(parameter++, value);
                }
            }
            statement.executeUpdate();
        }
    }

    private String select() {
        return "SELECT " + table.columns().stream().map(this::bytes).collect(Collectors.joining(", ")) + " FROM "
                + Identifier.quoted(table.name());
    }

    private String bytes(String column) {
        var name = Identifier.quoted(column);
        return "CAST(" + (table.texts().contains(column) ? "CONVERT(" + name + " USING utf8mb4)" : name)
                + " AS BINARY)";
    }

    private Raw row(ResultSet found) throws SQLException {
        var values = new byte[table.columns().size()] @Nullable [];
        for (var i = 0; i < values.length; i++) {
            values[i] = found.getBytes(i + 1);
        }
        return new Raw(values);
    }
}
