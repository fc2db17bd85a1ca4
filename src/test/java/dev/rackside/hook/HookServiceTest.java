package dev.rackside.hook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.rackside.access.AccessService;
import dev.rackside.client.ClientService;
import dev.rackside.credential.CredentialService;
import dev.rackside.credential.SealedCredentials;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.Outside;
import dev.rackside.session.SessionService;
import dev.rackside.ticket.TicketService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session is told to a hook that answers as Zapier's do. */
class HookServiceTest {

    private static final String PATH = "/hooks/catch/4711/geheim0815/";

    private static TestDatabase test;
    private static SealedCredentials credentials;
    private static Outside outside;
    private static WireMockServer server;
    private static HookService hooks;
    private static UUID session;

    @BeforeAll
    static void start(@TempDir Path folder) {
        test = TestDatabase.migrated("hooks",
                List.of(CredentialService.ENTITIES, AccessService.ENTITIES, ExchangeService.ENTITIES,
                        ClientService.ENTITIES, SessionService.ENTITIES, TicketService.ENTITIES));
        credentials = new SealedCredentials(test, folder);
        outside = new Outside(test.database(), () -> "kim");
        server = new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        server.start();
        credentials.put(ExchangeSystem.ZAPIER, null, null, "{\"ownNetwork\": true}",
                Map.of(Place.HOOK, "http://127.0.0.1:" + server.port() + PATH));
        hooks = new HookService(credentials.signIns(), new SessionService(test.database()), outside);
        session = UUID.randomUUID();
        test.outside("insert into sessions (id, session_title, session_date, status) values ('" + session
                + "', 'Spooler restarted', '2026-11-20', 'completed')");
    }

    @AfterAll
    static void stop() {
        server.stop();
        outside.close();
        credentials.close();
        test.close();
    }

    @BeforeEach
    void again() {
        server.resetAll();
        test.outside("delete from external_integrations");
    }

    private static String log(String column) {
        return String.valueOf(test.ask("select group_concat(coalesce(" + column
                + ", 'null') order by created_at separator ' | ') from external_integrations"));
    }

    @Test
    void aSessionIsToldAndOnlyItsReceiptIsKnown() {
        server.stubFor(any(anyUrl()).willReturn(aResponse()
                .withBody("{\"attempt\": \"018e4eaa\", \"id\": \"018e4eaa\", \"status\": \"success\"}")));

        assertThat(hooks.tell(session)).isEqualTo(1);

        var sent = server.getAllServeEvents().getFirst().getRequest();
        assertThat(sent.getUrl()).isEqualTo(PATH);
        assertThat(sent.getBodyAsString()).contains("Spooler restarted").contains("idempotency_key");
        assertThat(log("outcome")).isEqualTo("succeeded");
        assertThat(log("session_id")).isEqualTo(session.toString());
        assertThat(log("concat_ws(' ', request_data, response_data, external_url)")).doesNotContain("geheim0815")
                .doesNotContain("catch/4711");
    }

    @Test
    void theSameStateHasTheSameKeyAndIsSentAgainWhereTheHookIsBusy() {
        server.stubFor(any(anyUrl()).inScenario("busy").whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(429)).willSetStateTo("free"));
        server.stubFor(any(anyUrl()).inScenario("busy").whenScenarioStateIs("free").willReturn(aResponse()));

        hooks.tell(session);

        assertThat(log("http_status")).isEqualTo("429 | 200");
        assertThat(test.ask("select count(distinct external_id) from external_integrations")).isEqualTo("1");
    }

    @Test
    void withoutAHookItSaysSo() {
        test.outside("update integration_credentials set is_active = 0");
        try {
            assertThatThrownBy(() -> hooks.tell(session)).isInstanceOfSatisfying(Problem.class,
                    problem -> assertThat(problem.code()).isEqualTo(ErrorCode.NO_CREDENTIAL));
        } finally {
            test.outside("update integration_credentials set is_active = 1");
        }
    }
}
