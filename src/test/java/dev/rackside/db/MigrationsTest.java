package dev.rackside.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rackside.db.SchemaPlan.Reason;
import dev.rackside.db.SchemaState.Kind;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When migrations run, when they don't, and what happens when something comes between. */
class MigrationsTest {

    private static final TestServer SERVER = TestServer.shared();

    @Test
    void anEmptyDatabaseBecomesCurrentAndStaysSo() throws SQLException {
        var schema = SERVER.newSchema("empty");
        var migrations = Migrations.of(Sources.of(schema));
        assertThat(migrations.state().kind()).isEqualTo(Kind.EMPTY);
        assertThat(migrations.state().mayRead()).isFalse();
        assertThat(migrations.migrate()).isEqualTo(MigrationFiles.count());
        assertThat(migrations.state()).isEqualTo(
                new SchemaState(Kind.CURRENT, Migrations.KNOWN, Migrations.KNOWN, Migrations.MIN_CLIENT, false));
        assertThat(migrations.migrate()).isZero();
        try (var connection = schema.connect()) {
            assertThat(UnenforcedRules.of(connection)).isEmpty();
        }
    }

    @Test
    void askingChangesNothing() throws SQLException {
        var schema = SERVER.newSchema("asked");
        var address = new DatabaseAddress(List.of(new DatabaseAddress.Host(SERVER.host(), SERVER.port())),
                schema.name(), schema.user(), DatabaseAddress.Transport.LOOPBACK);
        var migrations = Migrations.at(address, schema.password().toCharArray());
        assertThat(migrations.plan().steps()).hasSize(30);
        assertThat(migrations.state().kind()).isEqualTo(Kind.EMPTY);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> Migrations.at(address, new char[]{'x'}).state())
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.PASSWORD_REFUSED));
    }

    @Test
    void tablesOfSomethingElseAreNotTakenForOurs() throws SQLException {
        var schema = SERVER.newSchema("unrelated");
        run(schema, "CREATE TABLE wp_posts (id INT PRIMARY KEY)", "CREATE TABLE sessions_old (id INT)");
        assertThat(Migrations.of(Sources.of(schema)).state().kind()).isEqualTo(Kind.UNRELATED);
    }

    @Test
    void tablesOfANewerProgramAreReadAndWrittenOnlyAsItAllows() throws SQLException {
        var schema = SERVER.newSchema("newer");
        var migrations = Migrations.of(Sources.of(schema));
        migrations.migrate();
        run(schema, "INSERT INTO rackside_schema_history (installed_rank, version, description, type, script, "
                + "installed_by, execution_time, success) VALUES (999, '999', 'x', 'SQL', 'x', 'x', 1, 1)");
        assertThat(migrations.state().kind()).isEqualTo(Kind.NEWER);
        assertThat(migrations.state().mayRead()).isTrue();
        assertThat(migrations.state().mayWrite()).isTrue();
        run(schema, "UPDATE schema_info SET min_client = 999");
        assertThat(migrations.state().mayWrite()).isFalse();
        assertThat(migrations.plan().steps()).isEmpty();
        assertThatExceptionOfType(Problem.class).isThrownBy(migrations::migrate)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.SCHEMA_NEWER));
    }

    @Test
    void aMigrationThatFailedHalfWayIsResumed() throws SQLException {
        ExistingMsp.assumeThere();
        var schema = ExistingMsp.empty("broken", UnaryOperator.identity());
        var whole = ExistingMsp.empty("whole", UnaryOperator.identity());
        var migrations = Migrations.of(Sources.of(schema), Duration.ofSeconds(1));
        try (var busy = schema.connect(); var statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            // Whoever has read a table in an open transaction keeps it from being altered.
            statement.executeQuery("SELECT * FROM ticket_links").close();
            assertThatExceptionOfType(Problem.class).isThrownBy(migrations::migrate).satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ErrorCode.MIGRATION_FAILED);
                assertThat(problem.arguments().getFirst()).isEqualTo("11");
                assertThat(problem.arguments().getLast()).contains("Lock wait timeout").doesNotContain("conn=");
            });
            assertThat(migrations.state()).isEqualTo(new SchemaState(Kind.OLDER, 10, Migrations.KNOWN, 0, true));
            busy.rollback();
        }
        assertThat(migrations.plan().obstacles()).isEmpty();
        assertThat(migrations.migrate()).isEqualTo(MigrationFiles.count() - 10);
        assertThat(migrations.state().kind()).isEqualTo(Kind.CURRENT);
        Migrations.of(Sources.of(whole)).migrate();
        try (var resumed = schema.connect(); var inOneGo = whole.connect()) {
            assertThat(ShapeLines.of(ShapeReader.read(resumed))).isEqualTo(ShapeLines.of(ShapeReader.read(inOneGo)));
        }
    }

    @Test
    void anyMigrationCanBeDoneAgain() throws SQLException {
        var schema = SERVER.newSchema("again");
        var migrations = Migrations.of(Sources.of(schema));
        migrations.migrate();
        try (var connection = schema.connect()) {
            var before = ShapeReader.read(connection);
            run(schema, "DELETE FROM rackside_schema_history WHERE version > 0");
            assertThat(migrations.migrate()).isEqualTo(MigrationFiles.count());
            assertThat(ShapeReader.read(connection)).isEqualTo(before);
        }
    }

    @Test
    void ofTwoWhoMigrateAtOnceOneDoesIt() throws Exception {
        var schema = SERVER.newSchema("race");
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> migrate = () -> Migrations.of(Sources.of(schema)).migrate();
            var first = threads.submit(migrate);
            var second = threads.submit(migrate);
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(0, MigrationFiles.count());
        }
        assertThat(Migrations.of(Sources.of(schema)).state().kind()).isEqualTo(Kind.CURRENT);
    }

    @Test
    void typesThatThePlaceholdersStandForAreNoPartOfTheChecksums() throws SQLException {
        ExistingMsp.assumeThere();
        var fresh = SERVER.newSchema("sums");
        var general = ExistingMsp.empty("general", sql -> sql.replace("unicode_ci", "general_ci"));
        Migrations.of(Sources.of(fresh)).migrate();
        Migrations.of(Sources.of(general)).migrate();
        assertThat(checksums(general)).isEqualTo(checksums(fresh)).hasSize(MigrationFiles.count());
    }

    private static List<String> checksums(TestServer.Schema schema) throws SQLException {
        try (var connection = schema.connect()) {
            return ShapeReader.query(connection, "SELECT CONCAT(version, ' ', checksum) FROM rackside_schema_history "
                    + "WHERE version > 0 ORDER BY installed_rank", row -> row.getString(1));
        }
    }

    @Test
    void anAccountWithoutRightsIsToldSo() throws SQLException {
        var schema = SERVER.newSchema("rights");
        try (var root = SERVER.connectAsRoot(); var statement = root.createStatement()) {
            statement.execute("REVOKE CREATE, ALTER ON " + schema.name() + ".* FROM " + schema.user() + "@127.0.0.1");
        }
        assertThatExceptionOfType(Problem.class).isThrownBy(Migrations.of(Sources.of(schema))::migrate)
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.RIGHTS_MISSING);
                    assertThat(problem.arguments().getLast()).isEqualTo(schema.name());
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGINE          | CREATE TABLE clients (id CHAR(36) PRIMARY KEY) ENGINE = MyISAM
            ID_TYPE         | CREATE TABLE clients (id INT PRIMARY KEY)
            ID_TYPE         | CREATE TABLE clients (number CHAR(36) PRIMARY KEY)
            ID_NOT_UNIQUE   | CREATE TABLE clients (id CHAR(36), KEY (id))
            NOT_A_TABLE     | CREATE VIEW clients AS SELECT 1 AS id
            INDEX_TYPE      | CREATE TABLE ticket_links (id CHAR(36) PRIMARY KEY, ticket_id TEXT)
            TEXT_COLLATIONS | CREATE TABLE ticket_links (id CHAR(36) PRIMARY KEY, ticket_subject TEXT COLLATE utf8mb4_bin)
            NAME_TAKEN      | CREATE TABLE api_users (id CHAR(36) PRIMARY KEY, nickname TEXT)
            """)
    void whatStandsInTheWayIsNamedAndNothingIsDone(Reason reason, String table) throws SQLException {
        var schema = SERVER.newSchema("obstacle");
        run(schema, "CREATE TABLE infrastructure (id CHAR(36) PRIMARY KEY)", table);
        var migrations = Migrations.of(Sources.of(schema));
        try (var connection = schema.connect()) {
            var before = ShapeReader.read(connection);
            assertThat(migrations.plan().obstacles()).extracting(SchemaPlan.Obstacle::reason).containsExactly(reason);
            assertThatExceptionOfType(Problem.class).isThrownBy(migrations::migrate)
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.MIGRATION_FAILED));
            assertThat(ShapeReader.read(connection)).isEqualTo(before);
        }
    }

    private static void run(TestServer.Schema schema, String... statements) throws SQLException {
        try (var connection = schema.connect(); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
