package dev.rackside.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.Dependents.Effect;
import dev.rackside.db.Dependents.Group;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a delete would take along is counted as the server then does it. */
class DependentsTest {

    private static Connection connection;

    @BeforeAll
    static void migrateAnEmptyDatabase() throws SQLException {
        var schema = TestServer.shared().newSchema("dependents");
        Migrations.of(Sources.of(schema)).migrate();
        connection = schema.connect();
        run("CREATE TABLE billable_time (session_id CHAR(36) NULL, FOREIGN KEY (session_id) "
                + "REFERENCES sessions (id) ON DELETE SET NULL)");
        run("CREATE TABLE `we``ird` (`the``key` INT AUTO_INCREMENT PRIMARY KEY, client_id CHAR(36) NOT NULL, "
                + "above INT NULL, FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE, "
                + "FOREIGN KEY (above) REFERENCES `we``ird` (`the``key`) ON DELETE CASCADE)");
        run("CREATE TABLE invoices (id BINARY(16) PRIMARY KEY, client_id CHAR(36), "
                + "FOREIGN KEY (client_id) REFERENCES clients (id))");
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @Test
    void nothingHangsOnALonelyRow() throws SQLException {
        assertThat(of("clients", Inserts.insert(connection, "clients")).groups()).isEmpty();
        assertThat(of("clients", UUID.randomUUID().toString()).groups()).isEmpty();
    }

    @Test
    void aRowThatIsReachedInSeveralWaysCountsOnce() throws SQLException {
        var client = Inserts.insert(connection, "clients");
        var machine = Inserts.insert(connection, "infrastructure", "client_id", client);
        Inserts.insert(connection, "infrastructure", "client_id", client);
        Inserts.insert(connection, "infrastructure_tags", "infrastructure_id", machine);
        var both = Inserts.insert(connection, "environmental_insights", "client_id", client, "infrastructure_id",
                machine);
        Inserts.insert(connection, "environmental_insights", "client_id", client);
        Inserts.insert(connection, "environmental_examples", "insight_id", both, "infrastructure_id", machine);
        var session = Inserts.insert(connection, "sessions", "client_id", client);
        Inserts.insert(connection, "work_items", "session_id", session, "infrastructure_id", machine);
        Inserts.insert(connection, "ticket_links", "session_id", session, "client_id", client);

        assertThat(of("clients", client).groups()).containsExactly(
                new Group("environmental_examples", Effect.DELETED, 1),
                new Group("environmental_insights", Effect.DELETED, 2),
                new Group("infrastructure", Effect.DELETED, 2),
                new Group("infrastructure_tags", Effect.DELETED, 1),
                new Group("sessions", Effect.UNLINKED, 1), new Group("ticket_links", Effect.UNLINKED, 1),
                new Group("work_items", Effect.UNLINKED, 1));
        run("DELETE FROM clients WHERE id = '" + client + "'");
        assertThat(Inserts.count(connection, "SELECT COUNT(*) FROM environmental_insights WHERE client_id = ?", client))
                .isZero();
        assertThat(of("sessions", session).groups()).containsExactly(new Group("ticket_links", Effect.DELETED, 1),
                new Group("work_items", Effect.DELETED, 1));
    }

    @Test
    void tablesOfOtherProgramsCountToo() throws SQLException {
        var client = Inserts.insert(connection, "clients");
        var session = Inserts.insert(connection, "sessions", "client_id", client);
        run("INSERT INTO billable_time VALUES ('" + session + "'), ('" + session + "')");
        assertThat(of("sessions", session).groups()).containsExactly(new Group("billable_time", Effect.UNLINKED, 2));
        run("INSERT INTO invoices VALUES (UNHEX('00FF00FF00FF00FF00FF00FF00FF00FF'), '" + client + "')");
        assertThat(of("clients", client).rows("invoices", Effect.REFUSES)).isEqualTo(1);
        assertThat(of("clients", client).refused()).isTrue();
    }

    @Test
    void ringsEnd() throws SQLException {
        var client = Inserts.insert(connection, "clients");
        var other = Inserts.insert(connection, "clients");
        run("INSERT INTO `we``ird` (`the``key`, client_id, above) VALUES (1, '" + client + "', NULL), (2, '" + other
                + "', 1), (3, '" + other + "', 2)");
        run("UPDATE `we``ird` SET above = 3 WHERE `the``key` = 1");
        assertThat(of("clients", client).groups()).containsExactly(new Group("we`ird", Effect.DELETED, 3));
    }

    private static Dependents of(String table, String id) throws SQLException {
        return Dependents.of(connection, table, UUID.fromString(id));
    }

    private static void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
