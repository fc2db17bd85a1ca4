package dev.rackside.update;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a small file over https, and says nothing of who reads it: no cookie, no version, no name. Follows nobody
 * elsewhere. It isn't {@code integration.Outside}, which asks for a workspace and writes a row that colleagues read.
 */
final class Fetch {

    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private final @Nullable SSLContext trusted;
    private final Duration longest;

    /** Trusts whom Java trusts; half a minute is the longest that it takes. */
    Fetch() {
        this(null, Duration.ofSeconds(30));
    }

    Fetch(@Nullable SSLContext trusted, Duration longest) {
        this.trusted = trusted;
        this.longest = longest;
    }

    /**
     * The file's bytes; null where there is none.
     *
     * @throws Problem UPDATE_NOT_READ
     * @throws CancellationException where the thread is interrupted
     */
    byte @Nullable [] get(URI address, int most) {
        var client = client();
        try {
            return body(address, answered(client, address, most));
        } finally {
            client.shutdownNow();
        }
    }

    /** Of HTTP 1.1, as every other client of Rackside. */
    private HttpClient client() {
        var builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER);
        return (trusted == null ? builder : builder.sslContext(trusted)).build();
    }

    private HttpResponse<byte[]> answered(HttpClient client, URI address, int most) {
        var request = HttpRequest.newBuilder(address).timeout(longest).setHeader("User-Agent", "Rackside").build();
        var sent = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most));
        try {
            return sent.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw failed(address, e, "timeout");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw failed(address, e.getCause(), why(e.getCause()));
        }
    }

    private static String why(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "unknown";
            }
        }
        return switch (thrown) {
            case HttpConnectTimeoutException _ -> "silent";
            case ConnectException _ -> "silent";
            case HttpTimeoutException _ -> "timeout";
            case SSLException _ -> "tls";
            case IOException e when String.valueOf(e.getMessage()).contains("exceeds capacity") -> "large";
            case null, default -> "broken";
        };
    }

    private static byte @Nullable [] body(URI address, HttpResponse<byte[]> answer) {
        var status = answer.statusCode();
        if (status == 404 || status == 410) {
            return null;
        }
        if (status >= 300 && status < 400) {
            throw failed(address, null, "elsewhere");
        }
        if (status != 200) {
            throw new Problem(ErrorCode.UPDATE_NOT_READ, address.getHost(),
                    Messages.get("update.unread.status", status));
        }
        return answer.body();
    }

    static Problem failed(URI address, @Nullable Throwable cause, String why) {
        return new Problem(ErrorCode.UPDATE_NOT_READ, cause, address.getHost(), Messages.get("update.unread." + why));
    }
}
