package dev.rackside.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.client.ClientService;
import dev.rackside.row.Choice;
import dev.rackside.row.Count;
import dev.rackside.row.Order;
import dev.rackside.row.Page;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.row.Rows;
import jakarta.persistence.QueryTimeoutException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A search finds what LIKE finds, in order, whether the words are common or rare. */
class SearchedRowsTest {

    private static final Listing<Choice> LIST = Listing.of(Choice.class, "Client r").select("r.id, r.name")
            .glancing("select id from clients where match(name, notes) against (:words in boolean mode)")
            .orderedBy("name", SortColumn.own("r.name", Choice::label));
    private static final Order ORDER = Order.byDescending("name");
    private static final String ALPHABET = "abc  DÉß+-*()<>~\"@%_'!\\./0142漢";

    private static TestDatabase test;

    @BeforeAll
    static void open() throws SQLException {
        test = TestDatabase.migrated("searched", List.of(ClientService.ENTITIES));
        var random = new Random(3);
        try (var connection = test.schema().connect();
                var insert = connection.prepareStatement(
                        "insert into clients (id, name, type, notes) values (?, ?, 'internal', ?)")) {
            for (var i = 0; i < 700; i++) {
                insert.setString(1, Ids.next().toString());
                insert.setString(2, text(random, 14) + " AGAVE-APP0" + i % 10 + " " + i);
                insert.setString(3, i % 3 == 0 ? null : text(random, 30) + (i % 50 == 0 ? " needs C++ (x64)" : ""));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void commonAndRareWordsFindWhatLikeFinds() throws SQLException {
        for (var words : searches()) {
            var expected = like(words);
            assertThat(walk(rows(words))).as("along the order: %s", words).isEqualTo(expected);
            assertThat(walk(rare(words))).as("looking at all: %s", words).isEqualTo(expected);
            assertThat(rows(words).count(10_000)).as(words).isEqualTo(new Count(expected.size(), false));
        }
    }

    @Test
    void whatIsSeenAtAGlanceIsFoundAndInOrder() throws SQLException {
        for (var words : searches()) {
            var seen = ids(rows(words).glance(PageRequest.start(ORDER, 50)));
            var expected = new ArrayList<>(like(words));
            expected.retainAll(seen);
            assertThat(seen).as(words).isEqualTo(expected);
        }
        assertThat(rows("needs").glance(PageRequest.start(ORDER, 50))).isNotEmpty();
        assertThat(rows("+AGAVE-APP09*").glance(PageRequest.start(ORDER, 50))).isEmpty();
        assertThat(rows("AGAVE-APP09").glance(PageRequest.start(ORDER, 50))).hasSize(50);
    }

    @Test
    void countingEndsWhereItIsEnough() throws SQLException {
        assertThat(rows("agave").count(300)).isEqualTo(new Count(300, true));
        assertThat(rows("agave").count(700)).isEqualTo(new Count(700, false));
    }

    private static List<String> searches() {
        var searches = new ArrayList<>(List.of("+AGAVE-APP09*", "C++ (", "10.4.", "dc", "%", "'", "\\", "\"", "_", "!",
                "needs", "gave", "AGAVE APP03", "needs c", "é", "ss", "@", "a*", "-", "漢", "~ ", "zebracorn"));
        var random = new Random(11);
        for (var i = 0; i < 25; i++) {
            searches.add(text(random, 1 + random.nextInt(3)));
        }
        searches.removeIf(String::isBlank);
        return searches;
    }

    private static Condition condition(String words) {
        return new Condition().search("r.name like {0} or r.notes like {0}", words);
    }

    private static Rows<Choice> rows(String words) {
        return LIST.rows(test.database(), condition(words));
    }

    /** As if following the order took too long. */
    private static Rows<Choice> rare(String words) {
        return new SearchedRows<>(LIST, test.database(), condition(words), new Rows<>() {
            @Override
            public Page<Choice> page(PageRequest request) {
                throw new QueryTimeoutException();
            }

            @Override
            public long count() {
                throw new AssertionError("not asked");
            }

            @Override
            public long newerThan(Instant readAt) {
                throw new AssertionError("not asked");
            }
        });
    }

    private static List<UUID> walk(Rows<Choice> rows) {
        var seen = new ArrayList<UUID>();
        var page = rows.page(PageRequest.start(ORDER, 90));
        while (page.last() != null) {
            seen.addAll(ids(page.rows()));
            page = rows.page(new PageRequest(ORDER, new Position.After(page.last()), 90));
        }
        return seen;
    }

    private static List<UUID> ids(List<Choice> rows) {
        return rows.stream().map(Choice::id).toList();
    }

    private static List<UUID> like(String words) throws SQLException {
        var sql = new StringBuilder("select id from clients where 1 = 1");
        var patterns = SearchText.of(words).words().stream().map(SearchText::like).toList();
        patterns.forEach(_ -> sql.append(" and (name like ? escape '!' or notes like ? escape '!')"));
        try (var connection = test.schema().connect();
                var asked = connection.prepareStatement(sql + " order by name desc, id desc")) {
            for (var i = 0; i < patterns.size(); i++) {
                asked.setString(2 * i + 1, patterns.get(i));
                asked.setString(2 * i + 2, patterns.get(i));
            }
            try (var found = asked.executeQuery()) {
                var ids = new ArrayList<UUID>();
                while (found.next()) {
                    ids.add(UUID.fromString(found.getString(1)));
                }
                return ids;
            }
        }
    }
}
