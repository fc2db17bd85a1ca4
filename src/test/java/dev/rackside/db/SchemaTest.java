package dev.rackside.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.Shape.IndexKind;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every table has in common, and the indexes of the data dictionary; on a fresh database. */
class SchemaTest {

    private static final Set<String> JUNCTIONS = Set.of("work_item_tags", "infrastructure_tags");
    private static final List<String> EDITED = List.of("clients", "infrastructure", "sessions", "work_items", "tags",
            "failure_patterns", "environmental_insights", "ticket_links", "integration_credentials", "backup_schedules",
            "api_users", "backup_log", "technician_keys");
    private static final Path NEW_KNOWN = Path.of("target", "known-schema.tsv");

    private static Connection connection;
    private static Shape shape;

    @BeforeAll
    static void migrateAnEmptyDatabase() throws SQLException {
        var schema = TestServer.shared().newSchema("schema");
        Migrations.of(Sources.of(schema)).migrate();
        connection = schema.connect();
        shape = ShapeReader.read(connection);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    private static List<Shape.Table> tables() {
        return shape.tables().stream().filter(table -> !table.name().equals(Migrations.HISTORY)).toList();
    }

    @Test
    void knownSchemaIsTheMigratedOne() throws IOException {
        var migrated = ShapeLines.of(shape);
        var known = ShapeLines.of(Shape.known());
        if (!migrated.equals(known)) {
            var lines = new ArrayList<>(List.of("# The tables of a fresh database, compared with by adoption and "
                    + "doctor. SchemaTest fails when it is out of date and writes a new one."));
            lines.addAll(migrated);
            Files.write(NEW_KNOWN, lines, StandardCharsets.UTF_8);
        }
        assertThat(migrated).as("copy %s over the known schema where the change is meant", NEW_KNOWN).isEqualTo(known);
    }

    @Test
    void knownVersionIsThatOfTheNewestMigration() throws IOException, URISyntaxException {
        var folder = Path.of(Objects.requireNonNull(SchemaTest.class.getResource("/db/migration")).toURI());
        try (var files = Files.list(folder)) {
            var newest = files.map(file -> file.getFileName().toString())
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__")))).max().orElseThrow();
            assertThat(Migrations.KNOWN).isEqualTo(newest);
        }
    }

    @Test
    void everyTableIsInnoDbAndUnicode() {
        assertThat(tables()).hasSize(30).allSatisfy(table -> {
            assertThat(table.engine()).isEqualTo("InnoDB");
            assertThat(table.collation()).isEqualTo("utf8mb4_unicode_ci");
        });
    }

    @Test
    void textIsUnicodeInEveryColumn() {
        // JSON is a type of MariaDB's with a collation of its own.
        assertThat(tables()).allSatisfy(table -> assertThat(shape.columns(table.name()))
                .extracting(Shape.Column::collation).isSubsetOf("", "utf8mb4_unicode_ci", "utf8mb4_bin"));
    }

    @Test
    void everyTableHasAPrimaryKey() {
        assertThat(tables()).allSatisfy(table -> assertThat(shape.indexes(table.name())).anySatisfy(index -> {
            assertThat(index.kind()).isEqualTo(IndexKind.PRIMARY);
            assertThat(index.columns()).hasSize(JUNCTIONS.contains(table.name()) ? 2 : 1);
        }));
    }

    @Test
    void everyIdIsACharOf36() {
        assertThat(tables()).filteredOn(table -> !table.name().equals("schema_info"))
                .allSatisfy(table -> assertThat(shape.columns(table.name()))
                        .filteredOn(column -> column.name().equals("id")
                                || shape.references(table.name()).stream()
                                        .anyMatch(key -> key.columns().contains(column.name())))
                        .extracting(Shape.Column::type).isNotEmpty().containsOnly("char(36)"));
    }

    @Test
    void everyForeignKeyHasAnIndexOfItsOwn() {
        assertThat(shape.references()).isNotEmpty().allSatisfy(key -> {
            assertThat(shape.indexes(key.table()))
                    .anySatisfy(index -> assertThat(index.columns()).startsWith(key.columns().getFirst()));
            assertThat(key.onDelete()).isIn("CASCADE", "SET NULL");
        });
    }

    @Test
    void junctionsHaveNothingButTheirTwoSides() {
        assertThat(JUNCTIONS).allSatisfy(table -> {
            assertThat(shape.columns(table)).hasSize(2);
            assertThat(shape.references(table)).hasSize(2).extracting(Shape.Reference::onDelete)
                    .containsOnly("CASCADE");
        });
    }

    @Test
    void everyOtherTableKnowsWhenARowWasMade() {
        assertThat(tables()).filteredOn(table -> !JUNCTIONS.contains(table.name()))
                .allSatisfy(table -> assertThat(shape.column(table.name(), "created_at"))
                        .hasValueSatisfying(column -> assertThat(column.type()).isEqualTo("timestamp(6)")));
    }

    @Test
    void whatAFormEditsCountsItsVersions() {
        assertThat(EDITED).allSatisfy(table -> {
            assertThat(shape.column(table, "row_version")).hasValueSatisfying(column -> {
                assertThat(column.type()).isEqualTo("int(11)");
                assertThat(column.nullable()).isFalse();
            });
            assertThat(shape.column(table, "updated_at"))
                    .hasValueSatisfying(column -> assertThat(column.stamped()).isTrue());
        });
    }

    @Test
    void theServerFillsNoInstantInLocalTime() throws SQLException {
        var filled = Inserts.count(connection, """
                SELECT COUNT(*) FROM information_schema.columns
                WHERE table_schema = DATABASE() AND data_type = 'datetime'
                    AND (column_default LIKE '%current_timestamp%' OR extra <> '')
                    AND table_name <> 'rackside_schema_history'""");
        assertThat(filled).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            environmental_insights  | client_id
            environmental_insights  | infrastructure_id
            environmental_insights  | insight_category
            environmental_insights  | source_pattern_id
            environmental_insights  | priority, updated_at, id
            environmental_insights  | client_id, priority, updated_at, id
            environmental_insights  | priority, id
            environmental_insights  | insight_title
            environmental_insights  | created_at, id
            environmental_insights  | updated_at, id
            environmental_insights  | last_verified, id
            environmental_insights  | confidence_level
            external_integrations   | session_id
            external_integrations   | work_item_id
            external_integrations   | integration_type
            external_integrations   | external_id
            external_integrations   | created_at, id
            ticket_links            | session_id
            ticket_links            | client_id
            ticket_links            | integration_type, ticket_id
            ticket_links            | linked_at, id
            ticket_links            | client_id, linked_at, id
            backup_log              | backup_type
            backup_log              | backup_completed_at
            backup_log              | verification_status
            backup_log              | backup_started_at, id
            clients                 | type
            infrastructure          | client_id
            infrastructure          | hostname
            infrastructure          | client_id, hostname, id
            sessions                | client_id
            sessions                | session_date
            sessions                | client_id, session_date, id
            work_items              | session_id
            work_items              | infrastructure_id
            failure_patterns        | client_id
            failure_patterns        | infrastructure_id
            failure_patterns        | last_seen, id
            environmental_examples  | insight_id, observed_at, id
            insight_verifications   | insight_id, verified_at, id
            learning_metrics        | client_id
            api_tokens              | api_user_id
            api_tokens              | token_prefix
            backup_schedules        | last_backup_id
            work_item_tags          | tag_id
            infrastructure_tags     | tag_id
            """)
    void listsAndLookupsHaveAnIndex(String table, String columns) {
        assertThat(shape.indexes(table)).filteredOn(index -> index.kind() == IndexKind.PLAIN)
                .extracting(Shape.Index::columns).contains(List.of(columns.split(", ", -1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            environmental_insights | insight_title, insight_description
            sessions               | session_title, summary, notes
            work_items             | title, description
            ticket_links           | ticket_subject, link_note
            failure_patterns       | pattern_signature, error_pattern, root_cause, recommended_solution
            clients                | name, notes
            infrastructure         | environmental_notes
            environmental_examples | what_was_tried, expected, observed
            """)
    void freeTextCanBeSearched(String table, String columns) throws SQLException {
        assertThat(shape.indexes(table)).filteredOn(index -> index.kind() == IndexKind.FULLTEXT)
                .extracting(Shape.Index::columns).containsExactly(List.of(columns.split(", ", -1)));
        var last = columns.substring(columns.lastIndexOf(' ') + 1);
        Inserts.insert(connection, table, last, "the zebracorn of " + table);
        var found = Inserts.count(connection, "SELECT COUNT(*) FROM " + table + " WHERE MATCH(" + columns
                + ") AGAINST('+zebracorn*' IN BOOLEAN MODE)");
        assertThat(found).isEqualTo(1);
    }

    @Test
    void anOrderedListReadsItsIndexFromEitherEnd() throws SQLException {
        for (var direction : List.of("", " DESC")) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("EXPLAIN SELECT id FROM environmental_insights ORDER BY priority"
                            + direction + ", updated_at" + direction + ", id" + direction + " LIMIT 9")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString("key")).isEqualTo("idx_insights_order");
                assertThat(row.getString("Extra")).doesNotContain("filesort");
            }
        }
    }
}
