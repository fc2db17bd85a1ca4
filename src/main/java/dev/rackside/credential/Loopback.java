package dev.rackside.credential;

import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.State;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Where the browser comes back to after a sign-in: an address of this machine alone, there only while one waits. What
 * doesn't carry the state that was sent is turned away, and the wait goes on.
 */
final class Loopback implements AutoCloseable {

    private static final String PATH = "/callback";

    private final HttpServer server;
    private final State state = new State();
    private final BlockingQueue<AuthorizationResponse> answers = new ArrayBlockingQueue<>(1);

    /**
     * @param port where the system wants it named beforehand; 0 for any
     * @throws Problem LOOPBACK_TAKEN where another program has the port
     */
    Loopback(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[]{127, 0, 0, 1}), port),
                    0);
        } catch (IOException e) {
            throw new Problem(ErrorCode.LOOPBACK_TAKEN, e, port);
        }
        server.createContext("/", this::called);
        server.start();
    }

    /** By its number: a name could lead to another of the machine's addresses. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    State state() {
        return state;
    }

    /** The answer, as soon as the browser brings it; empty after so long without one. */
    Optional<AuthorizationResponse> await(Duration most) throws InterruptedException {
        return Optional.ofNullable(answers.poll(most.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void called(HttpExchange exchange) throws IOException {
        try (exchange) {
            var host = exchange.getRequestHeaders().getFirst("Host");
            var uri = exchange.getRequestURI();
            if (!PATH.equals(uri.getPath()) || !address().getAuthority().equals(host)
                    || !"GET".equals(exchange.getRequestMethod())) {
                answer(exchange, 404, "credential.oauth.page.elsewhere");
            } else {
                answer(exchange, address().resolve(uri));
            }
        }
    }

    private void answer(HttpExchange exchange, URI whole) throws IOException {
        try {
            var answer = AuthorizationResponse.parse(whole);
            if (state.equals(answer.getState()) && answers.offer(answer)) {
                answer(exchange, 200,
                        answer.indicatesSuccess() ? "credential.oauth.page.done" : "credential.oauth.page.refused");
                return;
            }
        } catch (ParseException _) {
            // As good as another's.
        }
        answer(exchange, 400, "credential.oauth.page.elsewhere");
    }

    /** Plain words; neither the code nor the state goes any further from the browser. */
    private static void answer(HttpExchange exchange, int status, String key) throws IOException {
        var words = Messages.get(key).getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/plain; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        headers.set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, words.length);
        exchange.getResponseBody().write(words);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
