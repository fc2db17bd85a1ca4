package dev.rackside.update;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.rackside.db.TestFolders;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Newer versions are believed when they are signed, and nobody learns who asks; against a real server of https. */
class UpdateServiceTest {

    private static final Path FOLDER = TestFolders.fresh("updates");

    private static UpdateStub stub;
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path config;
    @SuppressWarnings("NullAway.Init")
    private UpdateService updates;

    @BeforeAll
    static void start() throws Exception {
        stub = new UpdateStub(FOLDER);
    }

    @AfterAll
    static void stop() {
        stub.close();
        TestFolders.delete(FOLDER);
    }

    @BeforeEach
    void open() {
        stub.reset();
        updates = stub.service(config, "1.2.0");
    }

    private Problem refused() {
        return catchThrowableOfType(Problem.class, () -> updates.check(null));
    }

    private void assertDistrusted(Distrust why) {
        var problem = refused();
        assertThat(problem.code()).isEqualTo(ErrorCode.UPDATE_NOT_TRUSTED);
        assertThat(problem.arguments()).containsExactly("localhost", why.words());
    }

    private static String manifest() {
        return UpdateStub.manifest("1.3.0");
    }

    @Test
    void aNewerReleaseIsToldWithItsFiles() {
        stub.release("1.3.0");
        var found = updates.check(null);

        assertThat(found.newer()).isTrue();
        assertThat(found.manifest().version()).hasToString("1.3.0");
        assertThat(found.manifest().notes()).hasToString("https://rackside.example/notes/1.3.0");
        assertThat(found.manifest().files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("rackside_1.3.0_amd64.deb");
            assertThat(file.bytes()).isEqualTo(104857600);
        });
    }

    @Test
    void whatIsAsOldOrOlderIsNoNews() {
        for (var version : new String[]{"0.9.0", "1.1.9", "1.2.0-rc.1", "1.2.0", "1.2.0+other"}) {
            stub.release(version);
            assertThat(updates.check(null).newer()).as(version).isFalse();
        }
    }

    @Test
    void aBuildOnTheWayIsOlderThanItsRelease() {
        stub.release("1.2.0");

        assertThat(stub.service(config, "1.2.0-SNAPSHOT").check(null).newer()).isTrue();
    }

    @Test
    void oneChangedByteIsNotBelieved() {
        var signature = UpdateStub.sign(manifest(), stub.keys.getPrivate());
        var bytes = manifest().getBytes(StandardCharsets.UTF_8);
        assertThat(stub.publisher().signed(bytes, signature)).isTrue();
        for (var at = 0; at < bytes.length; at += 7) {
            bytes[at] ^= 1;
            assertThat(stub.publisher().signed(bytes, signature)).isFalse();
            bytes[at] ^= 1;
        }
        stub.serve(manifest().replace("1.3.0", "1.3.1"), signature);
        assertDistrusted(Distrust.FORGED);
    }

    @Test
    void nobodyElsesSignatureCounts() {
        stub.serve(manifest(), UpdateStub.sign(manifest(), UpdateStub.keys().getPrivate()));
        assertDistrusted(Distrust.FORGED);
        for (var signature : new String[]{"", "no base64!", "AAAA", "A".repeat(86) + "==", manifest()}) {
            assertThat(stub.publisher().signed(manifest().getBytes(StandardCharsets.UTF_8), signature)).isFalse();
        }
    }

    @Test
    void withoutASignatureNothingIsBelieved() {
        stub.publish(manifest());
        stub.server.stubFor(any(com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo("/rackside.json.sig"))
                .willReturn(aResponse().withStatus(404)));
        assertDistrusted(Distrust.UNSIGNED);
    }

    @Test
    void whatIsMadeForAnotherRacksideIsNotRead() {
        stub.publish(manifest().replace("\"format\": 1", "\"format\": 2"));
        assertDistrusted(Distrust.FORMAT);
    }

    static Stream<String> odd() {
        return Stream.of("", "null", "[]", "{}", manifest() + "x", manifest().replace("1.3.0", "newest"),
                manifest().replace("\"format\": 1", "\"format\": \"1\""),
                manifest().replace("https://rackside.example", "http://rackside.example"),
                manifest().replace("https://rackside.example", "file://rackside.example"),
                manifest().replace("https://rackside.example", "https://you:me@rackside.example"),
                manifest().replace("2026-11-28", "soon"), manifest().replace("2027-02-28T00:00:00Z", "2027"),
                manifest().replace("rackside_1.3.0_amd64.deb", "../../.bashrc"),
                manifest().replace("104857600", "-1"), manifest().replace("0123", "xyz!"),
                manifest().replace("\"released\"", "\"version\": \"9.9.9\", \"released\""),
                manifest().replace("\"files\": [", "\"files\": {\"a\": [").replace("]", "]}"));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void whatIsSignedAndNoManifestIsNotRead(String odd) {
        var problem = catchThrowableOfType(Problem.class,
                () -> Manifest.read(odd.getBytes(StandardCharsets.UTF_8), "localhost"));
        assertThat(problem.code()).isEqualTo(ErrorCode.UPDATE_NOT_TRUSTED);
        assertThat(problem.arguments()).containsExactly("localhost", Distrust.UNREADABLE.words());
    }

    @Test
    void whatANewerPublisherAddsIsLetBe() {
        stub.publish(manifest().replace("\"format\": 1", "\"format\": 1, \"channel\": {\"name\": \"beta\"}"));

        assertThat(updates.check(null).newer()).isTrue();
    }

    @Test
    void whatIsOverIsNotBelieved() {
        stub.release("1.3.0");
        stub.now = UpdateStub.NOW.plus(Duration.ofDays(90));
        assertDistrusted(Distrust.EXPIRED);
    }

    @Test
    void anOlderWordIsNotBelievedOnceANewerOneWasHeard() {
        stub.release("1.4.0");
        assertThat(updates.check(null).newer()).isTrue();
        updates = stub.service(config, "1.2.0");
        stub.release("1.3.0");
        assertDistrusted(Distrust.OLDER);
        stub.publish(UpdateStub.manifest("1.4.0").replace("2027-02-28", "2027-01-28"));
        assertDistrusted(Distrust.OLDER);

        stub.publish(UpdateStub.manifest("1.4.0").replace("2027-02-28", "2027-05-28"));
        assertThat(updates.check(null).newer()).isTrue();
    }

    private void assertUnread(ResponseDefinitionBuilder answer, String why, Object... arguments) {
        stub.server.resetMappings();
        stub.server.stubFor(any(anyUrl()).willReturn(answer));
        var problem = refused();
        assertThat(problem.code()).isEqualTo(ErrorCode.UPDATE_NOT_READ);
        assertThat(problem.arguments()).containsExactly("localhost", Messages.get("update.unread." + why, arguments));
    }

    @Test
    void whatCannotBeReadIsTold() {
        assertUnread(aResponse().withBody("x".repeat(UpdateService.MOST_BYTES + 1)), "large");
        assertUnread(aResponse().withStatus(302).withHeader("Location", stub.address() + "?2"), "elsewhere");
        assertUnread(aResponse().withStatus(500), "status", 500);
        assertUnread(aResponse().withStatus(404), "missing");
        assertUnread(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "broken");
        assertThat(stub.server.getAllServeEvents()).allMatch(event -> !event.getRequest().getUrl().contains("?2"));
    }

    @Test
    void nobodyIsWaitedForLong() {
        stub.server.stubFor(any(anyUrl()).willReturn(aResponse().withBody(manifest()).withChunkedDribbleDelay(20,
                4_000)));
        updates = new UpdateService(stub::publisher, config, "1.2.0",
                new Fetch(stub.trusted, Duration.ofMillis(400)), () -> UpdateStub.NOW);

        assertThat(refused().arguments()).contains(Messages.get("update.unread.timeout"));
    }

    @Test
    void aServerThatNobodyVouchesForIsNotAsked() {
        updates = new UpdateService(stub::publisher, config, "1.2.0", new Fetch(), () -> UpdateStub.NOW);

        assertThat(refused().arguments()).contains(Messages.get("update.unread.tls"));
        assertThat(stub.asked()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost/rackside.json", "file:///etc/passwd", "ftp://localhost/x", "localhost/x",
            "https:///x", "https://localhost", "https://localhost/", "https://me:you@localhost/x",
            "https://localhost/x?who=me", "https://localhost/x#me", "https://local host/x", "javascript:alert(1)", ""})
    void onlyAPlainAddressOfHttpsIsAsked(String address) {
        assertThat(UpdateService.fits(address)).isFalse();
        assertThat(catchThrowableOfType(Problem.class, () -> updates.check(address)).code())
                .isEqualTo(ErrorCode.UPDATE_ADDRESS);
        assertThat(stub.asked()).isZero();
    }

    @Test
    void aBuildWithoutAKeyAsksNobodyWhateverTheAddress() {
        updates = UpdateStub.nobody(config);
        assertThat(updates.knowsKey()).isFalse();
        assertThat(updates.possible(stub.address())).isFalse();
        assertThat(refused().code()).isEqualTo(ErrorCode.UPDATE_NOT_SET);
        assertThat(catchThrowableOfType(Problem.class, () -> updates.check(stub.address())).code())
                .isEqualTo(ErrorCode.UPDATE_NOT_SET);
        assertThat(updates.checkSeldom(stub.address())).isEmpty();
        assertThat(stub.asked()).isZero();
    }

    @Test
    void aTeamsOwnAddressCountsByTheBuildsKey() {
        stub.release("1.3.0");
        updates = stub.service(new Publisher(null, stub.keys.getPublic()), config, "1.2.0");
        assertThat(updates.possible(null)).isFalse();
        assertThat(updates.possible(stub.address())).isTrue();
        assertThat(updates.check(stub.address()).newer()).isTrue();

        stub.serve(manifest(), UpdateStub.sign(manifest(), UpdateStub.keys().getPrivate()));
        assertThat(catchThrowableOfType(Problem.class, () -> updates.check(stub.address())).arguments())
                .contains(Distrust.FORGED.words());
    }

    @Test
    void aFileThatNoBuildFilteredNamesNobody() {
        assertThat(Publisher.of("${rackside.update.address}", "${rackside.update.key}"))
                .isEqualTo(Publisher.of("", "")).isEqualTo(new Publisher(null, null));
        assertThat(Publisher.of("https://x.example/r.json", "not a key").key()).isNull();
    }

    @Test
    void itIsAskedOnceADayWhateverCameOfIt() {
        stub.release("1.3.0");
        assertThat(updates.checkSeldom(null)).isPresent();
        assertThat(updates.checkSeldom(null)).isEmpty();
        stub.now = UpdateStub.NOW.plus(Duration.ofHours(23));
        assertThat(stub.service(config, "1.2.0").checkSeldom(null)).isEmpty();
        assertThat(stub.asked()).isEqualTo(2);

        stub.server.resetMappings();
        stub.now = UpdateStub.NOW.plus(Duration.ofHours(25));
        assertThat(catchThrowableOfType(Problem.class, () -> updates.checkSeldom(null)).code())
                .isEqualTo(ErrorCode.UPDATE_NOT_READ);
        assertThat(updates.checkSeldom(null)).isEmpty();
        stub.release("1.3.0");
        stub.now = UpdateStub.NOW.minus(Duration.ofDays(400));
        assertThat(updates.checkSeldom(null)).isPresent();
    }

    @Test
    void nobodyIsAskedWhereNothingCanBeRemembered() throws IOException {
        Files.writeString(config.resolve("config"), "a file where the folder should be");
        updates = stub.service(config.resolve("config"), "1.2.0");

        assertThat(refused().code()).isEqualTo(ErrorCode.NOT_WRITABLE);
        assertThat(stub.asked()).isZero();
    }

    @Test
    void aDamagedMemoryIsNone() throws IOException {
        stub.release("1.3.0");
        for (var content : new String[]{"", "null", "[", "{\"askedAt\": \"soon\", \"newest\": 7}"}) {
            Files.writeString(config.resolve(UpdateMemory.NAME), content);
            assertThat(updates.check(null).newer()).isTrue();
        }
    }

    @Test
    void nothingIsToldOfWhoAsks() {
        stub.release("1.3.0");
        updates.check(null);
        updates.check(null);

        assertThat(stub.server.getAllServeEvents()).hasSize(4).allSatisfy(event -> {
            var request = event.getRequest();
            assertThat(request.getUrl()).isIn("/rackside.json", "/rackside.json.sig");
            assertThat(request.getHeaders().keys()).allSatisfy(name -> assertThat(name.toLowerCase(
                    java.util.Locale.ROOT)).isIn("host", "user-agent", "content-length", "connection"));
            assertThat(request.getHeader("User-Agent")).isEqualTo("Rackside");
            assertThat(request.getBodyAsString()).isEmpty();
            assertThat(request.getCookies()).isEmpty();
            assertThat(event.getRequest().toString()).doesNotContain(System.getProperty("user.name") + "@", "1.2.0",
                    "4711", System.getProperty("java.version"));
        });
    }

    @ParameterizedTest
    @EnumSource(Distrust.class)
    void everyDistrustHasWords(Distrust why) {
        assertThat(why.words()).doesNotContain("!");
    }

    /** As docs/deployment/updates.md has it. */
    @Test
    void whatOpensslSignedIsBelieved() throws Exception {
        var key = config.resolve("release.pem");
        var manifest = Files.writeString(config.resolve("rackside.json"), manifest());
        assumeTrue(openssl("version") == 0, "no openssl here");
        assertThat(openssl("genpkey", "-algorithm", "ed25519", "-out", key.toString())).isZero();
        assertThat(openssl("pkey", "-in", key.toString(), "-pubout", "-outform", "DER", "-out",
                config.resolve("public.der").toString())).isZero();
        assertThat(openssl("pkeyutl", "-sign", "-rawin", "-inkey", key.toString(), "-in", manifest.toString(), "-out",
                config.resolve("signature").toString())).isZero();
        stub.serve(manifest(), Base64.getEncoder().encodeToString(
                Files.readAllBytes(config.resolve("signature"))));
        var publisher = Publisher.of(stub.address(), Base64.getEncoder().encodeToString(
                Files.readAllBytes(config.resolve("public.der"))));

        assertThat(stub.service(publisher, config, "1.2.0").check(null).newer()).isTrue();
        assertDistrusted(Distrust.FORGED);
    }

    private static int openssl(String... arguments) throws InterruptedException {
        try {
            return new ProcessBuilder(Stream.concat(Stream.of("openssl"), List.of(arguments).stream()).toList())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (IOException _) {
            return -1;
        }
    }
}
