package dev.rackside.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.client.ClientService;
import dev.rackside.db.Database;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.TestDatabase;
import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.session.SessionService;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static TestDatabase test;
    private static Retention retention;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("retention",
                List.of(ClientService.ENTITIES, SessionService.ENTITIES, ExchangeService.ENTITIES));
        retention = new Retention(test.database(), () -> "mara.ellis", () -> true);
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM external_integrations", "DELETE FROM ticket_links", "DELETE FROM sessions");
    }

    @Test
    void oldSucceededAndOlderFailedOnesAreMeantAndNoOthers() {
        add("'zapier'", "NULL", "'succeeded'", 399, 3);
        add("'zapier'", "NULL", "'succeeded'", 401, 4);
        add("'zapier'", "NULL", "'failed'", 799, 5);
        add("'zapier'", "NULL", "'failed'", 801, 6);
        for (var kept : List.of("'unknown'", "'pending'", "NULL")) {
            add("'zapier'", "NULL", kept, 4000, 7);
        }
        add("'syncro_msp'", "'1'", "'succeeded'", 500, 8);
        var plan = retention.plan();
        assertThat(plan.parts()).extracting(RetentionPlan.Part::system, RetentionPlan.Part::count)
                .containsExactly(tuple("zapier", 10L), tuple("syncro_msp", 8L));
        assertThat(plan.parts().getFirst().oldest()).isBefore(plan.asOf().minusSeconds(800L * 86400));
        assertThat(plan.parts().getFirst().newest()).isAfter(plan.asOf().minusSeconds(402L * 86400));
        assertThat(count()).as("looking removes nothing").isEqualTo("47");

        var removed = retention.prune(plan, _ -> true);
        assertThat(removed.bySystem()).containsEntry("zapier", 10L).containsEntry("syncro_msp", 8L).hasSize(2);
        assertThat(removed.complete()).isTrue();
        assertThat(count()).isEqualTo("29");
        assertThat(retention.plan().parts()).isEmpty();
    }

    @Test
    void whatIsAboutATicketThatIsLinkedAndNotClosedStays() {
        link("syncro_msp", "1", "'open'");
        link("syncro_msp", "2", "'closed'");
        link("syncro_msp", "3", "'unknown'");
        link("autotask", "4", "'waiting'");
        for (var ticket : List.of("'1'", "'2'", "'3'", "'4'")) {
            add("'syncro_msp'", ticket, "'succeeded'", 500, 1);
        }
        var plan = retention.plan();
        assertThat(plan.count()).isEqualTo(2);
        test.outside("UPDATE ticket_links SET ticket_state = 'open' WHERE ticket_id = '2'");
        assertThat(retention.prune(plan, _ -> true).count()).as("one was opened again since").isEqualTo(1);
        assertThat(test.ask("SELECT group_concat(external_id ORDER BY external_id) FROM external_integrations"))
                .isEqualTo("1,2,3");
    }

    @Test
    void tablesOfOtherCollationsAreCompared() {
        link("syncro_msp", "1", "'open'");
        add("'syncro_msp'", "'1'", "'succeeded'", 500, 1);
        test.outside("ALTER TABLE external_integrations DROP CONSTRAINT IF EXISTS ck_external_integrations_type",
                "ALTER TABLE external_integrations MODIFY external_id VARCHAR(255) CHARACTER SET utf8mb4 "
                        + "COLLATE utf8mb4_general_ci, MODIFY integration_type VARCHAR(100) NULL");
        add("NULL", "'2'", "'succeeded'", 500, 1);
        try {
            var plan = retention.plan();
            assertThat(plan.parts()).extracting(RetentionPlan.Part::system).containsExactly((String) null);
            assertThat(retention.prune(plan, _ -> true).bySystem()).containsExactly(Map.entry("", 1L));
        } finally {
            test.outside("ALTER TABLE external_integrations MODIFY external_id VARCHAR(255) CHARACTER SET utf8mb4 "
                    + "COLLATE utf8mb4_unicode_ci");
        }
    }

    @Test
    void itGoesInBatchesAndStopsBetweenTwo() {
        add("'zapier'", "NULL", "'succeeded'", 500, 1300);
        var told = new ArrayList<Long>();
        var first = retention.prune(retention.plan(), gone -> {
            told.add(gone);
            return gone < 600;
        });
        assertThat(told).containsExactly(500L, 1000L);
        assertThat(first.complete()).isFalse();
        assertThat(first.count()).isEqualTo(1000);
        assertThat(count()).isEqualTo("300");
        assertThat(retention.prune(retention.plan(), _ -> true).count()).isEqualTo(300);
    }

    @Test
    void onlyAnAdministratorRemovesAndOnlyWithTheRight() throws SQLException {
        add("'zapier'", "NULL", "'succeeded'", 500, 1);
        var technician = new Retention(test.database(), () -> "lee.ward", () -> false);
        assertThat(technician.plan().count()).isEqualTo(1);
        assertThatThrownBy(() -> technician.prune(technician.plan(), _ -> true)).asInstanceOf(type(Problem.class))
                .matches(problem -> problem.code() == ErrorCode.ADMINISTRATOR_ONLY);
        var name = test.schema().name();
        try (var root = TestServer.shared().connectAsRoot(); var statement = root.createStatement()) {
            statement.execute("CREATE USER pruner@'127.0.0.1' IDENTIFIED BY 'pruner'");
            statement.execute("GRANT SELECT, INSERT, UPDATE ON " + name + ".* TO pruner@'127.0.0.1'");
        }
        var address = new DatabaseAddress(List.of(new DatabaseAddress.Host(TestServer.shared().host(),
                TestServer.shared().port())), name, "pruner", DatabaseAddress.Transport.LOOPBACK);
        try (var database = Database.open(address, "pruner".toCharArray(), ExchangeService.ENTITIES, () -> false)) {
            var unable = new Retention(database, () -> "pruner", () -> true);
            assertThatThrownBy(() -> unable.prune(unable.plan(), _ -> true)).asInstanceOf(type(Problem.class))
                    .matches(problem -> problem.code() == ErrorCode.RIGHTS_MISSING);
        }
        assertThat(count()).isEqualTo("1");
    }

    private static String count() {
        return String.valueOf(test.ask("SELECT count(*) FROM external_integrations"));
    }

    private static void add(String system, String external, String outcome, int days, int many) {
        test.outside(
                "INSERT INTO external_integrations (id, integration_type, external_id, action, outcome, created_at) "
                        + "SELECT UUID(), " + system + ", " + external + ", 'fetched', " + outcome
                        + ", utc_timestamp(6) - interval "
                        + days + " day - interval seq second FROM seq_1_to_" + many);
    }

    private static void link(String system, String ticket, String state) {
        test.outside("INSERT IGNORE INTO sessions (id, session_title, session_date, status) VALUES "
                + "('0196f0a0-0000-7000-8000-0000000000a1', 'x', '2026-01-01', 'completed')",
                "INSERT INTO ticket_links (id, session_id, integration_type, ticket_id, ticket_state, link_type) VALUES "
                        + "(UUID(), '0196f0a0-0000-7000-8000-0000000000a1', '" + system + "', '" + ticket + "', "
                        + state
                        + ", 'related')");
    }
}
