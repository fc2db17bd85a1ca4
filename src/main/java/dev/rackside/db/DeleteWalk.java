package dev.rackside.db;

import dev.rackside.db.Dependents.Effect;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows the foreign keys from a row to everything that goes with it. Rows are told apart by their primary key, so
 * that rings of tables end and a row counts once. SQL is made of quoted names from information_schema and bound values.
 */
final class DeleteWalk {

    private static final int ROWS_A_QUERY = 500;

    private final Connection connection;
    private final List<Shape.Reference> references;
    private final Map<String, List<String>> primaryKeys;
    private final Map<Fate, Set<List<@Nullable Object>>> reached = new HashMap<>();
    /** Rows of tables that have no key to tell them apart. */
    private final Map<Fate, Long> unkeyed = new HashMap<>();

    DeleteWalk(Connection connection) throws SQLException {
        this.connection = connection;
        this.references = ShapeReader.references(connection);
        this.primaryKeys = ShapeReader.indexes(connection).stream()
                .filter(index -> index.kind() == Shape.IndexKind.PRIMARY)
                .collect(Collectors.toMap(Shape.Index::table, Shape.Index::columns));
    }

    /** What happens to rows of a table; in the order in which a person reads it. */
    private record Fate(Effect effect, String table) implements Comparable<Fate> {
        @Override
        public int compareTo(Fate other) {
            return Comparator.comparing(Fate::effect).thenComparing(Fate::table).compare(this, other);
        }
    }

    Dependents from(String table, UUID id) throws SQLException {
        var start = query(table, List.of("id"), List.of(List.of(id.toString())));
        rows(Effect.DELETED, table).addAll(start);
        var waiting = new ArrayDeque<Found>();
        waiting.add(new Found(table, start));
        while (!waiting.isEmpty()) {
            var parent = waiting.remove();
            for (var key : references) {
                if (key.target().equals(parent.table())) {
                    follow(key, parent).ifNews(waiting);
                }
            }
        }
        rows(Effect.DELETED, table).removeAll(start);
        return counted(start, table);
    }

    /** Rows of a table that were reached for the first time. */
    private record Found(String table, Collection<List<@Nullable Object>> rows) {
        void ifNews(Collection<Found> waiting) {
            if (!rows.isEmpty()) {
                waiting.add(this);
            }
        }
    }

    private Found follow(Shape.Reference key, Found parent) throws SQLException {
        var positions = key.targetColumns().stream().map(columns(parent.table())::indexOf).toList();
        var values = parent.rows().stream()
                .<List<@Nullable Object>>map(row -> positions.stream().<@Nullable Object>map(row::get).toList())
                .distinct().toList();
        var effect = switch (key.onDelete()) {
            case "CASCADE" -> Effect.DELETED;
            case "SET NULL", "SET DEFAULT" -> Effect.UNLINKED;
            default -> Effect.REFUSES;
        };
        if (columns(key.table()).isEmpty()) {
            unkeyed.merge(new Fate(effect, key.table()), count(key, values), Long::sum);
            return new Found(key.table(), List.of());
        }
        var known = rows(effect, key.table());
        var news = query(key.table(), key.columns(), values).stream().filter(known::add).toList();
        return new Found(key.table(), effect == Effect.DELETED ? news : List.of());
    }

    private Set<List<@Nullable Object>> rows(Effect effect, String table) {
        return reached.computeIfAbsent(new Fate(effect, table), _ -> new HashSet<>());
    }

    /** What is read of a table: its key, and what others refer to. */
    private List<String> columns(String table) {
        var key = primaryKeys.getOrDefault(table, List.of());
        var targets = references.stream().filter(reference -> reference.target().equals(table))
                .flatMap(reference -> reference.targetColumns().stream());
        return List.copyOf(new LinkedHashSet<>(Stream.concat(key.stream(), targets).toList()));
    }

    private List<List<@Nullable Object>> query(String table, List<String> by, List<List<@Nullable Object>> values)
            throws SQLException {
        var columns = columns(table);
        var found = new ArrayList<List<@Nullable Object>>();
        for (var from = 0; from < values.size(); from += ROWS_A_QUERY) {
            var some = values.subList(from, Math.min(values.size(), from + ROWS_A_QUERY));
            select(Identifier.quoted(columns), table, by, some, row -> found.add(read(row, columns.size())));
        }
        return found;
    }

    private long count(Shape.Reference key, List<List<@Nullable Object>> values) throws SQLException {
        var total = new long[1];
        for (var from = 0; from < values.size(); from += ROWS_A_QUERY) {
            var some = values.subList(from, Math.min(values.size(), from + ROWS_A_QUERY));
            select("COUNT(*)", key.table(), key.columns(), some, row -> total[0] += row.getLong(1));
        }
        return total[0];
    }

    /** Bytes of a key, which are compared by content; one character a byte. */
    private record Binary(String characters) {
        static Binary of(byte[] bytes) {
            return new Binary(new String(bytes, StandardCharsets.ISO_8859_1));
        }

        byte[] bytes() {
            return characters.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** Takes the row that a result stands on. */
    private interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    private void select(String what, String table, List<String> by, List<List<@Nullable Object>> values, RowTaker taker)
            throws SQLException {
        var places = "(" + "?, ".repeat(by.size() - 1) + "?)";
        var sql = "SELECT " + what + " FROM " + Identifier.quoted(table) + " WHERE (" + Identifier.quoted(by) + ") IN ("
                + (places + ", ").repeat(values.size() - 1) + places + ")";
        try (var statement = connection.prepareStatement(sql)) {
            var place = 1;
            for (var tuple : values) {
                for (var value : tuple) {
                    statement.setObject(place++, value instanceof Binary binary ? binary.bytes() : value);
                }
            }
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        }
    }

    private static List<@Nullable Object> read(ResultSet row, int columns) throws SQLException {
        var values = new ArrayList<@Nullable Object>(columns);
        for (var column = 1; column <= columns; column++) {
            var value = row.getObject(column);
            values.add(value instanceof byte[] bytes ? Binary.of(bytes) : value);
        }
        return values;
    }

    private Dependents counted(Collection<List<@Nullable Object>> start, String table) {
        var counts = new TreeMap<>(unkeyed);
        for (var fate : List.copyOf(reached.keySet())) {
            var rows = rows(fate.effect(), fate.table());
            if (fate.effect() != Effect.DELETED) {
                rows.removeAll(rows(Effect.DELETED, fate.table()));
                rows.removeAll(fate.table().equals(table) ? start : List.of());
            }
            counts.merge(fate, (long) rows.size(), Long::sum);
        }
        return new Dependents(counts.entrySet().stream().filter(entry -> entry.getValue() > 0)
                .map(entry -> new Dependents.Group(entry.getKey().table(), entry.getKey().effect(), entry.getValue()))
                .toList());
    }
}
