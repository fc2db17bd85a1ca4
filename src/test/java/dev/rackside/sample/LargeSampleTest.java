package dev.rackside.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.db.TestDatabase;
import dev.rackside.fault.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The large sample, five hundred times smaller. */
@Tag("long")
class LargeSampleTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
    private static final LargeSample.Size SIZE = LargeSample.Size.LARGE.dividedBy(500);

    private static final String INDEXES = """
            select group_concat(concat_ws(' ', table_name, index_name, index_type, non_unique, seq_in_index,
                column_name, sub_part, collation) order by table_name, index_name, seq_in_index separator ';')
            from information_schema.statistics where table_schema = database()""";

    @Test
    void rowsAreAsManyAsAskedForAndReferToRows() throws SQLException {
        try (var connection = migrated()) {
            var indexes = text(connection, INDEXES);
            var heard = new ArrayList<Integer>();

            new LargeSample(NOW, SIZE).fill(connection, (done, total) -> heard.add(100 * done / total));

            assertThat(text(connection, INDEXES)).isEqualTo(indexes);
            assertThat(LargeSample.unfinished(connection)).isFalse();
            assertThat(heard).isSorted().last().isEqualTo(100);
            for (var count : List.of("clients 20", "infrastructure 400", "sessions 200", "work_items 800",
                    "environmental_insights 2000", "ticket_links 200", "external_integrations 2000",
                    "failure_patterns 45")) {
                var parts = count.split(" ", -1);
                assertThat(text(connection, "select count(*) from " + parts[0])).as(parts[0]).isEqualTo(parts[1]);
            }
            for (var orphans : orphans(connection)) {
                assertThat(text(connection, orphans)).as(orphans).isEqualTo("0");
            }
            assertThat(text(connection, "select max(n) >= 2.5 * min(n) from (select count(*) n from infrastructure"
                    + " group by client_id) x")).as("large and small clients").isEqualTo("1");
            assertThatThrownBy(() -> new LargeSample(NOW, SIZE).fill(connection, Progress.NONE))
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void whatWasCutOffIsNoticedAndBegunAnew() throws SQLException {
        try (var connection = migrated(); var other = migrated()) {
            var indexes = text(connection, INDEXES);
            var cut = new LargeSample(NOW, SIZE);
            assertThatThrownBy(() -> cut.fill(connection, (done, total) -> {
                if (done > total / 4) {
                    Thread.currentThread().interrupt();
                }
            })).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();

            assertThat(LargeSample.unfinished(connection)).isFalse();
            assertThat(SampleData.fits(connection)).isTrue();
            assertThat(text(connection, INDEXES)).isEqualTo(indexes);

            // As after a crash: the mark is there, some rows, no indexes.
            var bulk = new Bulk(connection, Progress.NONE, 1);
            bulk.begin();
            connection.setAutoCommit(true);
            assertThat(LargeSample.unfinished(connection)).isTrue();
            new LargeSample(NOW, SIZE).fill(connection, Progress.NONE);
            new LargeSample(NOW, SIZE).fill(other, Progress.NONE);

            assertThat(text(connection, INDEXES)).isEqualTo(indexes);
            var sum = "checksum table environmental_insights, work_items, external_integrations, infrastructure";
            assertThat(sums(connection, sum)).isEqualTo(sums(other, sum));
        }
    }

    private static Connection migrated() throws SQLException {
        var test = TestDatabase.migrated("large", List.of());
        test.close();
        var connection = test.schema().connect();
        connection.createStatement().execute("set session group_concat_max_len = 1000000");
        return connection;
    }

    /** For each foreign key of one column: how many rows refer to none. */
    private static List<String> orphans(Connection connection) throws SQLException {
        var queries = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("""
                        select table_name, column_name, referenced_table_name, referenced_column_name
                        from information_schema.key_column_usage
                        where table_schema = database() and referenced_table_name is not null""")) {
            while (found.next()) {
                queries.add("select count(*) from %1$s a left join %3$s b on b.%4$s = a.%2$s where a.%2$s is not null"
                        .formatted(found.getString(1), found.getString(2), found.getString(3), found.getString(4))
                        + " and b.id is null");
            }
        }
        assertThat(queries).hasSizeGreaterThan(15);
        return queries;
    }

    private static List<String> sums(Connection connection, String sql) throws SQLException {
        var sums = new ArrayList<String>();
        try (var statement = connection.createStatement(); var found = statement.executeQuery(sql)) {
            while (found.next()) {
                var table = found.getString(1);
                sums.add(table.substring(table.indexOf('.')) + " " + found.getString(2));
            }
        }
        return sums;
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        }
    }

}
