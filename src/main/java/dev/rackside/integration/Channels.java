package dev.rackside.integration;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** One client of HTTP for each way that systems are reached: its proxy, and whom it trusts. */
final class Channels implements AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private final Map<Way, HttpClient> clients = new ConcurrentHashMap<>();

    private record Way(@Nullable String proxy, @Nullable String authority) {}

    HttpClient to(Reach reach) {
        return clients.computeIfAbsent(new Way(reach.proxy(), reach.authority()), way -> make(reach));
    }

    /** Of HTTP 1.1: the second version keeps what was sent in a table, also what signs in. */
    private static HttpClient make(Reach reach) {
        var builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER);
        var proxy = reach.proxy();
        if (proxy != null) {
            builder.proxy(ProxySelector.of(proxy(reach, proxy)));
        }
        var authority = reach.authority();
        if (authority != null) {
            builder.sslContext(trusting(reach, authority));
        }
        return builder.build();
    }

    private static InetSocketAddress proxy(Reach reach, String proxy) {
        try {
            var colon = proxy.lastIndexOf(':');
            return new InetSocketAddress(proxy.substring(0, colon), Integer.parseInt(proxy.substring(colon + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Problem(ErrorCode.OUTSIDE_ADDRESS, e, reach.host(),
                    Messages.get("exchange.address.proxy"));
        }
    }

    /** The usual authorities, and one more. */
    private static SSLContext trusting(Reach reach, String authority) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var count = 0;
            var usual = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            usual.init((KeyStore) null);
            for (var manager : usual.getTrustManagers()) {
                if (manager instanceof X509TrustManager trusts) {
                    for (var issuer : trusts.getAcceptedIssuers()) {
                        store.setCertificateEntry("usual-" + count++, issuer);
                    }
                }
            }
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(
                    new ByteArrayInputStream(authority.getBytes(StandardCharsets.US_ASCII)))) {
                store.setCertificateEntry("own-" + count++, certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new Problem(ErrorCode.OUTSIDE_ADDRESS, e, reach.host(),
                    Messages.get("exchange.address.authority"));
        }
    }

    /** What is under way breaks off. */
    @Override
    public void close() {
        clients.values().forEach(HttpClient::shutdownNow);
    }
}
