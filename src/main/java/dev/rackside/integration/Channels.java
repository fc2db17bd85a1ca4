package dev.rackside.integration;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
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
            return Authorities.trusting(authority);
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
