package dev.rackside.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.SchemaPlan.Act;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Another program's database is adopted: what was there stays, and the other program goes on. */
class AdoptionTest {

    @BeforeAll
    static void needsTheDump() {
        ExistingMsp.assumeThere();
    }

    @Test
    void whatWasThereStaysAndTheOtherProgramGoesOn() throws SQLException {
        var schema = ExistingMsp.load("adopted");
        LosslessAdoption.of(schema, Sources.of(schema));
        try (var connection = schema.connect()) {
            assertThat(Inserts.count(connection, "SELECT COUNT(*) FROM work_items WHERE infrastructure_id IS NOT NULL"))
                    .isEqualTo(Inserts.count(connection,
                            "SELECT COUNT(*) FROM work_items WHERE JSON_LENGTH(infrastructure_ids) = 1"))
                    .isPositive();
            assertThat(Inserts.count(connection,
                    "SELECT COUNT(*) FROM ticket_links WHERE updated_at <> linked_at OR created_at <> linked_at"))
                    .isZero();
            assertThat(Inserts.count(connection,
                    "SELECT COUNT(*) FROM external_integrations WHERE outcome IS NOT NULL")).isZero();
            assertThat(Inserts.count(connection, "SELECT COUNT(*) FROM backup_log WHERE outcome IS NOT NULL"))
                    .isZero();
            assertThat(Inserts.count(connection, "SELECT COUNT(*) FROM alembic_version")).isEqualTo(1);
        }
    }

    @Test
    void rowsThatBreakTheRulesAreTakenAsTheyAre() throws SQLException {
        var schema = ExistingMsp.load("dirty", sql -> withoutChecks(sql)
                .replace("KEY `name` (`name`)", "KEY `other_name` (`name`)").replace("UNIQUE KEY", "KEY"));
        try (var connection = schema.connect(); var statement = connection.createStatement()) {
            statement.execute("SET SESSION sql_mode = '', time_zone = '+00:00', foreign_key_checks = 0");
            for (var sql : dirt()) {
                statement.execute(sql);
            }
        }
        LosslessAdoption.of(schema, Sources.of(schema));
        try (var connection = schema.connect()) {
            assertThat(UnenforcedRules.of(connection))
                    .anySatisfy(rule -> assertBroken(rule, UnenforcedRules.Kind.CHECK, "insight_category"))
                    .anySatisfy(rule -> assertBroken(rule, UnenforcedRules.Kind.CHECK, "priority"))
                    .anySatisfy(rule -> assertBroken(rule, UnenforcedRules.Kind.CHECK, "confidence_level"))
                    .anySatisfy(rule -> assertBroken(rule, UnenforcedRules.Kind.CHECK, "insight_title"))
                    .anySatisfy(rule -> assertBroken(rule, UnenforcedRules.Kind.CHECK, "examples"))
                    .anySatisfy(rule -> assertBroken(rule, UnenforcedRules.Kind.REQUIRED, "confidence_level"))
                    .anySatisfy(rule -> assertBroken(rule, UnenforcedRules.Kind.UNIQUE, "hostname"))
                    .anySatisfy(rule -> assertBroken(rule, UnenforcedRules.Kind.UNIQUE, "link_type"));
        }
    }

    private static void assertBroken(UnenforcedRules.Rule rule, UnenforcedRules.Kind kind, String column) {
        assertThat(rule.kind()).isEqualTo(kind);
        assertThat(rule.columns()).contains(column);
        assertThat(rule.broken().orElse(0)).isPositive();
    }

    private static String withoutChecks(String sql) {
        return sql.replaceAll(", CONSTRAINT `ck_\\w+` CHECK \\(.*?\\)(?=, CONSTRAINT|\\) ENGINE)", "");
    }

    private static List<String> dirt() {
        var machine = UUID.randomUUID();
        return List.of(
                "UPDATE environmental_insights SET insight_category = 'moon_phases', priority = 11 LIMIT 3",
                "UPDATE environmental_insights SET confidence_level = NULL, examples = 'no list' WHERE priority = 6",
                "UPDATE environmental_insights SET confidence_level = 'CONFIRMED' WHERE priority = 3",
                "UPDATE environmental_insights SET insight_title = '' WHERE priority = 4 LIMIT 5",
                "UPDATE environmental_insights SET insight_title = REPEAT('ü', 500) WHERE priority = 5 LIMIT 5",
                "UPDATE environmental_insights SET created_at = '0000-00-00', last_verified = '0000-00-00' LIMIT 2",
                "UPDATE clients SET type = '' LIMIT 2",
                "INSERT INTO clients (id, name, type) SELECT UUID(), name, 'internal' FROM clients LIMIT 2",
                "INSERT INTO infrastructure (id, client_id, asset_type, hostname) "
                        + "SELECT UUID(), client_id, 'toaster', hostname FROM infrastructure LIMIT 4",
                "INSERT INTO ticket_links (id, session_id, integration_type, ticket_id, link_type) "
                        + "SELECT UUID(), session_id, integration_type, ticket_id, link_type FROM ticket_links LIMIT 3",
                "UPDATE ticket_links SET linked_at = '0000-00-00' LIMIT 2",
                "UPDATE work_items SET created_at = '0000-00-00' LIMIT 4",
                "INSERT INTO infrastructure (id, asset_type, hostname) VALUES ('" + machine + "', 'printer', '')",
                "UPDATE work_items SET infrastructure_ids = 'WS01, WS02' LIMIT 3",
                "UPDATE work_items SET infrastructure_ids = '[' WHERE category = 'security' LIMIT 3",
                "UPDATE work_items SET infrastructure_ids = '' WHERE category = 'development' LIMIT 3",
                "UPDATE work_items SET infrastructure_ids = '\"" + machine + "\"' WHERE status = 'blocked' LIMIT 3",
                "UPDATE work_items SET infrastructure_ids = '[\"" + UUID.randomUUID()
                        + "\"]' WHERE priority = 'low' LIMIT 3",
                "UPDATE work_items SET infrastructure_ids = '[\"" + machine.toString().toUpperCase(Locale.ROOT)
                        + "\"]' WHERE priority = 'high' LIMIT 3",
                "UPDATE backup_log SET verification_details = 'gzip -t', verification_status = 'passed' LIMIT 5",
                "CREATE TRIGGER watched BEFORE UPDATE ON work_items FOR EACH ROW SET NEW.title = 'Touched'",
                "CREATE VIEW open_links AS SELECT * FROM ticket_links WHERE ticket_status <> 'Closed'",
                "ALTER TABLE tags ADD SYSTEM VERSIONING");
    }

    @Test
    void otherCollationsAndColumnTypesStayAsTheyAre() throws SQLException {
        var schema = ExistingMsp.load("types",
                sql -> sql.replace("utf8mb4_unicode_ci", "utf8mb4_general_ci")
                        .replace("`last_verified` timestamp", "`last_verified` datetime")
                        .replace("`backup_started_at` timestamp", "`backup_started_at` datetime")
                        .replace("`infrastructure_ids` longtext", "`infrastructure_ids` json")
                        .replace("`request_data` text", "`request_data` json")
                        .replace("`examples` text", "`examples` json")
                        .replace("`insight_title` varchar(500)", "`insight_title` varchar(1000)")
                        .replace("tinyint(1)", "int(11)"));
        LosslessAdoption.of(schema, Sources.of(schema));
        try (var connection = schema.connect()) {
            var shape = ShapeReader.read(connection);
            assertThat(shape.references()).allSatisfy(key -> assertThat(
                    shape.column(key.table(), key.columns().getFirst()).orElseThrow().collation())
                    .isEqualTo(shape.column(key.target(), "id").orElseThrow().collation()));
            assertThat(shape.column("environmental_examples", "insight_id").orElseThrow().collation())
                    .isEqualTo("utf8mb4_general_ci");
            assertThat(shape.column("environmental_examples", "observed").orElseThrow().collation())
                    .isEqualTo("utf8mb4_unicode_ci");
            assertThat(Inserts.count(connection, "SELECT COUNT(*) FROM work_items WHERE infrastructure_id IS NOT NULL"))
                    .isPositive();
        }
    }

    @Test
    void silentStampsAndOtherTimeZonesChangeNoInstant() throws SQLException {
        var schema = ExistingMsp.load("stamps", sql -> withoutChecks(sql)
                .replace("utf8mb4_unicode_ci", "latin1_swedish_ci").replace("utf8mb4", "latin1")
                .replace("`completed_at` timestamp NULL DEFAULT NULL", "`completed_at` timestamp NULL DEFAULT NULL, "
                        + "`seen``at` timestamp NOT NULL DEFAULT '2020-01-01 00:00:00' ON UPDATE current_timestamp()")
                .replace("`created_at` timestamp NOT NULL DEFAULT current_timestamp()",
                        "`created_at` timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp()"));
        LosslessAdoption.of(schema,
                Sources.of(schema, "&sessionVariables=time_zone='-07:00',explicit_defaults_for_timestamp=0"));
        try (var connection = schema.connect()) {
            var stamped = ShapeReader.read(connection).columns("work_items").stream().filter(Shape.Column::stamped);
            assertThat(stamped).extracting(Shape.Column::name).containsExactlyInAnyOrder("created_at", "seen`at",
                    "updated_at");
            assertThat(ShapeReader.read(connection).column("ticket_links", "ticket_state").orElseThrow().charset())
                    .isEqualTo("utf8mb4");
        }
    }

    @Test
    void tablesAndColumnsThatLackAreAdded() throws SQLException {
        var schema = ExistingMsp.empty("lacking", AdoptionTest::lacking);
        try (var connection = schema.connect()) {
            var before = ShapeReader.read(connection);
            var plan = Migrations.of(Sources.of(schema)).plan();
            assertThat(plan.steps()).contains(new SchemaPlan.Step(Act.ADD_TABLE, "backup_log", List.of()),
                    new SchemaPlan.Step(Act.ADD_TABLE, "infrastructure_tags", List.of()));
            Migrations.of(Sources.of(schema)).migrate();
            assertThat(LosslessAdoption.additions(before, ShapeReader.read(connection)))
                    .isEqualTo(LosslessAdoption.planned(plan));
            Inserts.insert(connection, "backup_log");
            Inserts.insert(connection, "environmental_insights", "examples", "[]");
        }
    }

    /** The tables of a program that never wrote backups down and knows less of everything. */
    private static String lacking(String sql) {
        return sql.startsWith("CREATE TABLE `backup_log`")
                || sql.startsWith("CREATE TABLE `infrastructure_tags`")
                        ? "DO 0"
                        : sql.replace("`description` text DEFAULT NULL, `usage_count`", "`usage_count`")
                                .replace("`examples` text DEFAULT NULL, ", "")
                                .replace("KEY `idx_insights_category` (`insight_category`), ", "")
                                .replace("`verification_count` int(11) NOT NULL DEFAULT 1, ", "")
                                .replace("`infrastructure_ids` longtext", "`infrastructure_id` varchar(99)");
    }
}
