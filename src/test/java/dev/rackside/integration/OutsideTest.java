package dev.rackside.integration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.rackside.Vectors;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one way out, against a real server of HTTP on this machine and a real database. */
class OutsideTest {

    private static final String CANARY = "kanarie-Vogel_7391/xyz";

    private static TestDatabase test;
    private static WireMockServer server;
    private Outside outside;

    @BeforeAll
    static void start() {
        test = TestDatabase.migrated("outside", List.of(ExchangeService.ENTITIES));
        server = new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
        test.close();
    }

    @BeforeEach
    void open() {
        server.resetAll();
        test.outside("delete from external_integrations");
        outside = new Outside(test.database(), () -> "mara.ellis");
    }

    @AfterEach
    void close() {
        outside.close();
    }

    private static Reach reach() {
        return new Reach(ExchangeSystem.CONNECTWISE, URI.create(server.baseUrl() + "/api"), true, null, null);
    }

    private static final Signature SIGNED = new Signature() {
        @Override
        public void sign(BiConsumer<String, String> header) {
            header.accept("Authorization", "Bearer " + CANARY);
        }

        @Override
        public List<char[]> hidden() {
            return List.of(CANARY.toCharArray());
        }
    };

    private static Call read() {
        return Call.get(reach(), reach().at("tickets?page=1"), SIGNED);
    }

    private static Call write() {
        return Call.change(reach(), "POST", reach().at("tickets/7/notes"), SIGNED, Map.of("text", "Spooler restarted"));
    }

    private static void answers(com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static String column(String column) {
        return String.valueOf(test.ask("select group_concat(coalesce(" + column
                + ", 'null') order by created_at separator ' | ') from external_integrations"));
    }

    private ErrorCode refused(Call call) {
        return catchThrowableOfType(Problem.class, () -> outside.send(call)).code();
    }

    @Test
    void anAnswerEndsItsRow() {
        answers(okJson("{\"id\": 42, \"summary\": \"Printer\"}"));

        var answer = outside.send(read());

        assertThat(answer.body().text("SUMMARY")).isEqualTo("Printer");
        assertThat(column("outcome")).isEqualTo("succeeded");
        assertThat(column("http_status")).isEqualTo("200");
        assertThat(column("direction")).isEqualTo("outbound");
        assertThat(column("created_by")).isEqualTo("mara.ellis");
        assertThat(column("json_value(request_data, '$.method')")).isEqualTo("GET");
        assertThat(column("json_value(response_data, '$.body.summary')")).isEqualTo("Printer");
        assertThat(column("external_id")).isEqualTo("42");
        assertThat(column("duration_ms >= 0")).isEqualTo("1");
        server.verify(getRequestedFor(urlPathEqualTo("/api/tickets"))
                .withHeader("Authorization", com.github.tomakehurst.wiremock.client.WireMock
                        .equalTo("Bearer " + CANARY)));
    }

    private static Call syncro() {
        var reach = new Reach(ExchangeSystem.SYNCRO_MSP, URI.create(server.baseUrl() + "/api"), true, null, null);
        return Call.get(reach, reach.at("tickets?page=1"), SIGNED);
    }

    /** As many calls of another workstation as the whole office may make within a minute. */
    private static void othersAsked(int secondsAgo) {
        test.outside(
                "insert into external_integrations (id, integration_type, action, direction, created_by, created_at) "
                        + "select uuid(), 'syncro_msp', 'fetched', 'outbound', 'kim', utc_timestamp(6) - interval "
                        + secondsAgo
                        + " second from seq_1_to_" + Budget.SYNCRO_A_MINUTE);
    }

    @Test
    void workstationsShareWhatAnOfficeMayAskWithinAMinute() {
        answers(okJson("{}"));
        othersAsked(58);

        assertThat(outside.send(syncro()).ok()).isTrue();
        assertThat(
                test.ask("select max(if(created_by = 'kim', null, created_at)) >= min(created_at) + interval 1 minute "
                        + "from external_integrations"))
                .isEqualTo("1");
    }

    @Test
    void whoHasNoPatienceIsToldThatOthersAskedEnough() {
        othersAsked(1);

        assertThat(refused(syncro().patient(Duration.ofMillis(600)))).isEqualTo(ErrorCode.OUTSIDE_LIMITED);
        server.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void theRowIsThereBeforeTheAnswer() throws InterruptedException {
        answers(okJson("{}").withFixedDelay(1500));

        var calling = Thread.ofVirtual().start(() -> outside.send(read()));
        while (server.getAllServeEvents().isEmpty() && calling.isAlive() && column("outcome").equals("null")) {
            Thread.sleep(10);
        }

        assertThat(column("outcome")).isEqualTo("pending");
        calling.join();
        assertThat(column("outcome")).isEqualTo("succeeded");
    }

    @Test
    void whatAProgramLeftBehindIsOfUnknownOutcome() {
        test.outside(
                """
                insert into external_integrations (id, integration_type, action, direction, outcome, created_by,
                    created_at) values
                ('a1', 'syncro_msp', 'updated', 'outbound', 'pending', 'mara.ellis', utc_timestamp() - interval 1 hour),
                ('a2', 'syncro_msp', 'updated', 'outbound', 'pending', 'mara.ellis', utc_timestamp() - interval 1 minute),
                ('a3', 'syncro_msp', 'updated', 'outbound', 'pending', 'another', utc_timestamp() - interval 1 hour)""");

        assertThat(outside.settleLeftOvers()).isEqualTo(1);
        assertThat(test.ask("select group_concat(outcome order by id) from external_integrations"))
                .isEqualTo("unknown,pending,pending");
    }

    @Test
    void noSecretStandsInTheLogWhereverItComesUp() {
        var basic = Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8));
        answers(okJson("""
                {"user_token": "abc", "echo": "got %1$s here", "%1$s": 1, "deep": [{"x": ["%1$s"]}], "b64": "%2$s",
                 "form": "key=%3$s&a=b", "inner": "{\\"password\\":\\"hush\\",\\"plain\\":\\"%1$s\\"}"}"""
                .formatted(CANARY, basic, URLEncoder.encode(CANARY, StandardCharsets.UTF_8))));
        var call = Call.ask(reach(), reach().at("search?api_key=" + URLEncoder.encode(CANARY, StandardCharsets.UTF_8)),
                SIGNED, Map.of("Password", "hush", "note", "my key is " + CANARY));

        var answer = outside.send(call);

        var row = column("concat_ws(' ', request_data, response_data, external_id, external_url)");
        assertThat(row).doesNotContain("kanarie").doesNotContain("hush").doesNotContain("abc")
                .doesNotContain(basic.substring(0, 20)).contains("my key is ••••••").contains("got •••••• here");
        assertThat(answer.says("it says " + CANARY + " and token=abcdef")).isEqualTo("it says •••••• and token=••••••");
        assertThat(answer.toString()).doesNotContain("kanarie");
    }

    @Test
    void aSecretThatCantBeSentIsNotQuoted() {
        var signature = new Signature() {
            @Override
            public void sign(BiConsumer<String, String> header) {
                header.accept("Authorization", "Bearer " + CANARY + "\nX: y");
            }

            @Override
            public List<char[]> hidden() {
                return List.of(CANARY.toCharArray());
            }
        };

        assertThatThrownBy(() -> outside.send(Call.get(reach(), reach().at("x"), signature)))
                .isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CREDENTIAL_INCOMPLETE))
                .hasNoCause().satisfies(thrown -> assertThat(thrown.toString()).doesNotContain("kanarie"));
        assertThat(column("outcome")).isEqualTo("failed");
        assertThat(read().toString()).doesNotContain("tickets");
    }

    @Test
    void aPageInsteadOfDataIsSaidAndKeptAsLengthAndHashAlone() {
        answers(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Sign in " + CANARY + "</html>"));

        assertThat(refused(read())).isEqualTo(ErrorCode.OUTSIDE_NOT_JSON);
        assertThat(column("outcome")).isEqualTo("failed");
        assertThat(column("response_data")).contains("sha256").contains("text/html").doesNotContain("Sign in");
    }

    @Test
    void anAnswerThatIsFarTooLongIsNotRead() {
        answers(okJson("[\"" + "x".repeat(Attempt.MOST_BYTES) + "\"]"));

        assertThat(refused(read())).isEqualTo(ErrorCode.OUTSIDE_TOO_LARGE);
    }

    @Test
    void aLongAnswerIsKeptAsItsBeginning() {
        answers(okJson("[" + ("{\"token\": \"hush\", \"text\": \"" + "y".repeat(1000) + "\"},").repeat(400) + "1]"));

        assertThat(outside.send(read()).body().items()).hasSize(401);
        assertThat(column("json_value(response_data, '$.cut')")).isEqualTo("1");
        assertThat(column("length(response_data) < 262144")).isEqualTo("1");
        assertThat(column("response_data")).doesNotContain("hush");
    }

    @Test
    void aReadThatIsRefusedForBeingTooManyIsRepeatedWhenAsked() {
        server.stubFor(get(anyUrl()).inScenario("limit").whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "1")).willSetStateTo("again"));
        server.stubFor(get(anyUrl()).inScenario("limit").whenScenarioStateIs("again").willReturn(okJson("{}")));
        var begun = System.nanoTime();

        assertThat(outside.send(read()).ok()).isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(column("outcome")).isEqualTo("failed | succeeded");
        assertThat(column("http_status")).isEqualTo("429 | 200");
    }

    @Test
    void whoIsToWaitLongIsToldSo() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "3600"));

        assertThatThrownBy(() -> outside.send(read())).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.OUTSIDE_LIMITED);
            assertThat(problem.arguments().get(1)).contains("3,600");
        });
        assertThat(column("http_status")).isEqualTo("429");
    }

    @Test
    void aSystemThatIsDownIsAskedAFewTimes() {
        answers(aResponse().withStatus(503).withBody("<html>Maintenance</html>"));

        assertThat(refused(read())).isEqualTo(ErrorCode.OUTSIDE_DOWN);
        assertThat(column("http_status")).isEqualTo("503 | 503 | 503 | 503");
    }

    @Test
    void aWriteToASystemThatIsDownIsSentOnce() {
        answers(aResponse().withStatus(503));

        assertThat(refused(write())).isEqualTo(ErrorCode.OUTSIDE_DOWN);
        assertThat(column("http_status")).isEqualTo("503");
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504, 200})
    void aWriteThatSomebodyInBetweenAnsweredIsOfUnknownOutcome(int status) {
        answers(aResponse().withStatus(status).withBody("<html>Proxy</html>"));

        assertThat(refused(write())).isEqualTo(ErrorCode.OUTSIDE_OUTCOME_UNKNOWN);
        assertThat(column("outcome")).isEqualTo("unknown");
    }

    @Test
    void aSystemThatWantsToBeAskedAgainAtOnceIsAskedAgain() {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "0"));

        assertThat(refused(read())).isEqualTo(ErrorCode.OUTSIDE_LIMITED);
        assertThat(column("http_status")).isEqualTo("429 | 429 | 429 | 429");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "MALFORMED_RESPONSE_CHUNK",
            "RANDOM_DATA_THEN_CLOSE"})
    void aWriteThatBreaksOffIsOfUnknownOutcomeAndNotSentAgain(String fault) {
        server.stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.valueOf(fault))));

        assertThat(refused(write())).isEqualTo(ErrorCode.OUTSIDE_OUTCOME_UNKNOWN);
        assertThat(column("outcome")).isEqualTo("unknown");
    }

    @Test
    void aReadThatBreaksOffHasFailed() {
        answers(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

        assertThat(refused(read())).isEqualTo(ErrorCode.OUTSIDE_BROKEN_OFF);
        assertThat(column("outcome")).isEqualTo("failed");
    }

    @Test
    void whereNothingAnswersNothingWasSent() {
        var nobody = new Reach(ExchangeSystem.CONNECTWISE, URI.create("http://127.0.0.1:1/"), true, null, null);

        assertThat(refused(Call.change(nobody, "POST", nobody.at("x"), SIGNED, Map.of())))
                .isEqualTo(ErrorCode.OUTSIDE_UNREACHABLE);
        assertThat(column("outcome")).isEqualTo("failed | failed | failed | failed");
    }

    @Test
    void nobodyFollowsARedirect() {
        answers(aResponse().withStatus(302).withHeader("Location", "https://elsewhere.example/?token=hush"));

        assertThatThrownBy(() -> outside.send(read())).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(ErrorCode.OUTSIDE_REDIRECTS);
            assertThat(problem.arguments().get(1)).contains("elsewhere.example").doesNotContain("hush");
        });
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void anInterruptEndsTheCallAndItsRow() throws InterruptedException {
        answers(okJson("{}").withFixedDelay(20_000));
        var thrown = new AtomicReference<Throwable>();

        for (var call : List.of(read(), write())) {
            var calling = Thread.ofVirtual().start(() -> {
                try {
                    outside.send(call);
                } catch (RuntimeException e) {
                    thrown.set(e);
                }
            });
            while (!column("outcome").contains("pending")) {
                Thread.sleep(10);
            }
            Thread.sleep(200);
            calling.interrupt();
            calling.join(5000);
            assertThat(thrown.getAndSet(null)).isInstanceOf(CancellationException.class);
        }

        assertThat(column("outcome")).isEqualTo("failed | unknown");
    }

    @Test
    void anInterruptEndsTheWaitForTheNextAttempt() throws InterruptedException {
        answers(aResponse().withStatus(429).withHeader("Retry-After", "15"));
        var thrown = new AtomicReference<Throwable>();
        var calling = Thread.ofVirtual().start(() -> {
            try {
                outside.send(read());
            } catch (RuntimeException e) {
                thrown.set(e);
            }
        });
        while (!column("http_status").contains("429")) {
            Thread.sleep(10);
        }
        calling.interrupt();
        calling.join(5000);

        assertThat(thrown.get()).isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @CsvSource({"https://127.0.0.1/, private", "https://localhost/, private", "https://10.1.2.3/, private",
            "https://192.168.0.9/, private", "https://169.254.169.254/, private", "https://[::1]/, private",
            "https://[fd00::1]/, private", "https://[::ffff:10.0.0.1]/, private", "https://100.64.0.1/, private",
            "https://0.0.0.0/, private", "http://8.8.8.8/, plain", "ftp://8.8.8.8/, form",
            "https://user:pass@8.8.8.8/, form", "file:///etc/passwd, form"})
    void noCallGoesAstray(String base, String why) {
        var reach = new Reach(ExchangeSystem.CONNECTWISE, URI.create(base), false, null, null);

        assertThatThrownBy(() -> outside.send(Call.get(reach, reach.base(), SIGNED)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.OUTSIDE_ADDRESS);
                    assertThat(problem.arguments().get(1))
                            .isEqualTo(dev.rackside.text.Messages.get("exchange.address." + why));
                });
        assertThat(column("outcome")).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:9/api/x", "http://localhost/api/x", "http://evil.example/api/x"})
    void noSecretGoesToAnotherOrigin(String elsewhere) {
        assertThat(refused(read().to(URI.create(elsewhere)))).isEqualTo(ErrorCode.OUTSIDE_ADDRESS);
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void publicAddressesAreAllowed() throws IOException {
        for (var address : List.of("8.8.8.8", "2606:4700::1111", "52.1.2.3")) {
            assertThat(Addresses.isPublic(InetAddress.getByName(address))).as(address).isTrue();
        }
    }

    @Test
    void brokenJsonIsRefusedWithoutACrash() throws IOException {
        var cases = new ArrayList<java.nio.file.Path>();
        try (var files = Files.walk(Vectors.at("json/JSONTestSuite"))) {
            files.filter(file -> file.getFileName().toString().matches("n_.*\\.json")).forEach(cases::add);
        }
        assertThat(cases).hasSizeGreaterThan(150);
        for (var file : cases) {
            assertThat(Json.parsed(Files.readAllBytes(file))).as(file.getFileName().toString()).isNull();
        }
        for (var name : List.of("n_structure_open_array_object.json", "n_structure_100000_opening_arrays.json")) {
            var body = cases.stream().filter(file -> file.endsWith(name)).findFirst().orElseThrow();
            answers(aResponse().withBody(Files.readAllBytes(body)));
            assertThat(refused(read())).isEqualTo(ErrorCode.OUTSIDE_NOT_JSON);
        }
    }

    @Test
    void goodJsonIsRead() throws IOException {
        try (var files = Files.walk(Vectors.at("json/JSONTestSuite"))) {
            for (var file : files.filter(each -> each.getFileName().toString().matches("y_.*\\.json")).toList()) {
                // The same name twice is good JSON, and refused here on purpose.
                if (!file.getFileName().toString().contains("duplicated_key")) {
                    assertThat(Json.parsed(Files.readAllBytes(file))).as(file.getFileName().toString()).isNotNull();
                }
            }
        }
    }
}
