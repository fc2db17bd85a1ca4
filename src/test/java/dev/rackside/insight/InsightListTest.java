package dev.rackside.insight;

import static dev.rackside.insight.InsightRows.AGAVE;
import static dev.rackside.insight.InsightRows.AGAVE_APP;
import static dev.rackside.insight.InsightRows.COPPER;
import static dev.rackside.insight.InsightRows.COPPER_DC;
import static dev.rackside.insight.InsightRows.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.Database;
import dev.rackside.db.TestDatabase;
import dev.rackside.row.Cursor;
import dev.rackside.row.Facet;
import dev.rackside.row.Order;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsightListTest {

    private static final String[] TITLES = {"PowerShell 2.0 on AGAVE-APP09", "+AGAVE-APP09* must not restart",
            "Build with C++ (x64) only", "Gateway is 10.4.0.1", "dc time drifts", "Disk at 95% is normal",
            "Share name has an_underscore", "Mei O'Hara approves", "100%_sure", "Plain"};

    private static TestDatabase test;
    private static InsightService insights;

    @BeforeAll
    static void fill() {
        test = InsightRows.database("insightlist");
        insights = new InsightService(test.database());
        // What an adopted table may hold: no checks, values missing.
        test.outside("ALTER TABLE environmental_insights DROP CONSTRAINT ck_insights_category, "
                + "DROP CONSTRAINT ck_insights_confidence, DROP CONSTRAINT ck_insights_priority, "
                + "DROP CONSTRAINT ck_insights_title, MODIFY insight_category VARCHAR(100) NULL, "
                + "MODIFY confidence_level VARCHAR(20) NULL, MODIFY examples TEXT NULL");
        var categories = new String[]{"'command_constraints'", "'version_limitations'", "'permissions'", "'from_mars'",
                "NULL"};
        var confidences = new String[]{"'confirmed'", "'likely'", "'suspected'", "'CONFIRMED'", "NULL"};
        for (var i = 0; i < 120; i++) {
            test.outside("""
                    INSERT INTO environmental_insights (id, client_id, infrastructure_id, insight_category,
                    insight_title, insight_description, examples, confidence_level, priority, last_verified,
                    created_at, updated_at) VALUES ('%s', %s, %s, %s, '%s', 'word%d', %s, %s, %d, %s, '2026-01-01', %s)
                    """.formatted(UUID.nameUUIDFromBytes(new byte[]{(byte) i}),
                    i % 3 == 0 ? "NULL" : "'" + (i % 3 == 1 ? AGAVE : COPPER).id() + "'",
                    i % 6 == 1 ? "'" + AGAVE_APP.id() + "'" : i % 6 == 2 ? "'" + COPPER_DC.id() + "'" : "NULL",
                    categories[i % 5], TITLES[i % TITLES.length].replace("'", "''"), i,
                    i % 4 == 0 ? "'[\"Get-Item C:\\\\\\\\Tools \\\\\"x\\\\\"\"]'" : i % 4 == 1 ? "'not json'" : "NULL",
                    confidences[i / 5 % 5], i % 12,
                    i % 7 == 0 ? "NULL" : "utc_timestamp() - interval " + i * 4 + " day",
                    "'2026-02-0" + (1 + i % 3) + "'"));
        }
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void listThatWasPreparedBeforeThereIsADatabaseIsTheSame() {
        var mapping = Database.Mapping.of(InsightRows.ROOMS.stream().<Class<?>>flatMap(Set::stream).toList());
        InsightService.prepare(mapping);
        var first = PageRequest.start(InsightService.DEFAULT_ORDER, 10);
        try (var database = Database.open(test.database().address(), test.schema().password().toCharArray(), mapping,
                () -> false)) {
            assertThat(new InsightService(database).list(InsightFilter.ALL).page(first).rows()).hasSize(10)
                    .isEqualTo(insights.list(InsightFilter.ALL).page(first).rows());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"priority", "title", "category", "confidence", "client", "machine", "verified", "updated"})
    void everyOrderPagesThroughEachRowOnceForwardAndBack(String column) {
        for (var descending : List.of(false, true)) {
            var order = new Order(column, descending);
            var rows = insights.list(InsightFilter.ALL);
            var whole = ids(rows.page(PageRequest.start(order, 1000)).rows());
            assertThat(whole).hasSize(120).doesNotHaveDuplicates();
            List<UUID> forward = new ArrayList<>();
            Position next = new Position.Start();
            while (true) {
                var page = rows.page(new PageRequest(order, next, 7));
                forward.addAll(ids(page.rows()));
                if (page.rows().size() < 7) {
                    break;
                }
                next = new Position.After(last(page.last()));
            }
            assertThat(forward).as("%s forward", order).isEqualTo(whole);
            List<UUID> back = new ArrayList<>();
            next = new Position.End();
            while (true) {
                var page = rows.page(new PageRequest(order, next, 11));
                back.addAll(ids(page.rows()).reversed());
                if (page.rows().size() < 11) {
                    break;
                }
                next = new Position.Before(last(page.first()));
            }
            Collections.reverse(back);
            assertThat(back).as("%s back", order).isEqualTo(whole);
            assertThat(ids(rows.page(new PageRequest(order, new Position.At(93, 120), 20)).rows()))
                    .isEqualTo(whole.subList(93, 113));
        }
    }

    private static Cursor last(@org.jspecify.annotations.Nullable Cursor cursor) {
        return java.util.Objects.requireNonNull(cursor);
    }

    @Test
    void theMostImportantComeFirstAndOfThoseTheNewest() {
        var rows = insights.list(InsightFilter.ALL).page(PageRequest.start(InsightService.DEFAULT_ORDER, 200)).rows();

        assertThat(rows).isSortedAccordingTo(java.util.Comparator
                .comparingInt((InsightRow row) -> row.priority() == null ? -1 : row.priority())
                .thenComparing(row -> java.util.Objects.requireNonNull(row.updatedAt())).reversed());
        assertThat(rows.getFirst().priority()).isEqualTo(11);
        assertThat(rows.getFirst().oddPriority()).isTrue();
    }

    @Test
    void theUsualOrdersAreReadFromAnIndex() throws SQLException {
        test.outside("CREATE TABLE many LIKE environmental_insights", """
                INSERT INTO many (id, insight_category, insight_title, insight_description, priority, updated_at)
                SELECT uuid(), 'permissions', a.insight_title, '', a.priority, utc_timestamp() - interval b.priority day
                FROM environmental_insights a, environmental_insights b""", "ANALYZE TABLE many");
        var beyond = "where priority < 5 or priority is null or (priority = 5 and updated_at < '2026-02-02') "
                + "or (priority = 5 and updated_at is null) or (priority = 5 and updated_at = '2026-02-02' and id < 'x') ";
        for (var sql : List.of("order by priority desc, updated_at desc, id desc",
                beyond + "order by priority desc, updated_at desc, id desc", "order by priority, updated_at, id",
                "order by insight_title, id", "order by last_verified desc, id desc",
                "order by updated_at desc, id desc")) {
            try (var connection = test.schema().connect();
                    var statement = connection.createStatement();
                    var plan = statement.executeQuery("explain select * from many " + sql + " limit 100")) {
                assertThat(plan.next()).isTrue();
                assertThat(plan.getString("key")).as(sql).isNotNull();
                assertThat(plan.getString("Extra")).as(sql).doesNotContain("filesort");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+AGAVE-APP09*", "C++ (", "10.4.", "dc", "%", "_", "'", "100%_", "ohara", "plain", "!",
            "\\"})
    void searchFindsWhatALikeFinds(String words) throws SQLException {
        List<UUID> expected = new ArrayList<>();
        try (var connection = test.schema().connect();
                var query = connection.prepareStatement("""
                        select i.id from environmental_insights i left join infrastructure m on m.id = infrastructure_id
                        where insight_title like ? escape '!' or insight_description like ? escape '!'
                        or replace(replace(examples, '\\\\"', '"'), '\\\\\\\\', '\\\\') like ? escape '!'
                        or hostname like ? escape '!'""")) {
            for (var i = 1; i <= 4; i++) {
                query.setString(i, "%" + words.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
            }
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    expected.add(UUID.fromString(rows.getString(1)));
                }
            }
        }
        assertThat(found(InsightFilter.ALL.withText(words))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void searchReadsCommandsAsAPersonDoes() {
        assertThat(found(InsightFilter.ALL.withText("get-item C:\\Tools \"x\""))).hasSize(30);
    }

    @Test
    void everyWordMustBeFoundInAnyPlace() {
        assertThat(found(InsightFilter.ALL.withText("powershell word10"))).hasSize(2);
    }

    @Test
    void facetsCountWhatChoosingThemShows() {
        var facets = insights.facets(InsightFilter.ALL);

        facets.forEach((facet, values) -> {
            assertThat(values).as(facet.name()).isNotEmpty();
            for (var value : values) {
                assertThat(insights.list(InsightFilter.ALL.with(facet, Set.of(value.value()))).count())
                        .as("%s %s", facet, value).isEqualTo(value.count());
            }
        });
        assertThat(facets.get(InsightFacet.CLIENT)).extracting(Facet::label)
                .containsExactlyInAnyOrder("", "Agave Orthopedics", "Copper Construction");
        assertThat(facets.get(InsightFacet.CATEGORY)).extracting(Facet::value)
                .contains("from_mars", InsightFacet.NONE);
        assertThat(facets.get(InsightFacet.TAG)).extracting(Facet::label).containsExactly("legacy", "hipaa");
    }

    @Test
    void aFacetOffersWhatTheOthersLeave() {
        var filter = InsightFilter.ALL.withScope(AGAVE.id())
                .with(InsightFacet.MACHINE, Set.of(AGAVE_APP.id().toString()));
        var facets = insights.facets(filter);

        assertThat(facets.get(InsightFacet.CLIENT)).singleElement().extracting(Facet::count).isEqualTo(20L);
        assertThat(facets.get(InsightFacet.MACHINE)).hasSize(2);
        assertThat(found(filter.with(InsightFacet.TAG, Set.of(id(32).toString())))).hasSize(20);
    }

    @Test
    void staleIsNeverVerifiedOrLongerAgoThanTheHalfLife() {
        var rows = insights.list(InsightFilter.ALL).page(PageRequest.start(InsightService.DEFAULT_ORDER, 200)).rows();
        var now = java.time.Instant.now();

        assertThat(rows).allSatisfy(row -> {
            var verified = row.lastVerified();
            var expected = verified == null || java.time.Duration.between(verified, now)
                    .toDays() >= InsightCategory.halfLifeDays(row.category());
            assertThat(row.stale()).as("%s", row).isEqualTo(expected);
        });
        var stale = found(InsightFilter.ALL.with(InsightFacet.STALE, Set.of(InsightFacet.NOT_VERIFIED)));
        assertThat(stale).hasSize((int) rows.stream().filter(InsightRow::stale).count());
    }

    @Test
    void oddRowsAreShownAsTheyAre() {
        var rows = insights.list(InsightFilter.ALL).page(PageRequest.start(Order.by("title"), 200)).rows();

        assertThat(rows).anySatisfy(row -> {
            assertThat(row.category().text()).isEqualTo("from_mars");
            assertThat(row.category().odd()).isTrue();
        });
        assertThat(rows).anySatisfy(row -> assertThat(row.confidence().text()).isEqualTo("CONFIRMED"));
        assertThat(rows)
                .allSatisfy(row -> assertThat(insights.detail(row.id()).draft().title()).isEqualTo(row.title()));
    }

    private static List<UUID> found(InsightFilter filter) {
        return ids(insights.list(filter).page(PageRequest.start(InsightService.DEFAULT_ORDER, 1000)).rows());
    }

    private static List<UUID> ids(List<InsightRow> rows) {
        return rows.stream().map(InsightRow::id).toList();
    }
}
