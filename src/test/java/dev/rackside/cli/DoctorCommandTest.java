package dev.rackside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.access.AccessService;
import dev.rackside.db.TestDatabase;
import dev.rackside.db.TestServer;
import dev.rackside.db.TestServer.Schema;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DoctorCommandTest {

    private static Path home = Path.of("");

    @BeforeAll
    static void moveIn() throws IOException {
        home = Ran.home("doctor-command");
    }

    @AfterAll
    static void moveOut() {
        Ran.goHome(home);
    }

    @Test
    void aDatabaseWithAnOddRowIsOnlyWarnedOf() throws SQLException {
        try (var migrated = TestDatabase.migrated("healthy", List.of(AccessService.ENTITIES))) {
            migrated.outside("ALTER TABLE clients DROP CONSTRAINT ck_clients_type",
                    "INSERT INTO clients (id, name, type) VALUES (UUID(), 'Odd', 'friend')",
                    "INSERT INTO clients (id, name, type, notes) VALUES (UUID(), 'Wordy', 'internal', REPEAT('a', 65000))");
            var ran = examined(migrated.schema(), migrated.schema().password());
            assertThat(ran.code()).as(ran.all()).isEqualTo(ExitCode.OK);
            assertThat(ran.out())
                    .contains("ok    Server", "ok    Tables", "ok    Rights", "warn  Account", "warn  Rules",
                            "clients.type", "1 breaks it", "warn  Texts", "clients.notes")
                    .doesNotContain("fail", "!cli");
            assertThat(ran.all()).doesNotContain(migrated.schema().password());
            try (var connection = migrated.schema().connect();
                    var statement = connection.createStatement();
                    var count = statement.executeQuery("SELECT COUNT(*) FROM clients")) {
                assertThat(count.next()).isTrue();
                assertThat(count.getInt(1)).isEqualTo(2);
            }
        }
    }

    @Test
    void missingRightsAreNamed() throws SQLException {
        try (var migrated = TestDatabase.migrated("reader", List.of(AccessService.ENTITIES));
                var root = TestServer.shared().connectAsRoot();
                var statement = root.createStatement()) {
            var name = migrated.schema().name();
            statement.execute("REVOKE ALL PRIVILEGES ON " + name + ".* FROM " + name + "@'127.0.0.1'");
            statement.execute("GRANT SELECT ON " + name + ".* TO " + name + "@'127.0.0.1'");
            var ran = examined(migrated.schema(), migrated.schema().password());
            assertThat(ran.code()).as(ran.all()).isEqualTo(ExitCode.OK);
            assertThat(ran.out()).contains("No right to INSERT", "No right to UPDATE", "No right to DELETE")
                    .doesNotContain("No right to SELECT");
        }
    }

    @Test
    void aTechniciansRightsAreEnough() throws SQLException {
        try (var migrated = TestDatabase.migrated("technician", List.of(AccessService.ENTITIES));
                var root = TestServer.shared().connectAsRoot();
                var statement = root.createStatement()) {
            var name = migrated.schema().name();
            var account = name + "@'127.0.0.1'";
            statement.execute("REVOKE ALL PRIVILEGES ON " + name + ".* FROM " + account);
            statement.execute("GRANT SHOW VIEW ON " + name + ".* TO " + account);
            for (var grant : grants(statement, name, account)) {
                statement.execute(grant);
            }
            var ran = examined(migrated.schema(), migrated.schema().password());
            assertThat(ran.out()).contains("ok    Rights", "ok    Rules").doesNotContain("No right to");
        }
    }

    /** As docs/deployment/team-server.md makes them. */
    private static List<String> grants(Statement statement, String schema, String account) throws SQLException {
        var grants = new ArrayList<String>();
        try (var tables = statement.executeQuery("""
                SELECT table_name, CASE table_name WHEN 'schema_info' THEN '' WHEN 'rackside_schema_history' THEN ''
                    WHEN 'vault_events' THEN ', INSERT'
                    WHEN 'external_integrations' THEN ', INSERT, UPDATE (outcome, http_status, duration_ms, response_data, external_id, created_at)'
                    ELSE ', INSERT, UPDATE, DELETE' END
                FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema = '%s'"""
                .formatted(schema))) {
            while (tables.next()) {
                grants.add("GRANT SELECT" + tables.getString(2) + " ON " + schema + "." + tables.getString(1) + " TO "
                        + account);
            }
        }
        return grants;
    }

    @Test
    void anUnreachableServerFails() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var ran = Ran.of("secret-word\n", "doctor", "--host", "127.0.0.1", "--port", Integer.toString(port),
                "--database", "msp", "--account", "ana", "--loopback", "--password-stdin");
        assertThat(ran.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(ran.out()).contains("fail  Server", "does not answer");
        assertThat(ran.all()).doesNotContain("secret-word", "\tat ");
    }

    @Test
    void aWrongPasswordAndAMissingOneFail() {
        var schema = TestServer.shared().newSchema("locked");
        var wrong = examined(schema, "not-it");
        assertThat(wrong.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(wrong.out()).contains("fail  Account", "refused the password");
        var none = Ran.of("", arguments("doctor", schema).toArray(String[]::new));
        assertThat(none.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(none.out()).contains("--password-stdin");
    }

    @Test
    void aServerWithoutTlsFailsWhereTlsIsDue() {
        var schema = TestServer.shared().newSchema("plain");
        var arguments = arguments("doctor", schema);
        arguments.remove("--loopback");
        arguments.add("--password-stdin");
        var ran = Ran.of(schema.password() + "\n", arguments.toArray(String[]::new));
        assertThat(ran.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(ran.out()).contains("fail  TLS");
    }

    @Test
    void anotherProgramsDatabaseIsToBeAdoptedFirst() throws SQLException {
        var schema = TestServer.shared().newSchema("foreign");
        try (var connection = schema.connect(); var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE environmental_insights (id CHAR(36) PRIMARY KEY)");
        }
        var ran = examined(schema, schema.password());
        assertThat(ran.code()).isEqualTo(ExitCode.PROBLEM);
        assertThat(ran.out()).contains("fail  Tables", "belongs to another program", "rackside adopt");
    }

    private static Ran examined(Schema schema, String password) {
        var arguments = arguments("doctor", schema);
        arguments.add("--password-stdin");
        return Ran.of(password + "\n", arguments.toArray(String[]::new));
    }

    /** A command's arguments for a database of the tests' server. */
    static List<String> arguments(String command, Schema schema) {
        var server = TestServer.shared();
        return new ArrayList<>(List.of(command, "--host", server.host(), "--port", Integer.toString(server.port()),
                "--database", schema.name(), "--account", schema.user(), "--loopback"));
    }
}
