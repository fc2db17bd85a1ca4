package dev.rackside.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.client.ClientService;
import dev.rackside.db.Ids;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.row.Facet;
import dev.rackside.row.PageRequest;
import dev.rackside.row.Position;
import dev.rackside.session.SessionService;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeServiceTest {

    private static final UUID AGAVE = UUID.fromString("0196f0a0-0000-7000-8000-00000000000a");
    private static final UUID SESSION = UUID.fromString("0196f0a0-0000-7000-8000-0000000000a1");
    private static final UUID ITEM = UUID.fromString("0196f0a0-0000-7000-8000-0000000000a2");

    private static TestDatabase test;
    private static ExchangeService exchanges;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("exchanges",
                List.of(ClientService.ENTITIES, SessionService.ENTITIES, ExchangeService.ENTITIES));
        exchanges = new ExchangeService(test.database());
        test.outside("INSERT INTO clients (id, name, type) VALUES ('" + AGAVE + "', 'Agave', 'project')",
                "INSERT INTO sessions (id, client_id, session_title, session_date, status) VALUES ('" + SESSION + "', '"
                        + AGAVE + "', 'Printer mended', '2026-01-01', 'completed')",
                "INSERT INTO work_items (id, session_id, category, title, description, status) VALUES ('" + ITEM
                        + "', '" + SESSION + "', 'troubleshooting', 'Spooler', '', 'completed')",
                "ALTER TABLE external_integrations DROP CONSTRAINT ck_external_integrations_type, "
                        + "DROP CONSTRAINT ck_external_integrations_action, "
                        + "DROP CONSTRAINT ck_external_integrations_outcome, MODIFY request_data LONGTEXT, "
                        + "MODIFY response_data LONGTEXT, MODIFY integration_type VARCHAR(100) NULL");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM external_integrations");
    }

    @Test
    void newestComesFirstPageByPage() {
        test.outside("INSERT INTO external_integrations (id, integration_type, external_id, created_at) "
                + "SELECT UUID(), 'zapier', concat('T', seq), '2026-01-01' + interval (seq DIV 3) second FROM seq_1_to_25");
        var rows = exchanges.list(ExchangeFilter.ALL);
        var seen = new ArrayList<UUID>();
        Position position = new Position.Start();
        while (true) {
            var page = rows.page(new PageRequest(ExchangeService.DEFAULT_ORDER, position, 10));
            page.rows().forEach(row -> seen.add(row.id()));
            if (page.rows().size() < 10) {
                break;
            }
            position = new Position.After(Objects.requireNonNull(page.last()));
        }
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(exchanges.row(seen.getFirst())).get().extracting(ExchangeRow::externalId).isEqualTo("T25");
        assertThat(rows.count()).isEqualTo(25);
    }

    @Test
    void logIsNarrowedByEveryFacetAndCounted() {
        add("T1", "syncro_msp", "created", "outbound", "succeeded", 201, SESSION, "2026-01-01");
        add("T2", "zapier", "fetched", "inbound", "failed", 503, null, "2026-01-02");
        add("T3", "zapier", "fetched", null, null, null, null, "2026-01-03");
        add("T4", "autotask", "linked", "outbound", "pending", 99, SESSION, "2026-01-04");
        assertThat(found(ExchangeFacet.SYSTEM, "zapier")).containsExactly("T3", "T2");
        assertThat(found(ExchangeFacet.ACTION, "created", "linked")).containsExactly("T4", "T1");
        assertThat(found(ExchangeFacet.DIRECTION, "inbound")).containsExactly("T2");
        assertThat(found(ExchangeFacet.OUTCOME, ExchangeFacet.NONE)).containsExactly("T3");
        assertThat(found(ExchangeFacet.OUTCOME, ExchangeFacet.NONE, "failed")).containsExactly("T3", "T2");
        assertThat(found(ExchangeFacet.STATUS, "2", "5")).containsExactly("T2", "T1");
        assertThat(found(ExchangeFacet.STATUS, ExchangeFacet.NONE)).containsExactly("T3");
        assertThat(found(ExchangeFacet.STATUS, ExchangeFacet.ODD_STATUS)).containsExactly("T4");
        assertThat(found(ExchangeFacet.CLIENT, AGAVE.toString())).containsExactly("T4", "T1");
        assertThat(found(ExchangeFacet.CLIENT, ExchangeFacet.NONE)).containsExactly("T3", "T2");
        assertThat(ids(ExchangeFilter.ALL.withScope(AGAVE))).containsExactly("T4", "T1");
        assertThat(ids(ExchangeFilter.ALL.between(Instant.parse("2026-01-02T00:00:00Z"),
                Instant.parse("2026-01-04T00:00:00Z")))).containsExactly("T3", "T2");

        var facets = facets(ExchangeFilter.ALL.with(ExchangeFacet.SYSTEM, Set.of("zapier")));
        assertThat(facets.get(ExchangeFacet.SYSTEM)).extracting(Facet::value, Facet::count)
                .containsExactly(tuple("zapier", 2L), tuple("autotask", 1L), tuple("syncro_msp", 1L));
        assertThat(facets.get(ExchangeFacet.OUTCOME)).extracting(Facet::value).containsExactlyInAnyOrder("", "failed");
        assertThat(facets(ExchangeFilter.ALL).get(ExchangeFacet.CLIENT))
                .extracting(Facet::label, Facet::count)
                .containsExactlyInAnyOrder(tuple("Agave", 2L), tuple("", 2L));
        assertThat(facets(ExchangeFilter.ALL).get(ExchangeFacet.STATUS)).extracting(Facet::value)
                .containsExactlyInAnyOrder("2", "5", "", "x");
    }

    @Test
    void searchFindsExternalIdsAndAddresses() {
        add("INC-100%_7", "zapier", "fetched", "inbound", "failed", 503, null, "2026-01-02");
        test.outside("UPDATE external_integrations SET external_url = 'https://desk.example.com/t/4711?a=b'");
        for (var words : List.of("inc-100%", "%_7", "desk.example", "4711", "?a=b")) {
            assertThat(ids(ExchangeFilter.ALL.withText(words))).as(words).hasSize(1);
        }
        for (var words : List.of("nobody", "inc_100", "C++ (", "'")) {
            assertThat(ids(ExchangeFilter.ALL.withText(words))).as(words).isEmpty();
        }
    }

    @Test
    void detailLeadsToSessionAndWorkItem() {
        var id = add("T1", "syncro_msp", "created", "outbound", "succeeded", 201, SESSION, "2026-01-01");
        test.outside("UPDATE external_integrations SET work_item_id = '" + ITEM + "', duration_ms = 1234, "
                + "external_url = ' https://desk.example.com/tickets/1 ', request_data = '{\"password\":\"hunter2\",\"a\":1}', "
                + "response_data = 'Created'");
        var detail = exchanges.detail(id);
        assertThat(String.valueOf(detail.session())).isEqualTo("Printer mended");
        assertThat(String.valueOf(detail.workItem())).isEqualTo("Spooler");
        assertThat(detail.workItemSession()).isEqualTo(SESSION);
        assertThat(detail.row().client()).isEqualTo("Agave");
        assertThat(detail.row().duration()).hasMillis(1234);
        assertThat(detail.address()).isEqualTo("https://desk.example.com/tickets/1");
        assertThat(detail.openable()).isTrue();
        assertThat(detail.request().kind()).isEqualTo(Body.Kind.JSON);
        assertThat(detail.request().text()).doesNotContain("hunter2").contains("\"a\": 1");
        assertThat(detail.response().kind()).isEqualTo(Body.Kind.TEXT);
        test.outside("DELETE FROM external_integrations");
        assertThatThrownBy(() -> exchanges.detail(id)).asInstanceOf(type(Problem.class)).extracting(Problem::code)
                .isEqualTo(ErrorCode.ROW_GONE);
    }

    @Test
    void addressWithASecretIsNeitherShownWholeNorOpened() {
        var id = add("T1", "zapier", "created", "outbound", "succeeded", 200, null, "2026-01-01");
        for (var secret : List.of("https://hooks.zapier.com/hooks/catch/123/abc",
                "https://user:pw123@desk.example.com/",
                "https://desk.example.com/x?api_key=abc")) {
            test.outside("UPDATE external_integrations SET external_url = '" + secret + "'");
            assertThat(exchanges.detail(id)).matches(detail -> !detail.openable(), secret)
                    .extracting(ExchangeDetail::address).asString().contains("••••").doesNotContain("abc", "pw123");
        }
    }

    @Test
    void whatDiffersBetweenTwoAnswersIsToldAndWhatOnlyStandsElsewhereIsNot() {
        var old = add("T1", "syncro_msp", "fetched", "outbound", "succeeded", 200, null, "2026-01-01");
        var now = add("T1", "syncro_msp", "fetched", "outbound", "succeeded", 200, null, "2026-01-02");
        answer(old, "{\"body\":{\"status\":\"New\",\"id\":7,\"gone\":1,\"api_key\":\"canaryA\"}}");
        answer(now, "{\"body\":{\"id\":7,\"api_key\":\"canaryB\",\"status\":\"Resolved\"}}");
        var found = exchanges.compare(now, old);
        assertThat(found.before().id()).isEqualTo(old);
        assertThat(found.after().id()).isEqualTo(now);
        assertThat(found.response().lines()).filteredOn(line -> line.kind() != Difference.Kind.SAME)
                .extracting(Difference.Line::kind, line -> line.before().strip(), line -> line.after().strip())
                .containsExactly(tuple(Difference.Kind.REMOVED, "\"gone\": 1,", ""),
                        tuple(Difference.Kind.CHANGED, "\"status\": \"New\"", "\"status\": \"Resolved\""));
        assertThat(found.response().changes()).isEqualTo(2);
        assertThat(found.response().masked()).isEqualTo(2);
        assertThat(found.response().lines()).noneMatch(line -> (line.before() + line.after()).contains("canary"));
        assertThat(found.request().same()).isTrue();
        assertThat(found.request().recorded()).isFalse();
    }

    @Test
    void veryLongAnswersAreComparedAsFarAsTheRuleSays() {
        var old = add("T1", "syncro_msp", "fetched", "outbound", "succeeded", 200, null, "2026-01-01");
        var now = add("T1", "syncro_msp", "fetched", "outbound", "succeeded", 200, null, "2026-01-02");
        test.outside("UPDATE external_integrations SET response_data = concat('[', repeat('" + 1 + ",', 40000), '1]') "
                + "WHERE id = '" + old + "'");
        test.outside("UPDATE external_integrations SET response_data = concat('[', repeat('" + 2 + ",', 40000), '2]') "
                + "WHERE id = '" + now + "'");
        var response = exchanges.compare(old, now).response();
        assertThat(response.partly()).isTrue();
        assertThat(response.lines()).hasSize(Difference.MOST_LINES);
        assertThat(response.changes()).isEqualTo(1);
    }

    @Test
    void oneBeforeIsTheLastThatDidTheSameAboutTheSame() {
        var first = add("T1", "syncro_msp", "fetched", "outbound", "succeeded", 200, null, "2026-01-01");
        var note = add("T1", "syncro_msp", "created", "outbound", "succeeded", 200, null, "2026-01-02");
        add("T1", "autotask", "fetched", "outbound", "succeeded", 200, null, "2026-01-03");
        add("T2", "syncro_msp", "fetched", "outbound", "succeeded", 200, null, "2026-01-03");
        var last = add("T1", "syncro_msp", "fetched", "outbound", "succeeded", 200, null, "2026-01-04");
        assertThat(exchanges.before(last)).contains(first);
        assertThat(exchanges.before(note)).contains(first);
        assertThat(exchanges.before(first)).isEmpty();
        assertThat(exchanges.before(Ids.next())).isEmpty();
    }

    @Test
    void timelineHasWhatIsAboutTheVeryThingAndTheNewestOfIt() {
        for (var day = 1; day <= 9; day++) {
            add("T1", "syncro_msp", "fetched", "outbound", "succeeded", 200, null, "2026-01-0" + day);
        }
        add("T1", "autotask", "fetched", "outbound", "succeeded", 200, null, "2026-01-10");
        add("T10", "syncro_msp", "fetched", "outbound", "succeeded", 200, null, "2026-01-10");
        assertThat(exchanges.timeline("syncro_msp", "T1").rows()).hasSize(9).first()
                .extracting(ExchangeRow::createdAt).isEqualTo(Instant.parse("2026-01-09T00:00:00Z"));
        assertThat(exchanges.timeline(null, "T1").rows()).hasSize(10);
        assertThat(exchanges.timeline(null, "nobody").rows()).isEmpty();
        test.outside("INSERT INTO external_integrations (id, integration_type, external_id, created_at) "
                + "SELECT UUID(), 'zapier', 'many', '2025-06-01' + interval seq minute FROM seq_1_to_300");
        var many = exchanges.timeline("zapier", "many");
        assertThat(many.rows()).hasSize(ExchangeTimeline.MOST);
        assertThat(many.more()).isTrue();
    }

    private static void answer(UUID id, String json) {
        test.outside("UPDATE external_integrations SET response_data = '" + json + "' WHERE id = '" + id + "'");
    }

    @Test
    void longBodyIsReadOnlyInPart() {
        var id = add("T1", "zapier", "created", "outbound", "succeeded", 200, null, "2026-01-01");
        test.outside("UPDATE external_integrations SET request_data = concat('\"', repeat('x', 3000000), '\"'), "
                + "response_data = concat('\"', repeat('x', 262142), '\"')");
        var detail = exchanges.detail(id);
        assertThat(detail.request().cut()).isTrue();
        assertThat(detail.request().bytes()).isEqualTo(3_000_002);
        assertThat(detail.request().text()).hasSize(Body.MOST_BYTES);
        assertThat(detail.response().cut()).isFalse();
        assertThat(detail.response().kind()).isEqualTo(Body.Kind.JSON);
    }

    @Test
    void oddRowsAreListedCountedAndShown() {
        var gone = Ids.next();
        test.outside("SET foreign_key_checks = 0", "INSERT INTO external_integrations (id, integration_type, action, "
                + "outcome, http_status, duration_ms, session_id, work_item_id, external_url, request_data) VALUES ('"
                + Ids.next() + "', 'HaloPSA', 'poked', 'Maybe', -5, -1, '" + gone + "', '" + gone
                + "', 'javascript:alert(1)', '{broken'), ('" + Ids.next()
                + "', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '')");
        var rows = exchanges.list(ExchangeFilter.ALL).page(PageRequest.start(ExchangeService.DEFAULT_ORDER, 10)).rows();
        assertThat(rows).hasSize(2);
        for (var row : rows) {
            assertThat(exchanges.detail(row.id()).request().kind()).isIn(Body.Kind.TEXT, Body.Kind.NONE);
        }
        assertThat(found(ExchangeFacet.SYSTEM, "HaloPSA")).hasSize(1);
        assertThat(found(ExchangeFacet.SYSTEM, ExchangeFacet.NONE)).hasSize(1);
        assertThat(facets(ExchangeFilter.ALL).get(ExchangeFacet.SYSTEM)).extracting(Facet::value)
                .containsExactlyInAnyOrder("", "HaloPSA");
    }

    /** The newest hundred are read along an index, whatever the log is narrowed by; nothing is sorted. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 = 1                                      | idx_ext_int_order
            integration_type = 'zapier'                | idx_ext_int_type_order
            action = 'tested'                          | idx_ext_int_action_order
            direction = 'inbound'                      | idx_ext_int_direction_order
            outcome = 'pending'                        | idx_ext_int_outcome_order
            outcome is null                            | idx_ext_int_outcome_order
            created_at < '2026-01-01' or (created_at = '2026-01-01' and id < 'x') | idx_ext_int_order
            """)
    void pageIsReadAlongAnIndex(String where, String index) throws SQLException {
        test.outside("INSERT INTO external_integrations (id, integration_type, action, direction, outcome, created_at) "
                + "SELECT UUID(), elt(1 + seq % 3, 'zapier', 'autotask', 'syncro_msp'), 'fetched', "
                + "elt(1 + seq % 2, 'inbound', 'outbound'), elt(1 + seq % 2, 'failed', null), "
                + "'2025-06-01' + interval seq minute FROM seq_1_to_20000", "ANALYZE TABLE external_integrations");
        try (var connection = test.schema().connect();
                var plan = connection.createStatement().executeQuery("EXPLAIN SELECT id, created_at, request_data FROM "
                        + "external_integrations WHERE " + where + " ORDER BY created_at DESC, id DESC LIMIT 100")) {
            assertThat(plan.next()).isTrue();
            assertThat(plan.getString("key")).isEqualTo(index);
            assertThat(plan.getString("Extra")).doesNotContain("filesort");
        }
    }

    private static UUID add(String external, String system, String action, @Nullable String direction,
            @Nullable String outcome, @Nullable Integer status, @Nullable UUID session, String day) {
        var id = Ids.next();
        test.outside(
                "INSERT INTO external_integrations (id, external_id, integration_type, action, direction, outcome, "
                        + "http_status, session_id, created_at) VALUES ('" + id + "', '" + external + "', '" + system
                        + "', '"
                        + action + "', " + quoted(direction) + ", " + quoted(outcome) + ", " + status + ", "
                        + quoted(session)
                        + ", '" + day + "')");
        return id;
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "NULL" : "'" + value + "'";
    }

    private static Map<ExchangeFacet, List<Facet>> facets(ExchangeFilter filter) {
        return exchanges.facets(filter, Set.of(ExchangeFacet.values()));
    }

    private static List<@Nullable String> found(ExchangeFacet facet, String... values) {
        return ids(ExchangeFilter.ALL.with(facet, Set.of(values)));
    }

    private static List<@Nullable String> ids(ExchangeFilter filter) {
        return exchanges.list(filter).page(PageRequest.start(ExchangeService.DEFAULT_ORDER, 100)).rows().stream()
                .<@Nullable String>map(ExchangeRow::externalId).toList();
    }
}
