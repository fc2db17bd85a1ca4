package dev.rackside.update;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.rackside.backup.notice.TlsKeys;
import dev.rackside.integration.Authorities;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.SSLContext;

/** A publisher of Rackside on this machine: a real server of https, a real key. */
public final class UpdateStub implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    final WireMockServer server;
    final SSLContext trusted;
    final KeyPair keys = keys();
    Instant now = NOW;

    public UpdateStub(Path folder) throws Exception {
        var tls = TlsKeys.make(folder, "dns:localhost");
        trusted = Authorities.trusting(Files.readString(tls.certificate()));
        server = new WireMockServer(WireMockConfiguration.options().bindAddress("127.0.0.1").httpDisabled(true)
                .dynamicHttpsPort().keystorePath(folder.resolve("store.p12").toString()).keystoreType("PKCS12")
                .keystorePassword("changeit").keyManagerPassword("changeit"));
        server.start();
    }

    static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return "https://localhost:" + server.httpsPort() + "/rackside.json";
    }

    /** A manifest as docs/deployment/updates.md shows one. */
    static String manifest(String version) {
        return """
                {
                  "format": 1,
                  "version": "%s",
                  "released": "2026-11-28",
                  "validUntil": "2027-02-28T00:00:00Z",
                  "notes": "https://rackside.example/notes/%s",
                  "files": [
                    {"system": "linux-deb", "name": "rackside_%s_amd64.deb", "bytes": 104857600,
                     "sha256": "%s"}
                  ]
                }
                """.formatted(version, version, version, "0123456789abcdef".repeat(4));
    }

    /** From now on this is the newest release. */
    public void release(String version) {
        publish(manifest(version));
    }

    void publish(String manifest) {
        serve(manifest, sign(manifest, keys.getPrivate()));
    }

    void serve(String manifest, String signature) {
        server.resetMappings();
        server.stubFor(get(urlPathEqualTo("/rackside.json")).willReturn(aResponse().withBody(manifest)
                .withHeader("Set-Cookie", "visitor=4711; Path=/; Secure").withHeader("ETag", "\"visitor-4711\"")));
        server.stubFor(get(urlPathEqualTo("/rackside.json.sig")).willReturn(aResponse().withBody(signature)));
    }

    static String sign(String manifest, PrivateKey key) {
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(key);
            signing.update(manifest.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signing.sign()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Publisher publisher() {
        return new Publisher(address(), keys.getPublic());
    }

    /** What runs here and asks this publisher. */
    public UpdateService service(Path config, String running) {
        return service(publisher(), config, running);
    }

    UpdateService service(Publisher publisher, Path config, String running) {
        return new UpdateService(() -> publisher, config, running, new Fetch(trusted, Duration.ofSeconds(30)),
                () -> now);
    }

    /** A build that knows nobody. */
    public static UpdateService nobody(Path config) {
        return new UpdateService(() -> Publisher.of("", ""), config, "1.2.0", new Fetch(), () -> NOW);
    }

    /** Nothing is announced any more, and nobody asked yet. */
    public void reset() {
        server.resetAll();
        now = NOW;
    }

    public void aDayPasses() {
        now = now.plus(Duration.ofHours(25));
    }

    /** How often somebody asked for anything. */
    public int asked() {
        return server.getAllServeEvents().size();
    }

    @Override
    public void close() {
        server.stop();
    }
}
