package dev.rackside.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.row.Comparison;
import dev.rackside.sample.Progress;
import dev.rackside.sample.SampleData;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

/** Two real databases. */
class CopierTest {

    private static final Copier.Progress SILENT = (_, _, _) -> {
    };

    private static TestServer.Schema source;
    private TestServer.Schema target;

    @BeforeAll
    static void fill() throws SQLException {
        source = migrated("copy_source");
        try (var connection = source.connect(); var statement = connection.createStatement()) {
            SampleData.standard(Instant.parse("2026-11-20T10:15:30Z")).fill(connection, Progress.NONE);
            statement.execute("SET time_zone = '+00:00'");
            // What is hard to copy: bytes of all kinds, text beyond the basic plane, parts of seconds, no values.
            statement.execute("UPDATE integration_credentials SET api_key_encrypted = UNHEX('564C543100FF0A0D1A5C27'),"
                    + " oauth_token_encrypted = '' ORDER BY id LIMIT 1");
            statement.execute("UPDATE clients SET notes = CONCAT('a\\0b', UNHEX('F09F92BE'), ' \\\\ \\' \\r\\n'),"
                    + " updated_at = '2026-01-02 03:04:05.678901', row_version = 7 ORDER BY id LIMIT 1");
            statement.execute("UPDATE clients SET notes = '' ORDER BY id DESC LIMIT 1");
        }
    }

    @BeforeEach
    void empty() throws SQLException {
        target = migrated("copy_target");
    }

    private static TestServer.Schema migrated(String name) throws SQLException {
        var schema = TestServer.shared().newSchema(name);
        var data = new MariaDbDataSource(schema.jdbcUrl());
        data.setUser(schema.user());
        data.setPassword(schema.password());
        Migrations.of(data).migrate();
        return schema;
    }

    @Test
    void everyRowArrivesJustAsItWas() throws SQLException {
        try (var copier = copier()) {
            assertThat(copier.rowsOfTarget()).isZero();
            copier.copy(SILENT);
            var found = copier.compare(SILENT);
            assertThat(found.same()).isTrue();
            assertThat(found.rows()).isEqualTo(found.copied()).isEqualTo(copier.rowsOfSource()).isGreaterThan(8_000);
            assertThat(copier.plan().tablesLeftOut()).isEmpty();
            assertThat(copier.plan().columnsLeftOut()).isEmpty();
        }
        try (var here = source.connect(); var there = target.connect()) {
            for (var table : new String[]{"clients", "integration_credentials", "backup_schedules", "backup_log",
                    "environmental_insights", "work_item_tags"}) {
                assertThat(checksum(there, table)).as(table).isEqualTo(checksum(here, table));
            }
        }
    }

    @Test
    void oneChangedValueOfAnyKindIsFound() throws SQLException {
        copy();
        var changes = new String[]{
                "clients:notes:UPDATE clients SET notes = CONCAT(notes, ' ') WHERE notes LIKE '%\\\\\\\\%' LIMIT 1",
                "clients:name:UPDATE clients SET name = UPPER(name) ORDER BY id LIMIT 1",
                "clients:is_active:UPDATE clients SET is_active = 1 - is_active ORDER BY id LIMIT 1",
                "integration_credentials:api_key_encrypted:UPDATE integration_credentials SET api_key_encrypted ="
                        + " UNHEX('564C543100FF0A0D1A5C28') WHERE api_key_encrypted LIKE 'VLT1%'",
                "integration_credentials:oauth_token_encrypted:UPDATE integration_credentials SET"
                        + " oauth_token_encrypted = NULL WHERE oauth_token_encrypted = ''",
                "sessions:billable_hours:UPDATE sessions SET billable_hours = billable_hours + 0.01 WHERE billable_hours"
                        + " IS NOT NULL ORDER BY id LIMIT 1",
                "backup_log:slot_at:UPDATE backup_log SET slot_at = slot_at + INTERVAL 1 MICROSECOND WHERE slot_at IS"
                        + " NOT NULL ORDER BY id LIMIT 1",
                "insight_verifications:verified_at:UPDATE insight_verifications SET verified_at = verified_at +"
                        + " INTERVAL 1 SECOND ORDER BY id LIMIT 1"};
        for (var change : changes) {
            outside("SET SESSION time_zone = '+00:00'", change.split(":", 3)[2]);
        }
        try (var copier = copier()) {
            var found = copier.compare(SILENT);
            assertThat(found.same()).isFalse();
            for (var change : changes) {
                var parts = change.split(":", 3);
                assertThat(found.tables()).as(change).filteredOn(table -> table.name().equals(parts[0]))
                        .singleElement().satisfies(table -> assertThat(table.named())
                                .anyMatch(named -> named.contains(": ") && named.contains(parts[1])));
            }
            assertThat(found.tables().stream().mapToLong(Comparison.Table::missing).sum()).isZero();
        }
    }

    @Test
    void missingAndExtraRowsAreFound() throws SQLException {
        copy();
        outside("SET SESSION foreign_key_checks = 0", "DELETE FROM work_item_tags LIMIT 2",
                "INSERT INTO tags (id, name) VALUES ('0000', 'extra')");
        try (var copier = copier()) {
            var found = copier.compare(SILENT);
            assertThat(found.partOfTheSource()).isFalse();
            assertThat(found.tables()).filteredOn(table -> !table.same()).hasSize(2).anySatisfy(table -> {
                assertThat(table.name()).isEqualTo("tags");
                assertThat(table.extra()).isEqualTo(1);
                assertThat(table.named()).containsExactly("+ 0000");
            }).anySatisfy(table -> {
                assertThat(table.name()).isEqualTo("work_item_tags");
                assertThat(table.missing()).isEqualTo(2);
                assertThat(table.rows()).isEqualTo(table.copied() + 2);
            });
        }
    }

    @Test
    void sourceIsComparedAsItWasWhenTheCopyBegan() throws SQLException {
        try (var copier = copier(); var other = source.connect(); var statement = other.createStatement()) {
            statement.execute("INSERT INTO tags (id, name) VALUES ('ffff', 'made meanwhile')");
            try {
                copier.copy(SILENT);
                assertThat(copier.compare(SILENT).same()).isTrue();
            } finally {
                statement.execute("DELETE FROM tags WHERE id = 'ffff'");
            }
        }
    }

    @Test
    void interruptedCopyIsRecognisedAndClearedInPieces() throws SQLException {
        try (var copier = copier()) {
            assertThatThrownBy(() -> copier.copy((_, done, _) -> {
                if (done > 3_000) {
                    throw new CancellationException();
                }
            })).isInstanceOf(CancellationException.class);
            assertThat(copier.rowsOfTarget()).isGreaterThan(2_000);
            assertThat(copier.compare(SILENT).partOfTheSource()).isTrue();
            copier.clear(SILENT);
            assertThat(copier.rowsOfTarget()).isZero();
        }
    }

    @Test
    void rowsThatBreakARuleAreCopiedAsTheyAre() throws SQLException {
        var odd = migrated("copy_odd");
        try (var connection = odd.connect(); var statement = connection.createStatement()) {
            statement.execute("SET SESSION check_constraint_checks = 0");
            statement.execute("SET SESSION sql_mode = 'ALLOW_INVALID_DATES'");
            statement.execute("INSERT INTO clients (id, name, type, created_at) VALUES ('X', '', 'halo', 0)");
            statement.execute("INSERT INTO environmental_insights (id, client_id, insight_category, insight_title,"
                    + " insight_description, examples, priority) VALUES ('Y', 'X', 'Odd', '', '', '{not json', 11)");
        }
        try (var copier = new Copier(odd.connect(), target.connect())) {
            copier.copy(SILENT);
            assertThat(copier.compare(SILENT).same()).isTrue();
        }
    }

    @Test
    void whatTheTargetHasNoPlaceForIsNamed() throws SQLException {
        var other = migrated("copy_other");
        try (var connection = other.connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE billable_time (id INT PRIMARY KEY)");
            statement.execute("ALTER TABLE tags ADD COLUMN usage_count INT NULL");
        }
        try (var copier = new Copier(other.connect(), target.connect())) {
            assertThat(copier.plan().tablesLeftOut()).containsExactly("billable_time");
            assertThat(copier.plan().columnsLeftOut()).containsExactly("tags.usage_count");
        }
    }

    @Test
    void rowThatTheTargetRefusesIsNamedByItsTable() throws SQLException {
        try (var connection = target.connect(); var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE tags MODIFY name VARCHAR(3) NOT NULL");
        }
        try (var copier = copier()) {
            assertThatThrownBy(() -> copier.copy(SILENT)).asInstanceOf(type(Problem.class)).satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ErrorCode.COPY_REFUSED);
                assertThat(problem.arguments()).first().isEqualTo("tags");
            });
        }
    }

    private Copier copier() throws SQLException {
        return new Copier(source.connect(), target.connect());
    }

    private void copy() throws SQLException {
        try (var copier = copier()) {
            copier.copy(SILENT);
        }
    }

    private void outside(String... statements) throws SQLException {
        try (var connection = target.connect(); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static long checksum(Connection connection, String table) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("CHECKSUM TABLE " + table)) {
            rows.next();
            return rows.getLong(2);
        }
    }
}
