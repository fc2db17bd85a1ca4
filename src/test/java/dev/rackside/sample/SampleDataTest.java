package dev.rackside.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.db.Migrations;
import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

class SampleDataTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:15:30.123456Z");

    private static TestServer.Schema filled;
    private static long millis;

    @BeforeAll
    static void fill() throws SQLException {
        filled = migrated();
        try (var connection = filled.connect()) {
            var start = System.nanoTime();
            SampleData.standard(NOW).fill(connection, Progress.NONE);
            millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        }
    }

    @Test
    void fillingIsQuick() {
        // A second or two on a quiet machine; two shared cores may be busy with other builds.
        assertThat(millis).isLessThan(8_000);
    }

    @Test
    void theSizesAreThoseOfASmallCompany() throws SQLException {
        assertThat(number("SELECT COUNT(*) FROM clients")).isEqualTo(14);
        assertThat(number("SELECT COUNT(*) FROM infrastructure")).isBetween(150L, 200L);
        assertThat(number("SELECT COUNT(*) FROM sessions")).isEqualTo(400);
        assertThat(number("SELECT COUNT(*) FROM work_items")).isBetween(1_300L, 1_700L);
        assertThat(number("SELECT COUNT(*) FROM tags")).isEqualTo(14);
        assertThat(number("SELECT COUNT(*) FROM failure_patterns")).isBetween(40L, 50L);
        assertThat(number("SELECT COUNT(*) FROM environmental_insights")).isEqualTo(320);
    }

    @Test
    void everyKindAppears() throws SQLException {
        assertThat(words("SELECT DISTINCT asset_type FROM infrastructure")).hasSize(10);
        assertThat(words("SELECT DISTINCT type FROM clients")).hasSize(3);
        assertThat(words("SELECT DISTINCT status FROM infrastructure")).hasSize(3);
        assertThat(words("SELECT DISTINCT status FROM sessions")).hasSize(4);
        assertThat(words("SELECT DISTINCT technician FROM sessions")).hasSize(5);
        assertThat(words("SELECT DISTINCT category FROM work_items")).hasSize(7);
        assertThat(words("SELECT DISTINCT status FROM work_items")).hasSize(5);
        assertThat(words("SELECT DISTINCT insight_category FROM environmental_insights")).hasSize(6);
        assertThat(words("SELECT DISTINCT confidence_level FROM environmental_insights")).hasSize(3);
        assertThat(words("SELECT DISTINCT outcome FROM environmental_examples")).hasSize(3);
        assertThat(words("SELECT DISTINCT source FROM environmental_examples")).hasSize(3);
        assertThat(words("SELECT DISTINCT pattern_type FROM failure_patterns")).hasSize(6);
        assertThat(words("SELECT DISTINCT ticket_state FROM ticket_links")).hasSize(4);
        assertThat(words("SELECT DISTINCT link_type FROM ticket_links")).hasSize(3);
        assertThat(words("SELECT DISTINCT integration_type FROM ticket_links")).hasSize(3);
        assertThat(words("SELECT DISTINCT COALESCE(outcome, '-') FROM external_integrations")).hasSize(5);
        assertThat(words("SELECT DISTINCT COALESCE(outcome, '-') FROM backup_log")).hasSize(5);
        assertThat(words("SELECT DISTINCT backup_type FROM backup_log")).hasSize(5);
        assertThat(words("SELECT DISTINCT verification_status FROM backup_log")).hasSize(3);
        assertThat(words("SELECT DISTINCT JSON_VALUE(verification_details, '$.level') FROM backup_log"
                + " WHERE JSON_EXISTS(verification_details, '$.level')"))
                .containsExactly("compare", "hash", "parse", "restore");
        assertThat(words("SELECT DISTINCT role FROM api_users")).hasSize(4);
    }

    @Test
    void insightsHoldForMachinesForClientsAndEverywhere() throws SQLException {
        assertThat(number("SELECT COUNT(*) FROM environmental_insights WHERE infrastructure_id IS NOT NULL"))
                .isGreaterThan(150);
        assertThat(number("SELECT COUNT(*) FROM environmental_insights WHERE client_id IS NOT NULL"
                + " AND infrastructure_id IS NULL")).isGreaterThan(50);
        assertThat(number("SELECT COUNT(*) FROM environmental_insights WHERE client_id IS NULL")).isBetween(5L, 20L);
        assertThat(number("SELECT COUNT(*) FROM environmental_insights i JOIN infrastructure m"
                + " ON m.id = i.infrastructure_id WHERE m.client_id <> i.client_id")).isZero();
    }

    @Test
    void insightsAreFreshStaleOrNeverVerified() throws SQLException {
        var half = "'2026-05-24'";
        assertThat(number("SELECT COUNT(*) FROM environmental_insights WHERE last_verified < " + half))
                .isBetween(30L, 140L);
        assertThat(number("SELECT COUNT(*) FROM environmental_insights WHERE last_verified >= " + half))
                .isGreaterThan(100);
        assertThat(number("SELECT COUNT(*) FROM environmental_insights WHERE last_verified IS NULL"
                + " AND verification_count = 0")).isBetween(8L, 60L);
        assertThat(number("SELECT COUNT(*) FROM environmental_insights i WHERE verification_count <>"
                + " (SELECT COUNT(*) FROM insight_verifications v WHERE v.insight_id = i.id)")).isZero();
    }

    @Test
    void noTextHoldsAnUnfilledPlace() throws SQLException {
        for (var column : List.of("environmental_insights.insight_title", "environmental_insights.insight_description",
                "environmental_insights.examples", "environmental_examples.what_was_tried",
                "environmental_examples.observed", "sessions.session_title", "sessions.summary", "work_items.title",
                "work_items.description", "failure_patterns.recommended_solution", "ticket_links.ticket_subject")) {
            var dot = column.indexOf('.');
            assertThat(number("SELECT COUNT(*) FROM " + column.substring(0, dot) + " WHERE "
                    + column.substring(dot + 1) + " REGEXP '[{][{]|[|][|]|\\\\[\\\\['")).as(column).isZero();
        }
    }

    @Test
    void rowsAreSpreadOverTheMonthsAndNoneIsOfTheFuture() throws SQLException {
        for (var table : List.of("clients", "infrastructure", "sessions", "work_items", "environmental_insights",
                "environmental_examples", "external_integrations", "ticket_links", "backup_log", "failure_patterns")) {
            assertThat(number("SELECT COUNT(*) FROM " + table + " WHERE created_at > '2026-11-20 10:15:31'")).as(table)
                    .isZero();
            assertThat(number("SELECT COUNT(DISTINCT DATE_FORMAT(created_at, '%Y-%m')) FROM " + table)).as(table)
                    .isGreaterThan(6);
        }
        assertThat(number("SELECT COUNT(*) FROM sessions WHERE updated_at > '2026-11-20 10:15:31'")).isZero();
    }

    @Test
    void jsonIsJsonAndHoldsNoSecret() throws SQLException {
        assertThat(number("SELECT COUNT(*) FROM environmental_insights WHERE JSON_TYPE(examples) <> 'ARRAY'")).isZero();
        assertThat(number("SELECT COUNT(*) FROM backup_log WHERE NOT JSON_VALID(verification_details)")).isZero();
        assertThat(number("SELECT COUNT(*) FROM integration_credentials WHERE is_active"
                + " OR COALESCE(api_key_encrypted, password_encrypted, '') LIKE 'VLT1%'"
                + " OR oauth_token_encrypted IS NOT NULL OR webhook_url NOT LIKE 'https://hooks.example.com/%'"
                + " OR api_base_url NOT REGEXP '^https://[a-z0-9.-]+[.]example(/|$)'")).isZero();
        assertThat(number("SELECT COUNT(*) FROM integration_credentials")).isEqualTo(5);
        assertThat(number("SELECT COUNT(*) FROM api_users WHERE password_hash IS NOT NULL")).isZero();
        assertThat(number("SELECT COUNT(*) FROM api_tokens WHERE revoked_at IS NULL AND expires_at > '2026-11-20'"))
                .isZero();
    }

    @Test
    void oneScheduleRunsOneIsOverdueOneIsOff() throws SQLException {
        assertThat(words("SELECT name FROM backup_schedules WHERE is_enabled AND next_run_at > '2026-11-20 10:15:30'"))
                .containsExactly("Nightly");
        assertThat(words("SELECT name FROM backup_schedules WHERE is_enabled AND next_run_at < '2026-11-20 10:15:30'"))
                .containsExactly("Weekly copy to the NAS");
        assertThat(words("SELECT name FROM backup_schedules WHERE NOT is_enabled")).containsExactly("Monthly archive");
        assertThat(number("SELECT COUNT(*) FROM backup_schedules s JOIN backup_log b ON b.id = s.last_backup_id"
                + " AND b.schedule_id = s.id AND b.slot_at = s.last_run_at")).isEqualTo(3);
    }

    @Test
    void onlyComparedBackupsPassed() throws SQLException {
        assertThat(words("SELECT DISTINCT JSON_VALUE(verification_details, '$.level') FROM backup_log"
                + " WHERE verification_status = 'passed' AND outcome IS NOT NULL")).containsExactly("compare");
    }

    @Test
    void sameSeedAndInstantGiveTheSameRows() throws SQLException {
        var other = migrated();
        try (var connection = other.connect(); var first = filled.connect()) {
            SampleData.standard(NOW).fill(connection, Progress.NONE);
            assertThat(checksums(connection)).isEqualTo(checksums(first));
        }
    }

    @Test
    void anotherSeedGivesOtherRowsThatKeepTheRulesToo() throws SQLException {
        for (var seed = 1; seed <= 3; seed++) {
            var other = migrated();
            try (var connection = other.connect(); var first = filled.connect()) {
                SampleData.standard(NOW.minus(Duration.ofDays(100L * seed))).withSeed(seed).fill(connection,
                        Progress.NONE);
                assertThat(checksums(connection)).isNotEqualTo(checksums(first));
            }
        }
    }

    @Test
    void aDatabaseWithClientsIsRefused() throws SQLException {
        try (var connection = filled.connect()) {
            assertThat(SampleData.fits(connection)).isFalse();
            assertThatThrownBy(() -> SampleData.standard(NOW).fill(connection, Progress.NONE))
                    .isInstanceOfSatisfying(Problem.class,
                            problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NOT_EMPTY));
        }
    }

    @Test
    void usersThatAreThereStay() throws SQLException {
        try (var connection = migrated().connect(); var statement = connection.createStatement()) {
            statement
                    .execute("INSERT INTO api_users (id, username, role) VALUES ('me', 'mara.ellis', 'administrator')");
            SampleData.standard(NOW).fill(connection, Progress.NONE);
            try (var rows = statement.executeQuery("SELECT COUNT(*), MIN(id) FROM api_users"
                    + " WHERE username = 'mara.ellis'")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
                assertThat(rows.getString(2)).isEqualTo("me");
            }
        }
    }

    @Test
    void interruptedFillingLeavesNothingAndTheConnectionAsItWas() throws SQLException {
        try (var connection = migrated().connect(); var statement = connection.createStatement()) {
            statement.execute("SET time_zone = '+05:30'");
            assertThatThrownBy(() -> SampleData.standard(NOW).fill(connection, (done, total) -> {
                if (done > total / 2) {
                    Thread.currentThread().interrupt();
                }
            })).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(SampleData.fits(connection)).isTrue();
            assertThat(connection.getAutoCommit()).isTrue();
            try (var rows = statement.executeQuery("SELECT @@session.time_zone")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("+05:30");
            }
        }
    }

    @Test
    void progressComesToTheTotal() throws SQLException {
        var heard = new ArrayList<Integer>();
        try (var connection = migrated().connect()) {
            SampleData.standard(NOW).fill(connection, (done, total) -> {
                heard.add(done);
                assertThat(done).isLessThanOrEqualTo(total);
            });
        }
        assertThat(heard).isSorted().hasSizeGreaterThan(20).doesNotHaveDuplicates();
    }

    private static TestServer.Schema migrated() throws SQLException {
        var schema = TestServer.shared().newSchema("sample");
        var source = new MariaDbDataSource(schema.jdbcUrl());
        source.setUser(schema.user());
        source.setPassword(schema.password());
        Migrations.of(source).migrate();
        return schema;
    }

    private static long number(String query) throws SQLException {
        try (var connection = filled.connect(); var statement = connection.createStatement()) {
            statement.execute("SET time_zone = '+00:00'");
            try (var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static Set<String> words(String query) throws SQLException {
        try (var connection = filled.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var words = new TreeSet<String>();
            while (rows.next()) {
                words.add(rows.getString(1));
            }
            return words;
        }
    }

    private static Map<String, Long> checksums(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = connection.createStatement().executeQuery("SELECT table_name FROM information_schema.tables"
                + " WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'"
                + " AND table_name NOT IN ('schema_info', 'rackside_schema_history')")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        var checksums = new TreeMap<String, Long>();
        for (var table : tables) {
            try (var rows = connection.createStatement().executeQuery("CHECKSUM TABLE " + table)) {
                rows.next();
                checksums.put(table, rows.getLong(2));
            }
        }
        return checksums;
    }
}
