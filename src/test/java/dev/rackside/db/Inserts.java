package dev.rackside.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Rows with no more in them than their table demands, and what a test adds. */
final class Inserts {

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Set<String> JUNCTIONS = Set.of("work_item_tags", "infrastructure_tags");
    /** What each table demands; # stands for a number, @table for a row that is made first. */
    private static final Map<String, Map<String, String>> DEMANDED = Map.ofEntries(
            Map.entry("clients", Map.of("name", "Client #", "type", "msp_client")),
            Map.entry("infrastructure", Map.of("hostname", "host-#", "asset_type", "workstation")),
            Map.entry("sessions",
                    Map.of("session_title", "Session #", "session_date", "2026-01-02", "status", "pending")),
            Map.entry("work_items", Map.of("session_id", "@sessions", "category", "security", "title", "Item #")),
            Map.entry("tags", Map.of("name", "tag-#")),
            Map.entry("failure_patterns",
                    Map.of("pattern_type", "version_mismatch", "pattern_signature", "sig #", "root_cause", "cause",
                            "recommended_solution", "solution")),
            Map.entry("environmental_insights",
                    Map.of("insight_category", "permissions", "insight_title", "Insight #", "insight_description",
                            "Text")),
            Map.entry("external_integrations", Map.of("integration_type", "zapier")),
            Map.entry("integration_credentials", Map.of("integration_name", "Key #")),
            Map.entry("ticket_links",
                    Map.of("session_id", "@sessions", "integration_type", "autotask", "ticket_id", "#")),
            Map.entry("api_users", Map.of("username", "user#", "role", "technician")),
            Map.entry("api_tokens",
                    Map.of("api_user_id", "@api_users", "name", "Token #", "token_prefix", "abc", "token_hash",
                            "hash #", "scopes", "[]", "expires_at", "2030-01-01 00:00:00")),
            Map.entry("technician_keys",
                    Map.of("technician_id", "technician-#", "key_version", "1", "x25519_public", "x", "ed25519_public",
                            "e")),
            Map.entry("vault_grants",
                    Map.of("vault_id", "vault-#", "generation", "1", "technician_key_id", "@technician_keys",
                            "grant_data", "GRT1")),
            Map.entry("vault_events", Map.of("event_type", "created", "technician", "kim")),
            Map.entry("backup_keys",
                    Map.of("vault_id", "vault-#", "generation", "1", "key_name", "0123456789abcdef", "sealed_key",
                            "VLT1",
                            "created_by", "kim")),
            Map.entry("integration_mappings",
                    Map.of("integration_type", "autotask", "external_kind", "customer", "external_id", "customer-#")),
            Map.entry("client_backup_plans", Map.of("integration_type", "msp_backups", "external_id", "plan-#")),
            Map.entry("credential_leases", Map.of("credential_id", "@integration_credentials")),
            Map.entry("backup_schedules",
                    Map.of("name", "Schedule #", "backup_type", "daily", "cron_expression", "0 0 2 * * *", "time_zone",
                            "UTC", "target_directory", "/backups")),
            Map.entry("backup_slots",
                    Map.of("schedule_id", "@backup_schedules", "slot_at", "2026-01-02 03:04:05", "outcome", "missed")),
            Map.entry("scheduled_tasks", Map.of("task_name", "task", "task_instance", "instance-#")),
            Map.entry("backup_notices",
                    Map.of("kind", "failed", "subject", "backup:#", "channel", "mail", "sentence", "It failed.",
                            "workstation", "WS-1")),
            Map.entry("backup_log", Map.of("backup_type", "daily", "file_path", "/backups/#.sql")),
            Map.entry("environmental_examples",
                    Map.of("insight_id", "@environmental_insights", "outcome", "held", "what_was_tried", "It",
                            "source", "technician", "observed_at", "2026-01-02 03:04:05")),
            Map.entry("insight_verifications",
                    Map.of("insight_id", "@environmental_insights", "verified_at", "2026-01-02 03:04:05")),
            Map.entry("learning_metrics",
                    Map.of("metric_date", "2026-01-02", "scope", "scope #", "metric_name", "insights_shown", "value",
                            "1", "computed_at", "2026-01-02 03:04:05")),
            Map.entry("work_item_tags", Map.of("work_item_id", "@work_items", "tag_id", "@tags")),
            Map.entry("infrastructure_tags", Map.of("infrastructure_id", "@infrastructure", "tag_id", "@tags")));

    private Inserts() {
    }

    /** Inserts a row and answers its id; {@code pairs} are columns and their values. */
    static String insert(Connection connection, String table, @Nullable String... pairs) throws SQLException {
        var id = UUID.randomUUID().toString();
        var values = new LinkedHashMap<String, @Nullable String>();
        if (!JUNCTIONS.contains(table)) {
            values.put("id", id);
        }
        for (var i = 0; i < pairs.length; i += 2) {
            values.put(Objects.requireNonNull(pairs[i]), pairs[i + 1]);
        }
        for (var demanded : new TreeMap<>(Objects.requireNonNull(DEMANDED.get(table), table)).entrySet()) {
            if (!values.containsKey(demanded.getKey())) {
                values.put(demanded.getKey(), value(connection, demanded.getValue()));
            }
        }
        var sql = "INSERT INTO " + Identifier.quoted(table) + " (" + Identifier.quoted(values.keySet()) + ") VALUES ("
                + "?, ".repeat(values.size() - 1) + "?)";
        try (var statement = connection.prepareStatement(sql)) {
            var place = 1;
            for (var value : values.values()) {
                statement.setString(place++, value);
            }
            statement.executeUpdate();
        }
        return id;
    }

    private static String value(Connection connection, String demanded) throws SQLException {
        return demanded.startsWith("@")
                ? insert(connection, demanded.substring(1))
                : demanded.replace("#", Integer.toString(NUMBERS.incrementAndGet()));
    }

    static long count(Connection connection, String sql, String... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : -1;
            }
        }
    }
}
