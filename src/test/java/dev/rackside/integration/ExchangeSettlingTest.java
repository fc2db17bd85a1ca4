package dev.rackside.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.client.ClientService;
import dev.rackside.db.DatabaseAddress;
import dev.rackside.db.Database;
import dev.rackside.db.Ids;
import dev.rackside.db.Rights;
import dev.rackside.db.TestDatabase;
import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.session.SessionService;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeSettlingTest {

    private static TestDatabase test;
    private static ExchangeSettling settling;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("settling",
                List.of(ClientService.ENTITIES, SessionService.ENTITIES, ExchangeService.ENTITIES));
        // As in an adopted database, whose text may be anything.
        test.outside("ALTER TABLE external_integrations MODIFY response_data LONGTEXT NULL");
        settling = new ExchangeSettling(test.database(), () -> "mara.ellis");
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM external_integrations");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"ended": "outside-outcome-unknown"}  | $.ended          | outside-outcome-unknown
            {"body": {"settled": 1}}              | $.body.settled   | 1
            {"settled": "by another program"}     | $.answer.settled | by another program
            [1, 2]                                | $.answer[1]      | 2
            <html>'gateway'                       | $.answer         | <html>'gateway'
                                                  | $.answer         |
            """)
    void whoLookedWhatTheyFoundAndWhenStandsBesideWhatWasAnswered(@Nullable String answer, String path,
            @Nullable String kept) {
        var id = add("unknown", answer);
        var created = test.ask("SELECT created_at FROM external_integrations");
        settling.settle(id, true);
        assertThat(test.ask("SELECT outcome FROM external_integrations")).isEqualTo("succeeded");
        assertThat(test.ask("SELECT json_value(response_data, '$.settled.found') FROM external_integrations"))
                .isEqualTo("arrived");
        assertThat(test.ask("SELECT json_value(response_data, '$.settled.by') FROM external_integrations"))
                .isEqualTo("mara.ellis");
        assertThat(test.ask("SELECT json_value(response_data, '$.settled.at') FROM external_integrations"))
                .matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(test.ask("SELECT json_value(response_data, '" + path + "') FROM external_integrations"))
                .isEqualTo(kept);
        assertThat(test.ask("SELECT created_at FROM external_integrations")).isEqualTo(created);
    }

    @Test
    void onlyAnUnknownOutcomeIsSettledAndOnlyOnce() {
        var id = add("unknown", null);
        settling.settle(id, false);
        assertThat(test.ask("SELECT outcome FROM external_integrations")).isEqualTo("failed");
        assertThatThrownBy(() -> settling.settle(id, true)).asInstanceOf(type(Problem.class))
                .matches(problem -> problem.code() == ErrorCode.EXCHANGE_SETTLED)
                .extracting(Problem::arguments).asString().contains("Failed");
        assertThat(test.ask("SELECT outcome FROM external_integrations")).isEqualTo("failed");
        for (var outcome : List.of("pending", "succeeded")) {
            var other = add(outcome, null);
            assertThatThrownBy(() -> settling.settle(other, true)).isInstanceOf(Problem.class);
            assertThat(test.ask("SELECT outcome FROM external_integrations WHERE id = '" + other + "'"))
                    .isEqualTo(outcome);
        }
        assertThatThrownBy(() -> settling.settle(Ids.next(), true)).asInstanceOf(type(Problem.class))
                .matches(problem -> problem.code() == ErrorCode.ROW_GONE);
    }

    /** Such an account may begin rows of the log and end them; it may neither delete nor rewrite what was asked. */
    @Test
    void accountThatMayOnlyEndItsCallsMaySettle() throws SQLException {
        var name = test.schema().name();
        try (var root = TestServer.shared().connectAsRoot(); var statement = root.createStatement()) {
            statement.execute("CREATE USER settler@'127.0.0.1' IDENTIFIED BY 'settler'");
            statement.execute("GRANT SELECT, INSERT, UPDATE (outcome, http_status, duration_ms, response_data, "
                    + "external_id, created_at) ON " + name + ".external_integrations TO settler@'127.0.0.1'");
        }
        var id = add("unknown", "{}");
        var address = new DatabaseAddress(List.of(new DatabaseAddress.Host(TestServer.shared().host(),
                TestServer.shared().port())), name, "settler", DatabaseAddress.Transport.LOOPBACK);
        try (var database = Database.open(address, "settler".toCharArray(), ExchangeService.ENTITIES, () -> false)) {
            new ExchangeSettling(database, () -> "settler").settle(id, true);
            assertThat(test.ask("SELECT outcome FROM external_integrations")).isEqualTo("succeeded");
            assertThatThrownBy(() -> database.write(session -> session.createNativeMutationQuery(
                    "delete from external_integrations").executeUpdate())).asInstanceOf(type(Problem.class))
                    .matches(problem -> problem.code() == ErrorCode.RIGHTS_MISSING);
            try (var connection = database.dataSource().getConnection()) {
                assertThat(Rights.read(connection).unwritable()).doesNotContain("external_integrations")
                        .contains("clients");
            }
        }
    }

    private static UUID add(String outcome, @Nullable String answer) {
        var id = Ids.next();
        test.outside(
                "INSERT INTO external_integrations (id, integration_type, action, direction, outcome, response_data, "
                        + "created_at) VALUES ('" + id + "', 'syncro_msp', 'created', 'outbound', '" + outcome + "', "
                        + (answer == null ? "NULL" : "'" + answer.replace("'", "''") + "'")
                        + ", '2026-01-01 10:00:00.123456')");
        return id;
    }
}
