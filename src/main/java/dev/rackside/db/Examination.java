package dev.rackside.db;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a database by looking at it over one connection, without the mapping, whose making takes longer
 * than all that is asked here. Nothing is changed. All methods block, and throw a {@link Problem} where the server is
 * away; those that look at the rows take as long as reading every table takes.
 */
public final class Examination implements AutoCloseable {

    private static final Set<Integer> RIGHTS = Set.of(1044, 1142, 1143);
    /** Of what a column holds, the share from which a text counts as near its end. */
    private static final double NEAR = 0.9;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS",
            Locale.ROOT);

    private final DatabaseAddress address;
    private final Connection connection;
    private @Nullable Shape shape;

    private Examination(DatabaseAddress address, Connection connection) {
        this.address = address;
        this.connection = connection;
    }

    /**
     * Connects.
     *
     * @param password the caller may wipe its copy afterwards
     * @throws Problem where that isn't possible
     */
    public static Examination of(DatabaseAddress address, char[] password) {
        return new Examination(address, address.connect(password));
    }

    /** What an account may do with a table's rows. */
    public enum Right {
        SELECT, INSERT, UPDATE, DELETE
    }

    /** A right that the account lacks on some tables. */
    public record MissingRight(Right right, List<String> tables) {}

    /**
     * A text column with texts near the end of what it can hold.
     *
     * @param capacity in bytes
     * @param rows how many rows have such a text
     */
    public record LongText(String table, String column, long capacity, long rows) {}

    /** The server's name of its version, for example {@code 11.4.5-MariaDB}. */
    public String serverVersion() {
        return connected(connection -> one(connection, "SELECT VERSION()").orElse(""));
    }

    /** The server's clock. */
    public Instant clock() {
        return connected(connection -> LocalDateTime
                .parse(one(connection, "SELECT DATE_FORMAT(UTC_TIMESTAMP(6), '%Y-%m-%d %H:%i:%s.%f')").orElseThrow(),
                        CLOCK)
                .toInstant(ZoneOffset.UTC));
    }

    /** @throws Problem CLUSTER_NOT_READY where the server is a node without a majority */
    public void ready() {
        if (connected(connection -> one(connection, Database.CLUSTER_READY)).filter("OFF"::equalsIgnoreCase)
                .isPresent()) {
            throw new Problem(ErrorCode.CLUSTER_NOT_READY, address.hostList());
        }
    }

    /** The account as the server found it, for example {@code ana@10.4.%}. */
    public String account() {
        return connected(connection -> one(connection, "SELECT CURRENT_USER()").orElse(""));
    }

    /** The protocol that protects the connection; empty where nothing does. */
    public Optional<String> tls() {
        return connected(connection -> status(connection, "SHOW SESSION STATUS LIKE 'Ssl_version'"));
    }

    /** How many nodes the cluster has; empty where the server is in none. */
    public OptionalInt clusterSize() {
        return connected(connection -> {
            var size = status(connection, "SHOW GLOBAL STATUS LIKE 'wsrep_cluster_size'");
            return size.isEmpty() || size.get().equals("0")
                    ? OptionalInt.empty()
                    : OptionalInt.of(Integer.parseInt(size.get()));
        });
    }

    public SchemaState state() {
        return connected(SchemaState::read);
    }

    /** The rules that this database leaves to the programs that write to it, with what breaks them now. */
    public List<UnenforcedRules.Rule> unenforcedRules() {
        return connected(connection -> UnenforcedRules.of(connection, shape(connection)));
    }

    /** The rights on rows that the account lacks on tables of Rackside's that are there. */
    public List<MissingRight> missingRights() {
        return connected(connection -> {
            var there = shape(connection);
            var missing = new ArrayList<MissingRight>();
            for (var right : Right.values()) {
                var tables = new ArrayList<String>();
                for (var table : Shape.known().tables()) {
                    var columns = there.columns(table.name());
                    if (!columns.isEmpty() && lacks(connection, right, columns.getFirst())) {
                        tables.add(table.name());
                    }
                }
                if (!tables.isEmpty()) {
                    missing.add(new MissingRight(right, tables));
                }
            }
            return missing;
        });
    }

    // The server plans such a statement only for those who may run it, and doesn't run it.
    private static boolean lacks(Connection connection, Right right, Shape.Column column) throws SQLException {
        var needed = switch (right) {
            case SELECT -> true;
            case INSERT -> Rights.added(column.table());
            case UPDATE -> Rights.updated(column.table());
            case DELETE -> Rights.deleted(column.table());
        };
        if (!needed) {
            return false;
        }
        var table = Identifier.quoted(column.table());
        var name = Identifier.quoted(right == Right.UPDATE
                ? Rights.changed(column.table(), column.name())
                : column.name());
        var sql = switch (right) {
            case SELECT -> "SELECT " + name + " FROM " + table + " WHERE FALSE";
            case INSERT -> "INSERT INTO " + table + " (" + name + ") VALUES (NULL)";
            case UPDATE -> "UPDATE " + table + " SET " + name + " = " + name + " WHERE FALSE";
            case DELETE -> "DELETE FROM " + table + " WHERE FALSE";
        };
        try (var statement = connection.createStatement(); var plan = statement.executeQuery("EXPLAIN " + sql)) {
            return plan.getMetaData().getColumnCount() == 0;
        } catch (SQLException e) {
            if (RIGHTS.contains(e.getErrorCode())) {
                return true;
            }
            if (Translation.connectionLost(e)) {
                throw e;
            }
            // The server refuses the plan for another reason, after it looked at the rights.
            return false;
        }
    }

    /** The text columns of Rackside's tables whose texts are about to fill them; what is longer would be cut. */
    public List<LongText> longTexts() {
        return connected(connection -> {
            var there = shape(connection);
            var found = new ArrayList<LongText>();
            for (var table : Shape.known().tables()) {
                var columns = there.columns(table.name()).stream().filter(column -> capacity(column) > 0).toList();
                if (!columns.isEmpty()) {
                    found.addAll(longTexts(connection, columns));
                }
            }
            return found;
        });
    }

    private static List<LongText> longTexts(Connection connection, List<Shape.Column> columns) throws SQLException {
        var counts = columns.stream().map(column -> "COALESCE(SUM(OCTET_LENGTH(" + Identifier.quoted(column.name())
                + ") >= " + (long) (capacity(column) * NEAR) + "), 0)").collect(Collectors.joining(", "));
        var sql = "SELECT " + counts + " FROM " + Identifier.quoted(columns.getFirst().table());
        var found = new ArrayList<LongText>();
        try (var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            row.next();
            for (var i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                if (row.getLong(i + 1) > 0) {
                    found.add(new LongText(column.table(), column.name(), capacity(column), row.getLong(i + 1)));
                }
            }
        }
        return found;
    }

    private static long capacity(Shape.Column column) {
        return switch (column.type().toLowerCase(Locale.ROOT)) {
            case "tinytext" -> 255;
            case "text" -> 65_535;
            default -> 0;
        };
    }

    private static Optional<String> one(Connection connection, String sql) throws SQLException {
        return value(connection, sql, 1);
    }

    private static Optional<String> status(Connection connection, String sql) throws SQLException {
        return value(connection, sql, 2).filter(text -> !text.isBlank());
    }

    private static Optional<String> value(Connection connection, String sql, int column) throws SQLException {
        try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.ofNullable(row.getString(column)) : Optional.empty();
        }
    }

    private Shape shape(Connection open) throws SQLException {
        var read = shape;
        if (read == null) {
            read = ShapeReader.read(open);
            shape = read;
        }
        return read;
    }

    /** Something else that is looked for there. */
    public interface Look<T> {
        T on(Connection connection) throws SQLException;
    }

    /** @throws Problem as all of these methods do */
    public <T> T connected(Look<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw Translation.of(address).translate(new IllegalStateException(e));
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException _) {
            // It was only looked at.
        }
    }
}
