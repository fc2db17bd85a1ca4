package dev.rackside.credential;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.rackside.access.AccessService;
import dev.rackside.credential.Secrets.Place;
import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.integration.ExchangeService;
import dev.rackside.integration.ExchangeSystem;
import dev.rackside.integration.Outside;
import dev.rackside.text.Coded;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sign-ins in the browser, with a browser and a system of the test's own on this machine. */
class OAuthTest {

    private static final String CLIENT_SECRET = "geheim-client-0815";

    private static TestDatabase test;
    private static SealedCredentials credentials;
    private static SecretService secrets;
    private static Outside outside;
    private static WireMockServer server;
    private static OAuth oauth;

    @BeforeAll
    static void start(@TempDir Path folder) {
        test = TestDatabase.migrated("oauth",
                List.of(CredentialService.ENTITIES, AccessService.ENTITIES, ExchangeService.ENTITIES));
        credentials = new SealedCredentials(test, folder);
        secrets = new SecretService(test.database(), credentials.vault());
        outside = new Outside(test.database(), () -> "kim");
        server = new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
        server.start();
        oauth = new OAuth(test.database(), secrets, outside);
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
        test.outside("delete from integration_credentials");
    }

    private static String settings(String more) {
        return "{\"ownNetwork\": true, \"clientId\": \"rackside\", \"scope\": \"tickets offline\", \"authorizeAt\": \""
                + server.baseUrl() + "/authorize\", \"exchangeAt\": \"" + server.baseUrl() + "/token\"" + more + "}";
    }

    private static UUID credential(String settings) {
        var id = credentials.put(ExchangeSystem.SYNCRO_MSP, null, server.baseUrl(), settings, Map.of());
        test.outside("update integration_credentials set credential_type = 'oauth' where id = '" + id + "'");
        return id;
    }

    /** One whose secrets are sealed for its kind. */
    private static UUID oauthCredential(Map<Place, String> values) {
        var service = new CredentialService(test.database());
        var draft = new CredentialDraft("oauth " + UUID.randomUUID(), Coded.of(ExchangeSystem.SYNCRO_MSP),
                Coded.of(CredentialType.OAUTH), null, server.baseUrl(), settings(""), null, true);
        var id = service.create(draft).id();
        secrets.write(id, values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                each -> Optional.of(each.getValue().toCharArray()))));
        return id;
    }

    private static void gives(String json) {
        server.stubFor(post(urlEqualTo("/token")).willReturn(aResponse().withBody(json)));
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&")).map(pair -> pair.split("=", 2)).collect(
                Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** What a browser does once the person has signed in. */
    private static int comesBack(URI redirect, String answer) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(redirect + "?" + answer)).build(),
                    BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String secret(UUID credential, Place place) {
        return new String(secrets.reveal(credential, place));
    }

    private static ErrorCode code(Throwable thrown) {
        return ((Problem) thrown).code();
    }

    @Test
    void aPersonSignsInInTheBrowserAndTheTokensAreSealed() throws Exception {
        gives("{\"access_token\": \"access-1\", \"refresh_token\": \"refresh-1\", \"token_type\": \"bearer\", "
                + "\"expires_in\": 3600}");
        var id = oauthCredential(Map.of(Place.PASSWORD, CLIENT_SECRET));
        var asked = new AtomicReference<URI>();

        oauth.signIn(id, address -> {
            asked.set(address);
            var query = query(address);
            var redirect = URI.create(query.get("redirect_uri"));
            Thread.ofVirtual().start(() -> {
                assertThat(comesBack(redirect, "code=code-47&state=another")).isEqualTo(400);
                assertThat(comesBack(redirect, "code=code-47&state=" + query.get("state"))).isEqualTo(200);
            });
        }, () -> false);

        var query = query(Objects.requireNonNull(asked.get()));
        assertThat(query).containsEntry("response_type", "code").containsEntry("client_id", "rackside")
                .containsEntry("scope", "tickets offline").containsEntry("code_challenge_method", "S256");
        assertThat(query.get("redirect_uri")).matches("http://127\\.0\\.0\\.1:\\d+/callback");
        var sent = server.getAllServeEvents().getFirst().getRequest();
        var form = query(URI.create("http://x/?" + sent.getBodyAsString()));
        assertThat(form).containsEntry("grant_type", "authorization_code").containsEntry("code", "code-47")
                .containsEntry("redirect_uri", query.get("redirect_uri"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256")
                .digest(Objects.requireNonNull(form.get("code_verifier")).getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(query.get("code_challenge"));
        assertThat(sent.getHeader("Authorization")).startsWith("Basic ");
        assertThat(secret(id, Place.TOKEN)).isEqualTo("access-1");
        assertThat(secret(id, Place.REFRESH_TOKEN)).isEqualTo("refresh-1");
        assertThat(test.ask("select timestampdiff(minute, utc_timestamp(6), oauth_expires_at) "
                + "from integration_credentials")).isIn("59", "60");
        assertThat(test.ask("select group_concat(concat_ws(' ', request_data, response_data)) "
                + "from external_integrations")).contains("authorization_code").doesNotContain("code-47")
                .doesNotContain("access-1").doesNotContain("refresh-1").doesNotContain(CLIENT_SECRET)
                .doesNotContain(form.get("code_verifier"));
    }

    @Test
    void whoSaysNoInTheBrowserIsTakenAtHisWord() {
        var id = oauthCredential(Map.of(Place.PASSWORD, CLIENT_SECRET));

        assertThatThrownBy(() -> oauth.signIn(id, address -> Thread.ofVirtual().uncaughtExceptionHandler((_, _) -> {
        }).start(() -> comesBack(
                URI.create(query(address).get("redirect_uri")),
                "error=access_denied&error_description=Not+today&state=" + query(address).get("state"))), () -> false))
                .satisfies(thrown -> {
                    assertThat(code(thrown)).isEqualTo(ErrorCode.OUTSIDE_SIGN_IN);
                    assertThat(((Problem) thrown).arguments()).contains("Not today");
                });
    }

    @Test
    void aCancelledSignInLeavesNothingListening() {
        var id = oauthCredential(Map.of(Place.PASSWORD, CLIENT_SECRET));
        var asked = new AtomicReference<URI>();

        assertThatThrownBy(() -> oauth.signIn(id, asked::set, () -> true)).isInstanceOf(CancellationException.class);
        var redirect = URI.create(query(Objects.requireNonNull(asked.get())).get("redirect_uri"));
        assertThatThrownBy(() -> comesBack(redirect, "code=1&state=2")).hasCauseInstanceOf(
                ConnectException.class);
    }

    @Test
    void aPortThatAnotherProgramHasIsSaid() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var id = credential(settings(", \"redirectPort\": " + taken.getLocalPort()));

            assertThatThrownBy(() -> oauth.signIn(id, _ -> {
            }, () -> false)).satisfies(thrown -> assertThat(code(thrown)).isEqualTo(ErrorCode.LOOPBACK_TAKEN));
        }
    }

    @Test
    void nobodySignsInOverPlainHttpElsewhere() {
        var id = credential(settings("").replace("\"ownNetwork\": true, ", ""));

        assertThatThrownBy(() -> oauth.signIn(id, _ -> {
        }, () -> false)).satisfies(thrown -> assertThat(code(thrown)).isEqualTo(ErrorCode.OUTSIDE_ADDRESS));
    }

    private static UUID expired() {
        var id = oauthCredential(Map.of(Place.TOKEN, "access-1", Place.REFRESH_TOKEN, "refresh-1"));
        test.outside("update integration_credentials set oauth_expires_at = utc_timestamp(6) - interval 1 minute");
        return id;
    }

    private static String bearer(SignIns signIns, UUID id) {
        return signIns.with(id, signIn -> new String(signIn.bearer()));
    }

    @Test
    void ofManyWorkstationsOneRenewsAndTheOthersUseWhatItGot() throws Exception {
        var id = expired();
        server.stubFor(post(urlEqualTo("/token")).withRequestBody(containing("refresh_token=refresh-1"))
                .willReturn(aResponse().withFixedDelay(400)
                        .withBody("{\"access_token\": \"access-2\", \"refresh_token\": \"refresh-2\", "
                                + "\"expires_in\": 3600}")));
        Callable<String> workstation = () -> bearer(
                new SignIns(test.database(), secrets, new OAuth(test.database(), secrets, outside)), id);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var done : threads.invokeAll(Collections.nCopies(4, workstation))) {
                assertThat(done.get()).isEqualTo("access-2");
            }
        }
        assertThat(server.getAllServeEvents()).hasSize(1);
        assertThat(secret(id, Place.REFRESH_TOKEN)).isEqualTo("refresh-2");
        assertThat(test.ask("select count(*) from vault_events where credential_id = '" + id
                + "' and event_type = 'secret_written'")).as("what is renewed is no news").isEqualTo("2");
    }

    @Test
    void aRefreshTokenThatStaysTheSameIsKept() {
        var id = expired();
        gives("{\"access_token\": \"access-2\", \"refresh_token\": \"refresh-1\", \"expires_in\": 3600}");

        assertThat(bearer(new SignIns(test.database(), secrets, oauth), id)).isEqualTo("access-2");
        assertThat(secret(id, Place.REFRESH_TOKEN)).isEqualTo("refresh-1");
    }

    @Test
    void aRefusedRenewalAsksForAnotherSignInAndKeepsWhatIsThere() {
        var id = expired();
        server.stubFor(post(urlEqualTo("/token")).willReturn(aResponse().withStatus(400).withBody(
                "{\"error\": \"invalid_grant\", \"error_description\": \"The refresh token was revoked\"}")));

        assertThatThrownBy(() -> bearer(new SignIns(test.database(), secrets, oauth), id)).satisfies(thrown -> {
            assertThat(code(thrown)).isEqualTo(ErrorCode.OUTSIDE_SIGN_IN);
            assertThat(((Problem) thrown).arguments().toString()).contains("revoked");
        });
        assertThat(secret(id, Place.REFRESH_TOKEN)).isEqualTo("refresh-1");
        assertThat(test.ask("select count(*) from credential_leases where held_until is not null")).isEqualTo("0");
    }

    @Test
    void theLeaseOfACrashEndsByItself() {
        var id = expired();
        gives("{\"access_token\": \"access-2\", \"expires_in\": 3600}");
        test.outside("insert into credential_leases (id, credential_id, held_by, held_until) values (uuid(), '" + id
                + "', 'gone', utc_timestamp(6) + interval 1 second)");

        assertThat(bearer(new SignIns(test.database(), secrets, oauth), id)).isEqualTo("access-2");
    }

    @Test
    void aTokenThatHoldsIsNotRenewed() {
        var id = oauthCredential(Map.of(Place.TOKEN, "access-1", Place.REFRESH_TOKEN, "refresh-1"));
        test.outside("update integration_credentials set oauth_expires_at = utc_timestamp(6) + interval 10 minute");

        assertThat(bearer(new SignIns(test.database(), secrets, oauth), id)).isEqualTo("access-1");
        assertThat(server.getAllServeEvents()).isEmpty();
    }
}
