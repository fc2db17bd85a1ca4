package dev.rackside.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The other program at work on its tables: a client from its first row to its last, with the column lists of the dump.
 * It gives every value but those that its columns' defaults give.
 */
final class OtherProgram {

    private final Connection connection;
    private final Map<String, String> ids = new LinkedHashMap<>();

    OtherProgram(Connection connection) {
        this.connection = connection;
        for (var row : List.of("client", "machine", "session", "item", "tag", "pattern", "insight", "exchange", "key",
                "link", "backup", "time")) {
            ids.put(row, UUID.randomUUID().toString());
        }
    }

    /** Inserts, updates and deletes; answers how many rows each statement changed and what was to be read between. */
    List<String> work() throws SQLException {
        var effects = new ArrayList<String>();
        for (var sql : INSERTS) {
            effects.add(run(sql));
        }
        effects.add(read());
        for (var sql : UPDATES) {
            effects.add(run(sql));
        }
        effects.add(read());
        for (var sql : DELETES) {
            effects.add(run(sql));
        }
        effects.add(read());
        return effects;
    }

    private static final List<String> INSERTS = List.of("""
            INSERT INTO clients (id, name, type, network_subnet, domain_name, primary_contact, notes, is_active)
            VALUES (:client, 'Zanzibar Dental', 'msp_client', '10.99.0.0/16', NULL, 'Ünal O''Hara', NULL, 1)""", """
            INSERT INTO infrastructure (id, client_id, asset_type, hostname, ip_address, os, os_version,
                powershell_version, shell_type, environmental_notes, status, has_gui)
            VALUES (:machine, :client, 'workstation', 'ZD-WS01', '10.99.0.4', 'Windows', '11', '5.1', 'powershell',
                NULL, 'active', 1)""", """
            INSERT INTO tags (id, name, category, description, usage_count)
            VALUES (:tag, 'zanzibar', 'place', NULL, 3)""", """
            INSERT INTO infrastructure_tags (infrastructure_id, tag_id) VALUES (:machine, :tag)""", """
            INSERT INTO failure_patterns (id, infrastructure_id, client_id, pattern_type, pattern_signature,
                error_pattern, root_cause, recommended_solution, alternative_approaches, severity, occurrence_count)
            VALUES (:pattern, :machine, :client, 'version_mismatch', 'sig', NULL, 'cause', 'fix', NULL, 'major', 2)""",
            """
                    INSERT INTO environmental_insights (id, client_id, infrastructure_id, insight_category, insight_title,
                        insight_description, examples, source_pattern_id, confidence_level, verification_count, priority,
                        last_verified)
                    VALUES (:insight, :client, :machine, 'permissions', 'No admin', 'Text', '["whoami"]', :pattern,
                        'likely', 1, 7, NULL)""", """
                    INSERT INTO sessions (id, client_id, session_date, start_time, end_time, duration_minutes, status,
                        session_title, summary, is_billable, billable_hours, technician, notes)
                    VALUES (:session, :client, '2026-11-20', '2026-11-20 09:00:00', NULL, 30, 'pending', 'Visit', NULL, 1,
                        0.5, 'mei', NULL)""", """
                    INSERT INTO work_items (id, session_id, category, title, description, status, priority,
                        infrastructure_ids, estimated_minutes, actual_minutes, completed_at)
                    VALUES (:item, :session, 'security', 'Looked', NULL, 'pending', 'low', '[]', 5, NULL, NULL)""", """
                    INSERT INTO work_item_tags (work_item_id, tag_id) VALUES (:item, :tag)""", """
                    INSERT INTO ticket_links (id, session_id, client_id, integration_type, ticket_id, ticket_number,
                        ticket_subject, ticket_url, ticket_status, link_type, link_note, linked_by)
                    VALUES (:link, :session, :client, 'syncro_msp', '4711', '#4711', 'Printer', NULL, 'New', 'related',
                        NULL, 'mei')""", """
                    INSERT INTO external_integrations (id, session_id, work_item_id, integration_type, external_id,
                        external_url, action, direction, request_data, response_data, created_by)
                    VALUES (:exchange, :session, :item, 'syncro_msp', '4711', NULL, 'created', 'outbound', '{}', '{}',
                        'mei')""", """
                    INSERT INTO integration_credentials (id, integration_name, credential_type, api_key_encrypted,
                        oauth_token_encrypted, oauth_refresh_token_encrypted, oauth_expires_at, api_base_url, webhook_url,
                        is_active, last_tested_at, last_test_status)
                    VALUES (:key, 'Zanzibar key', 'api_key', x'00FF', NULL, NULL, NULL, NULL, NULL, 1, NULL, NULL)""", """
                    INSERT INTO backup_log (id, backup_type, file_path, file_size_bytes, backup_started_at,
                        backup_completed_at, verification_status, verification_details, database_host, database_name,
                        backup_method)
                    VALUES (:backup, 'manual', '/b/1.sql', 12, '2026-11-20 01:00:00', '2026-11-20 01:05:00', 'passed',
                        '{}', 'db', 'msp', 'mysqldump')""", """
                    INSERT INTO billable_time (id, session_id, minutes, hourly_rate)
                    VALUES (:time, :session, 30, 145.0)""");

    private static final List<String> UPDATES = List.of(
            "UPDATE clients SET notes = 'Called', is_active = 0 WHERE id = :client",
            "UPDATE infrastructure SET status = 'maintenance' WHERE id = :machine",
            "UPDATE tags SET usage_count = usage_count + 1 WHERE id = :tag",
            "UPDATE failure_patterns SET occurrence_count = 3 WHERE id = :pattern",
            "UPDATE environmental_insights SET verification_count = 2, last_verified = '2026-11-20 10:00:00' WHERE id = :insight",
            "UPDATE sessions SET status = 'completed', end_time = '2026-11-20 10:00:00' WHERE id = :session",
            "UPDATE work_items SET status = 'completed', infrastructure_ids = '[\"x\"]' WHERE id = :item",
            "UPDATE ticket_links SET ticket_status = 'Resolved' WHERE id = :link",
            "UPDATE external_integrations SET response_data = '{\"ok\":1}' WHERE id = :exchange",
            "UPDATE integration_credentials SET last_test_status = 'passed' WHERE id = :key",
            "UPDATE backup_log SET verification_status = 'failed' WHERE id = :backup",
            "UPDATE billable_time SET minutes = 45 WHERE id = :time");

    private static final List<String> DELETES = List.of("DELETE FROM work_item_tags WHERE work_item_id = :item",
            "DELETE FROM external_integrations WHERE id = :exchange", "DELETE FROM infrastructure WHERE id = :machine",
            "DELETE FROM sessions WHERE id = :session", "DELETE FROM clients WHERE id = :client",
            "DELETE FROM tags WHERE id = :tag", "DELETE FROM integration_credentials WHERE id = :key",
            "DELETE FROM backup_log WHERE id = :backup", "DELETE FROM billable_time WHERE id = :time");

    /** The rows as the other program sees them, without the instants that the server fills. */
    private static final List<String> READS = List.of(
            "SELECT name, type, domain_name, primary_contact, notes, is_active FROM clients WHERE id = :client",
            "SELECT hostname, status, has_gui FROM infrastructure WHERE id = :machine",
            "SELECT name, usage_count FROM tags WHERE id = :tag",
            "SELECT pattern_type, occurrence_count, is_active FROM failure_patterns WHERE id = :pattern",
            "SELECT insight_title, examples, source_pattern_id IS NULL, verification_count, priority, last_verified FROM environmental_insights WHERE id = :insight",
            "SELECT session_title, status, start_time, end_time FROM sessions WHERE id = :session",
            "SELECT title, status, infrastructure_ids, completed_at FROM work_items WHERE id = :item",
            "SELECT COUNT(*) FROM work_item_tags WHERE work_item_id = :item",
            "SELECT ticket_id, ticket_status, client_id IS NULL FROM ticket_links WHERE id = :link",
            "SELECT action, response_data FROM external_integrations WHERE id = :exchange",
            "SELECT integration_name, HEX(api_key_encrypted), last_test_status FROM integration_credentials WHERE id = :key",
            "SELECT file_path, backup_started_at, verification_status FROM backup_log WHERE id = :backup",
            "SELECT minutes, session_id IS NULL FROM billable_time WHERE id = :time");

    private String run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return sql.strip().substring(0, 24) + " " + statement.executeUpdate(withIds(sql));
        }
    }

    private String read() throws SQLException {
        var seen = new ArrayList<String>();
        for (var sql : READS) {
            try (var statement = connection.createStatement(); var rows = statement.executeQuery(withIds(sql))) {
                while (rows.next()) {
                    for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                        seen.add(rows.getString(column));
                    }
                }
                seen.add("end");
            }
        }
        return seen.toString();
    }

    private String withIds(String sql) {
        var text = sql;
        for (var id : ids.entrySet()) {
            text = text.replace(":" + id.getKey(), "'" + id.getValue() + "'");
        }
        return text;
    }
}
