package dev.rackside.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The tables of a database with their columns, keys and checks: as a server has them ({@link ShapeReader}), or as a
 * fresh database of this program has them ({@link #known()}).
 */
record Shape(List<Part> parts) {

    private static final String KNOWN = "known-schema.tsv";

    Shape {
        parts = List.copyOf(parts);
    }

    /** Something that a schema is made of. */
    sealed interface Part {
        String table();

        String name();
    }

    /** A table; {@code engine} is empty for a view. */
    record Table(String name, String engine, String collation) implements Part {
        @Override
        public String table() {
            return name;
        }
    }

    /**
     * A column.
     *
     * @param type the full type as the server spells it, for example {@code varchar(255)}
     * @param collation empty where the type has none
     * @param stamped whether the server fills it at every update
     */
    record Column(String table, String name, String type, String collation, boolean nullable, boolean stamped)
            implements
                Part {

        /** The type with its character set, as a column that refers to this one must repeat it. */
        String fullType() {
            return collation.isEmpty() ? type : type + " CHARACTER SET " + charset() + " COLLATE " + collation;
        }

        /** The character set; a collation's name begins with it. */
        String charset() {
            var end = collation.indexOf('_');
            return end < 0 ? collation : collation.substring(0, end);
        }
    }

    /** How an index finds rows. */
    enum IndexKind {
        PRIMARY, UNIQUE, PLAIN, FULLTEXT
    }

    record Index(String table, String name, IndexKind kind, List<String> columns) implements Part {}

    /** A foreign key; {@code onDelete} is CASCADE, SET NULL, RESTRICT or NO ACTION. */
    record Reference(String table, String name, List<String> columns, String target, List<String> targetColumns,
            String onDelete) implements Part {}

    record Check(String table, String name, String clause) implements Part {}

    /** The tables of this program's own newest version. */
    static Shape known() {
        try (var stream = Objects.requireNonNull(Shape.class.getResourceAsStream(KNOWN), KNOWN);
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new Shape(lines.lines().filter(line -> !line.startsWith("#")).map(Shape::part).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Part part(String line) {
        var f = line.split("\t", -1);
        return switch (f[0]) {
            case "table" -> new Table(f[1], f[2], f[3]);
            case "column" -> new Column(f[1], f[2], f[3], f[4], f[5].equals("null"), f[6].equals("stamped"));
            case "index" -> new Index(f[1], f[2], IndexKind.valueOf(f[3]), list(f[4]));
            case "reference" -> new Reference(f[1], f[2], list(f[3]), f[4], list(f[5]), f[6]);
            case "check" -> new Check(f[1], f[2], f[3]);
            default -> throw new IllegalStateException(line);
        };
    }

    private static List<String> list(String names) {
        return List.of(names.split(","));
    }

    List<Table> tables() {
        return all(Table.class).toList();
    }

    Optional<Table> table(String name) {
        return all(Table.class).filter(table -> table.name().equals(name)).findFirst();
    }

    List<Column> columns(String table) {
        return of(Column.class, table);
    }

    Optional<Column> column(String table, String name) {
        return columns(table).stream().filter(column -> column.name().equals(name)).findFirst();
    }

    List<Index> indexes(String table) {
        return of(Index.class, table);
    }

    List<Reference> references(String table) {
        return of(Reference.class, table);
    }

    List<Reference> references() {
        return all(Reference.class).toList();
    }

    List<Check> checks(String table) {
        return of(Check.class, table);
    }

    /** Whether a table has a part of this class and name. */
    boolean has(Class<? extends Part> kind, String table, String name) {
        return of(kind, table).stream().anyMatch(part -> part.name().equals(name));
    }

    private <P extends Part> List<P> of(Class<P> kind, String table) {
        return all(kind).filter(part -> part.table().equals(table)).toList();
    }

    private <P extends Part> java.util.stream.Stream<P> all(Class<P> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast);
    }
}
