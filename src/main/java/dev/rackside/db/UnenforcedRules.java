package dev.rackside.db;

import dev.rackside.db.Shape.IndexKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The rules that a fresh database of this program enforces and this one leaves to the programs that write to it, as an
 * adopted database does. Rackside keeps them for what it writes itself.
 */
public final class UnenforcedRules {

    /** What kind of rule it is; each has a message {@code schema.rule.<key>}. */
    public enum Kind {
        /** A value is of a list, in a range or of a form. */
        CHECK,
        /** A value is there once. */
        UNIQUE,
        /** A value is there at all. */
        REQUIRED,
        /** A value names a row of another table. */
        REFERENCE,
        /** What becomes of a row when the row that it refers to goes. */
        ON_DELETE,
        /** How long a value may be. */
        LENGTH,
        /** How text is compared. */
        COLLATION
    }

    /**
     * A rule that the database doesn't enforce.
     *
     * @param rule what a fresh database demands, in the server's words
     * @param found what this one has instead; empty where it has nothing
     * @param broken how many rows (of a unique rule: values) break it now; empty where that can't be told
     */
    public record Rule(Kind kind, String table, List<String> columns, String rule, String found, OptionalLong broken) {}

    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Pattern LENGTH = Pattern.compile("(?:var)?(?:char|binary)\\((\\d+)\\)");

    private final Connection connection;
    private final Shape known;
    private final Shape there;

    private UnenforcedRules(Connection connection, Shape known, Shape there) {
        this.connection = connection;
        this.known = known;
        this.there = there;
    }

    /** Compares the connection's database with a fresh one, and counts what breaks each rule; changes nothing. */
    public static List<Rule> of(Connection connection) throws SQLException {
        return of(connection, ShapeReader.read(connection));
    }

    /** @param there what the connection's database is made of */
    static List<Rule> of(Connection connection, Shape there) throws SQLException {
        var rules = new UnenforcedRules(connection, Shape.known(), there);
        var found = new ArrayList<Rule>();
        for (var table : rules.known.tables()) {
            if (rules.there.table(table.name()).isPresent()) {
                rules.addAll(found, table);
            }
        }
        return found;
    }

    private void addAll(List<Rule> rules, Shape.Table table) {
        var collation = there.table(table.name()).orElseThrow().collation();
        if (!collation.equals(table.collation())) {
            rules.add(new Rule(Kind.COLLATION, table.name(), List.of(), table.collation(), collation,
                    OptionalLong.empty()));
        }
        known.checks(table.name()).forEach(check -> addCheck(rules, check));
        known.indexes(table.name()).stream().filter(index -> index.kind() == IndexKind.UNIQUE)
                .forEach(index -> addUnique(rules, index));
        known.columns(table.name()).forEach(column -> addColumn(rules, column));
        known.references(table.name()).forEach(key -> addReference(rules, key));
    }

    private void addCheck(List<Rule> rules, Shape.Check check) {
        var columns = NAME.matcher(check.clause()).results().map(match -> match.group(1)).distinct().toList();
        if (!columns.stream().allMatch(column -> there.column(check.table(), column).isPresent())) {
            return;
        }
        var same = there.checks(check.table()).stream()
                .anyMatch(found -> plain(found.clause()).equals(plain(check.clause())));
        if (!same) {
            var nearest = there.checks(check.table()).stream().map(Shape.Check::clause)
                    .filter(clause -> columns.stream().allMatch(column -> clause.contains("`" + column + "`")))
                    .findFirst().orElse("");
            rules.add(
                    new Rule(Kind.CHECK, check.table(), columns, check.clause(), nearest, count("SELECT COUNT(*) FROM "
                            + Identifier.quoted(check.table()) + " WHERE NOT (" + check.clause() + ")")));
        }
    }

    private static String plain(String clause) {
        return clause.toLowerCase(Locale.ROOT).replaceAll("[\\s()]", "");
    }

    private void addUnique(List<Rule> rules, Shape.Index index) {
        var wanted = new HashSet<>(index.columns());
        var held = there.indexes(index.table()).stream()
                .filter(found -> found.kind() == IndexKind.UNIQUE || found.kind() == IndexKind.PRIMARY)
                .anyMatch(found -> wanted.containsAll(found.columns()));
        if (!held) {
            var columns = Identifier.quoted(index.columns());
            var present = index.columns().stream().map(name -> Identifier.quoted(name) + " IS NOT NULL").toList();
            rules.add(new Rule(Kind.UNIQUE, index.table(), index.columns(), String.join(", ", index.columns()), "",
                    count("SELECT COUNT(*) FROM (SELECT 1 FROM " + Identifier.quoted(index.table()) + " WHERE "
                            + String.join(" AND ", present) + " GROUP BY " + columns
                            + " HAVING COUNT(*) > 1) AS doubles")));
        }
    }

    private void addColumn(List<Rule> rules, Shape.Column column) {
        var found = there.column(column.table(), column.name());
        if (found.isEmpty()) {
            return;
        }
        if (!column.nullable() && found.get().nullable()) {
            rules.add(new Rule(Kind.REQUIRED, column.table(), List.of(column.name()), "NOT NULL", "NULL",
                    count("SELECT COUNT(*) FROM " + Identifier.quoted(column.table()) + " WHERE "
                            + Identifier.quoted(column.name()) + " IS NULL")));
        }
        var capacity = capacity(found.get().type());
        if (capacity >= 0 && capacity < capacity(column.type())) {
            rules.add(new Rule(Kind.LENGTH, column.table(), List.of(column.name()), column.type(), found.get().type(),
                    OptionalLong.empty()));
        }
    }

    /** How much a column holds, in characters or bytes as its type counts; -1 where the type has no such limit. */
    private static long capacity(String type) {
        var length = LENGTH.matcher(type);
        if (length.matches()) {
            return Long.parseLong(length.group(1));
        }
        return switch (type) {
            case "tinytext", "tinyblob" -> 255;
            case "text", "blob" -> 65_535;
            case "mediumtext", "mediumblob" -> 16_777_215;
            case "longtext", "longblob" -> 4_294_967_295L;
            default -> -1;
        };
    }

    private void addReference(List<Rule> rules, Shape.Reference key) {
        if (there.table(key.target()).isEmpty() || there.column(key.table(), key.columns().getFirst()).isEmpty()) {
            return;
        }
        var found = there.references(key.table()).stream()
                .filter(other -> other.columns().equals(key.columns()) && other.target().equals(key.target()))
                .findFirst();
        var rule = key.target() + " ON DELETE " + key.onDelete();
        if (found.isEmpty()) {
            rules.add(new Rule(Kind.REFERENCE, key.table(), key.columns(), rule, "", dangling(key)));
        } else if (!found.get().onDelete().equals(key.onDelete())) {
            rules.add(new Rule(Kind.ON_DELETE, key.table(), key.columns(), rule,
                    key.target() + " ON DELETE " + found.get().onDelete(), OptionalLong.empty()));
        }
    }

    private OptionalLong dangling(Shape.Reference key) {
        var column = "t." + Identifier.quoted(key.columns().getFirst());
        return count("SELECT COUNT(*) FROM " + Identifier.quoted(key.table()) + " AS t LEFT JOIN "
                + Identifier.quoted(key.target()) + " AS p ON p.id = " + column + " WHERE " + column
                + " IS NOT NULL AND p.id IS NULL");
    }

    /** Counts with a statement made of names and clauses of this program's own; empty where the types don't allow it. */
    private OptionalLong count(String sql) {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        } catch (SQLException _) {
            return OptionalLong.empty();
        }
    }
}
