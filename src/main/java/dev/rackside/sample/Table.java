package dev.rackside.sample;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one table before they are written, in their order. */
final class Table {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS")
            .withZone(ZoneOffset.UTC);

    private final String name;
    private final List<String> columns;
    private final String sql;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private Outlet outlet = _ -> {
    };

    /** Takes rows away while more are being made. */
    @FunctionalInterface
    interface Outlet {
        /** A row was added; those that are written may be removed from the table's rows. */
        void added(Table table);
    }

    private Table(String name, List<String> columns, String sql) {
        this.name = name;
        this.columns = columns;
        this.sql = sql;
    }

    static Table of(String name, String... columns) {
        return new Table(name, List.of(columns), "INSERT INTO " + name + " (" + String.join(", ", columns)
                + ") VALUES (" + String.join(", ", Collections.nCopies(columns.length, "?")) + ")");
    }

    /** Changes of rows that are there already: a row holds the new values and then the id. */
    static Table changing(String name, String... columns) {
        var values = new ArrayList<>(List.of(columns));
        values.add("id");
        return new Table(name, List.copyOf(values),
                "UPDATE " + name + " SET " + String.join(" = ?, ", columns) + " = ? WHERE id = ?");
    }

    /** A row; instants become text in UTC, as the session of the writer reads it. */
    void add(@Nullable Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException(name + ": " + values.length + " values for " + columns);
        }
        var row = new ArrayList<@Nullable Object>(values.length);
        Arrays.stream(values).map(value -> value instanceof Instant at ? UTC.format(at) : value).forEach(row::add);
        rows.add(Collections.unmodifiableList(row));
        outlet.added(this);
    }

    /** From now on somebody writes the rows while they are made. */
    void flowsTo(Outlet taker) {
        outlet = taker;
    }

    String name() {
        return name;
    }

    List<List<@Nullable Object>> rows() {
        return rows;
    }

    /** What writes a row, with a place for each value. */
    String sql() {
        return sql;
    }
}
