package dev.rackside.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the data dictionary, each tried on the server: values, uniqueness, what goes with a deleted row. */
class SchemaRulesTest {

    private static final int CHECK_FAILED = 4025;
    private static final int DUPLICATE = 1062;
    private static final int NO_SUCH_ROW = 1452;

    private static Connection connection;

    @BeforeAll
    static void migrateAnEmptyDatabase() throws SQLException {
        var schema = TestServer.shared().newSchema("rules");
        Migrations.of(Sources.of(schema)).migrate();
        connection = schema.connect();
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clients                 | type              | msp_client, internal, project
            infrastructure          | asset_type        | physical_server, virtual_machine, workstation, network_device, nas_storage, firewall, cloud_service, domain_controller, printer, other
            infrastructure          | shell_type        | powershell, cmd, bash, zsh, sh
            infrastructure          | status            | active, maintenance, decommissioned
            sessions                | status            | in_progress, completed, blocked, pending
            work_items              | category          | infrastructure, troubleshooting, configuration, development, maintenance, security, documentation
            work_items              | status            | completed, in_progress, blocked, pending, deferred
            work_items              | priority          | critical, high, medium, low
            failure_patterns        | pattern_type      | command_compatibility, version_mismatch, permission_denied, service_unavailable, configuration_error, environmental_limitation
            failure_patterns        | severity          | blocking, major, minor, info
            environmental_insights  | insight_category  | command_constraints, service_configuration, version_limitations, custom_installations, network_constraints, permissions
            environmental_insights  | confidence_level  | confirmed, likely, suspected
            environmental_examples  | outcome           | held, contradicted, inconclusive
            environmental_examples  | source            | technician, session, import
            learning_metrics        | metric_name       | insights_shown, insights_applied, failures_prevented, examples_held, examples_contradicted, stale_share, repeat_failures
            external_integrations   | integration_type  | syncro_msp, msp_backups, zapier, autotask, connectwise
            external_integrations   | action            | created, updated, linked, attached, fetched, tested
            external_integrations   | direction         | inbound, outbound
            external_integrations   | outcome           | pending, succeeded, failed, unknown
            integration_credentials | integration_type  | syncro_msp, msp_backups, zapier, autotask, connectwise
            integration_credentials | credential_type   | oauth, api_key, basic_auth
            integration_credentials | last_test_status  | passed, partial, failed
            ticket_links            | integration_type  | syncro_msp, autotask, connectwise
            ticket_links            | ticket_state      | open, waiting, closed, unknown
            ticket_links            | link_type         | related, resolves, documents
            backup_log              | backup_type       | daily, weekly, monthly, manual, pre-migration
            backup_log              | verification_status | passed, failed, not_verified
            backup_log              | outcome           | running, succeeded, failed, abandoned
            backup_schedules        | backup_type       | daily, weekly, monthly, manual, pre-migration
            backup_schedules        | verify_level      | none, hash, parse, restore, compare
            backup_slots            | outcome           | running, succeeded, failed, abandoned, missed
            backup_notices          | kind              | failed, overdue, back
            backup_notices          | channel           | mail, zapier
            backup_notices          | status            | sending, sent, failed
            api_users               | role              | viewer, technician, administrator, service
            vault_events            | event_type        | created, granted, removed, recovered, rotated, password_changed
            vault_events            | event_type        | kit_tested, kit_replaced, secret_written, secret_removed, secret_left
            vault_events            | place             | api_key, password, token, refresh_token, hook, plain_hook
            """)
    void codesAreOfTheList(String table, String column, String codes) throws SQLException {
        for (var code : codes.split(", ", -1)) {
            Inserts.insert(connection, table, column, code);
            refused(CHECK_FAILED, table, column, code.toUpperCase(Locale.ROOT));
            refused(CHECK_FAILED, table, column, code + " ");
        }
        refused(CHECK_FAILED, table, column, "bogus");
        refused(CHECK_FAILED, table, column, "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            environmental_insights  | priority            | 1, 10     | 0, 11, -1
            environmental_insights  | verification_count  | 0, 1      | -1
            environmental_insights  | insight_title       | x         | ' '
            environmental_insights  | examples            | '[]'      | no list
            tags                    | color               | '#00aaFF' | 'red, #12345, #12345g'
            tags                    | name                | x         | ''
            clients                 | name                | x         | ''
            infrastructure          | hostname            | x         | ''
            sessions                | session_title       | x         | ''
            failure_patterns        | occurrence_count    | 0         | -1
            backup_log              | file_size_bytes     | 0         | -1
            backup_log              | verification_details | '{}'     | passed
            backup_schedules        | retention_count     | 1         | 0
            backup_schedules        | retention_days      | 1         | 0
            backup_schedules        | retention_daily     | 1         | 0
            backup_schedules        | retention_weekly    | 1         | 0
            backup_schedules        | retention_monthly   | 1         | 0
            backup_schedules        | missed_after_minutes | 1        | 0
            backup_slots            | fence               | 0         | -1
            backup_notices          | attempts            | 1         | 0
            external_integrations   | request_data        | '{}'      | <html>
            external_integrations   | response_data       | '{}'      | <html>
            integration_credentials | settings            | '{}'      | x=y
            """)
    void valuesAreInTheirRange(String table, String column, String good, String bad) throws SQLException {
        for (var value : good.split(", ", -1)) {
            Inserts.insert(connection, table, column, value);
        }
        for (var value : bad.split(", ", -1)) {
            refused(CHECK_FAILED, table, column, value);
        }
    }

    @ParameterizedTest
    @CsvSource({"clients,name", "tags,name", "integration_credentials,integration_name", "api_users,username",
            "backup_schedules,name", "api_tokens,token_hash"})
    void namesAreThereOnce(String table, String column) throws SQLException {
        Inserts.insert(connection, table, column, "The same");
        refused(DUPLICATE, table, column, "the SAME");
    }

    @Test
    void aNoticeIsClaimedOncePerChannel() throws SQLException {
        Inserts.insert(connection, "backup_notices", "subject", "backup:7");
        refused(DUPLICATE, "backup_notices", "subject", "backup:7");
        Inserts.insert(connection, "backup_notices", "subject", "backup:7", "channel", "zapier");
        Inserts.insert(connection, "backup_notices", "subject", "backup:7", "kind", "back");
    }

    @Test
    void aClientHasAHostnameOnce() throws SQLException {
        var client = Inserts.insert(connection, "clients");
        Inserts.insert(connection, "infrastructure", "client_id", client, "hostname", "dc01");
        refused(DUPLICATE, "infrastructure", "client_id", client, "hostname", "DC01");
        Inserts.insert(connection, "infrastructure", "client_id", Inserts.insert(connection, "clients"), "hostname",
                "dc01");
    }

    @Test
    void aTicketIsLinkedToASessionOncePerLinkType() throws SQLException {
        var session = Inserts.insert(connection, "sessions");
        Inserts.insert(connection, "ticket_links", "session_id", session, "ticket_id", "77", "link_type", "related");
        refused(DUPLICATE, "ticket_links", "session_id", session, "ticket_id", "77", "link_type", "related");
        Inserts.insert(connection, "ticket_links", "session_id", session, "ticket_id", "77", "link_type", "resolves");
    }

    @Test
    void aScheduleRunsOnceASlot() throws SQLException {
        var schedule = Inserts.insert(connection, "backup_schedules");
        Inserts.insert(connection, "backup_log", "schedule_id", schedule, "slot_at", "2026-01-02 02:00:00");
        refused(DUPLICATE, "backup_log", "schedule_id", schedule, "slot_at", "2026-01-02 02:00:00");
        Inserts.insert(connection, "backup_slots", "schedule_id", schedule, "slot_at", "2026-01-02 02:00:00");
        refused(DUPLICATE, "backup_slots", "schedule_id", schedule, "slot_at", "2026-01-02 02:00:00");
    }

    @Test
    void aFigureIsThereOnceADayAndScope() throws SQLException {
        Inserts.insert(connection, "learning_metrics", "scope", "all", "metric_name", "stale_share");
        refused(DUPLICATE, "learning_metrics", "scope", "all", "metric_name", "stale_share");
    }

    @Test
    void aTagIsGivenOnce() throws SQLException {
        var machine = Inserts.insert(connection, "infrastructure");
        var item = Inserts.insert(connection, "work_items");
        var tag = Inserts.insert(connection, "tags");
        Inserts.insert(connection, "infrastructure_tags", "infrastructure_id", machine, "tag_id", tag);
        refused(DUPLICATE, "infrastructure_tags", "infrastructure_id", machine, "tag_id", tag);
        Inserts.insert(connection, "work_item_tags", "work_item_id", item, "tag_id", tag);
        refused(DUPLICATE, "work_item_tags", "work_item_id", item, "tag_id", tag);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            infrastructure          | client_id         | clients                | CASCADE
            sessions                | client_id         | clients                | SET NULL
            work_items              | session_id        | sessions               | CASCADE
            work_items              | infrastructure_id | infrastructure         | SET NULL
            failure_patterns        | client_id         | clients                | SET NULL
            failure_patterns        | infrastructure_id | infrastructure         | SET NULL
            environmental_insights  | client_id         | clients                | CASCADE
            environmental_insights  | infrastructure_id | infrastructure         | CASCADE
            environmental_insights  | source_pattern_id | failure_patterns       | SET NULL
            environmental_examples  | insight_id        | environmental_insights | CASCADE
            environmental_examples  | infrastructure_id | infrastructure         | SET NULL
            environmental_examples  | session_id        | sessions               | SET NULL
            environmental_examples  | work_item_id      | work_items             | SET NULL
            insight_verifications   | insight_id        | environmental_insights | CASCADE
            insight_verifications   | api_user_id       | api_users              | SET NULL
            learning_metrics        | client_id         | clients                | CASCADE
            external_integrations   | session_id        | sessions               | CASCADE
            external_integrations   | work_item_id      | work_items             | CASCADE
            ticket_links            | session_id        | sessions               | CASCADE
            ticket_links            | client_id         | clients                | SET NULL
            backup_log              | schedule_id       | backup_schedules       | SET NULL
            backup_schedules        | last_backup_id    | backup_log             | SET NULL
            api_tokens              | api_user_id       | api_users              | CASCADE
            technician_keys         | api_user_id       | api_users              | CASCADE
            vault_grants            | technician_key_id | technician_keys        | CASCADE
            vault_events            | api_user_id       | api_users              | SET NULL
            integration_mappings    | client_id         | clients                | CASCADE
            integration_mappings    | infrastructure_id | infrastructure         | CASCADE
            client_backup_plans     | credential_id     | integration_credentials | SET NULL
            credential_leases       | credential_id     | integration_credentials | CASCADE
            work_item_tags          | work_item_id      | work_items             | CASCADE
            work_item_tags          | tag_id            | tags                   | CASCADE
            infrastructure_tags     | infrastructure_id | infrastructure         | CASCADE
            infrastructure_tags     | tag_id            | tags                   | CASCADE
            """)
    void aDeletedRowTakesAlongOrLetsGo(String table, String column, String target, String rule) throws SQLException {
        var parent = Inserts.insert(connection, target);
        var before = Inserts.count(connection, "SELECT COUNT(*) FROM " + table);
        Inserts.insert(connection, table, column, parent);
        assertThat(Inserts.count(connection, "SELECT COUNT(*) FROM " + table + " WHERE " + column + " = ?", parent))
                .isEqualTo(1);
        try (var statement = connection.prepareStatement("DELETE FROM " + target + " WHERE id = ?")) {
            statement.setString(1, parent);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
        assertThat(Inserts.count(connection, "SELECT COUNT(*) FROM " + table) - before)
                .isEqualTo(rule.equals("CASCADE") ? 0 : 1);
        refused(NO_SUCH_ROW, table, column, parent);
    }

    private static void refused(int code, String table, String... pairs) {
        assertThatExceptionOfType(SQLException.class).as("%s %s", table, String.join(" ", pairs))
                .isThrownBy(() -> Inserts.insert(connection, table, pairs))
                .satisfies(refusal -> assertThat(refusal.getErrorCode()).isEqualTo(code));
    }
}
