package dev.rackside.db;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * One edit of one row: an {@code UPDATE} that matches the row version and, since other programs don't raise that, the
 * loaded value of every edited column too, NULL-safe. Texts are compared byte for byte, so that a change of case alone
 * is seen. Only columns that differ are written.
 */
public final class Edit {

    private record Column(String name, @Nullable Object before, @Nullable Object after) {

        boolean text() {
            return before instanceof String || after instanceof String;
        }

        boolean changed() {
            return !Objects.equals(before, after);
        }

        String matches() {
            return text()
                    ? "cast(convert(" + name + " using utf8mb4) as binary) <=> cast(? as binary)"
                    : name + " <=> ?";
        }
    }

    private final String table;
    private final Object id;
    private final int rowVersion;
    private final List<Column> columns = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    private Edit(String table, Object id, int rowVersion) {
        this.table = table;
        this.id = id;
        this.rowVersion = rowVersion;
    }

    public static Edit of(@CompileTimeConstant String table, java.util.UUID id, int rowVersion) {
        return new Edit(table, id.toString(), rowVersion);
    }

    /** An edited column with the value it was loaded with and the one it shall have. */
    public Edit column(@CompileTimeConstant String name, @Nullable Object before, @Nullable Object after) {
        columns.add(new Column(name, sql(before), sql(after)));
        return this;
    }

    /** A column written with its own value: an adopted timestamp may otherwise change by itself. */
    public Edit keep(@CompileTimeConstant String name) {
        kept.add(name);
        return this;
    }

    /** Ids are text in the database. */
    private static @Nullable Object sql(@Nullable Object value) {
        return value instanceof java.util.UUID uuid ? uuid.toString() : value;
    }

    /** Writes; false where the row is gone or somebody changed it since it was loaded. */
    public boolean apply(StatelessSession session) {
        var query = session.createNativeMutationQuery(sql());
        var parameters = parameters();
        for (var i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query.executeUpdate() == 1;
    }

    /**
     * Writes many at once, those of one kind in one batch: over a slow line a hundred cost what one does.
     *
     * @return for each, in their order, what {@link #apply} would have said
     */
    public static List<Boolean> applyAll(StatelessSession session, List<Edit> edits) {
        var alike = new LinkedHashMap<String, List<Integer>>();
        for (var place = 0; place < edits.size(); place++) {
            alike.computeIfAbsent(edits.get(place).sql(), _ -> new ArrayList<>()).add(place);
        }
        var applied = new Boolean[edits.size()];
        alike.forEach((sql, places) -> {
            var counts = session.doReturningWork(
                    connection -> batch(connection, sql, places.stream().map(edits::get).toList()));
            for (var i = 0; i < counts.length; i++) {
                if (counts[i] < 0) {
                    throw new IllegalStateException("The driver didn't count: " + counts[i]);
                }
                applied[places.get(i)] = counts[i] == 1;
            }
        });
        return List.of(applied);
    }

    private static int[] batch(Connection connection, String sql, List<Edit> edits) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var edit : edits) {
                var parameters = edit.parameters();
                for (var i = 0; i < parameters.size(); i++) {
                    statement.setObject(i + 1, plain(parameters.get(i)));
                }
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /** Every session's clock is UTC, so a moment is the date and time that it has there. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Instant moment ? LocalDateTime.ofInstant(moment, ZoneOffset.UTC) : value;
    }

    private List<Column> written() {
        return columns.stream().filter(Column::changed).toList();
    }

    private String sql() {
        var set = written().stream().map(column -> column.name() + " = ?")
                .collect(Collectors.toCollection(ArrayList::new));
        kept.forEach(name -> set.add(name + " = " + name));
        set.add("updated_at = utc_timestamp(6)");
        set.add("row_version = row_version + 1");
        return "update " + table + " set " + String.join(", ", set) + " where id = ? and row_version = ?"
                + columns.stream().map(column -> " and " + column.matches()).collect(Collectors.joining());
    }

    private List<@Nullable Object> parameters() {
        var parameters = new ArrayList<@Nullable Object>();
        written().forEach(column -> parameters.add(column.after()));
        parameters.add(id);
        parameters.add(rowVersion);
        columns.forEach(column -> parameters.add(column.before()));
        return parameters;
    }
}
