package dev.rackside.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The insights as somebody would read them by hand. */
final class PlainJdbc {

    private static final String STALE = """
            case when r.last_verified is null or r.last_verified < utc_timestamp(6) - interval 365 day
                or (r.last_verified < utc_timestamp(6) - interval 180 day
                    and coalesce(r.insight_category, '') <> 'command_constraints')
                or (r.last_verified < utc_timestamp(6) - interval 90 day
                    and coalesce(r.insight_category, '') = 'version_limitations') then 1 else 0 end""";

    private static final String ROWS = """
            select r.id, r.priority, r.insight_title, r.insight_category, r.confidence_level, r.client_id, c.name,
                r.infrastructure_id, m.hostname, r.last_verified, r.updated_at,""" + " " + STALE + """
             from environmental_insights r
                left join clients c on c.id = r.client_id
                left join infrastructure m on m.id = r.infrastructure_id
            """;

    private static final String ORDER = " order by r.priority desc, r.updated_at desc, r.id desc limit ";

    record Row(UUID id, int priority, String title, String category, String confidence, @Nullable UUID client,
            @Nullable String clientName, @Nullable UUID machine, @Nullable String host,
            @Nullable Instant verified, Instant updated, boolean stale) {}

    private PlainJdbc() {
    }

    static List<Row> first(Connection connection, int size) throws SQLException {
        return rows(connection, ROWS + ORDER + size);
    }

    static List<Row> firstOf(Connection connection, String client, int size) throws SQLException {
        return rows(connection, ROWS + " where r.client_id = ?" + ORDER + size, client);
    }

    static List<Row> after(Connection connection, Row row, int size) throws SQLException {
        return rows(connection, ROWS + " where r.priority < ? or (r.priority = ? and (r.updated_at < ?"
                + " or (r.updated_at = ? and r.id < ?)))" + ORDER + size, row.priority(), row.priority(),
                Timestamp.from(row.updated()), Timestamp.from(row.updated()), row.id().toString());
    }

    /** One row at a place, by counting. */
    static Row at(Connection connection, int place) throws SQLException {
        return rows(connection, ROWS + " join (select id from environmental_insights"
                + " order by priority desc, updated_at desc, id desc limit 1 offset " + place
                + ") x on x.id = r.id").getFirst();
    }

    /** The plain way to search: by the index of words. */
    static List<Row> words(Connection connection, String words, int size) throws SQLException {
        return rows(connection, ROWS
                + " where match(r.insight_title, r.insight_description) against (? in boolean mode)" + ORDER + size,
                words);
    }

    /** What contains a word anywhere: in title, description, commands or the machine's name. */
    static List<Row> containing(Connection connection, String word, int size) throws SQLException {
        var like = "%" + word + "%";
        return rows(connection, ROWS + " where r.insight_title like ? or r.insight_description like ?"
                + " or convert(r.examples using utf8mb4) collate utf8mb4_unicode_ci like ? or m.hostname like ?" + ORDER
                + size, like, like, like, like);
    }

    static List<Row> rows(Connection connection, String sql, Object... values) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(new Row(Objects.requireNonNull(uuid(found, 1)), found.getInt(2), found.getString(3),
                            found.getString(4),
                            found.getString(5), uuid(found, 6), found.getString(7), uuid(found, 8), found.getString(9),
                            instant(found, 10), Objects.requireNonNull(instant(found, 11)), found.getInt(12) != 0));
                }
            }
        }
        return rows;
    }

    /** Each value of each facet with its count; names for the thousand most frequent. */
    static int facets(Connection connection) throws SQLException {
        var lines = 0;
        for (var sql : new String[]{
                "select x.*, c.name from (select client_id, count(*) n from environmental_insights group by client_id"
                        + " order by n desc limit 1000) x left join clients c on c.id = x.client_id",
                "select x.*, m.hostname from (select infrastructure_id, count(*) n from environmental_insights"
                        + " group by infrastructure_id order by n desc limit 1000) x"
                        + " left join infrastructure m on m.id = x.infrastructure_id",
                "select insight_category, count(*) from environmental_insights group by insight_category",
                "select confidence_level, count(*) from environmental_insights group by confidence_level",
                "select priority, count(*) from environmental_insights group by priority",
                "select x.*, g.name from (select t.tag_id, count(*) n from environmental_insights r"
                        + " join infrastructure_tags t on t.infrastructure_id = r.infrastructure_id group by t.tag_id"
                        + " order by n desc limit 1000) x left join tags g on g.id = x.tag_id",
                "select " + STALE + " s, count(*) from environmental_insights r group by s"}) {
            lines += count(connection, sql);
        }
        return lines;
    }

    static int count(Connection connection, String sql, Object... values) throws SQLException {
        var rows = 0;
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    found.getString(1);
                    rows++;
                }
            }
        }
        return rows;
    }

    private static @Nullable UUID uuid(ResultSet found, int column) throws SQLException {
        var text = found.getString(column);
        return text == null ? null : UUID.fromString(text);
    }

    private static @Nullable Instant instant(ResultSet found, int column) throws SQLException {
        var stamp = found.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }
}
