package dev.rackside.integration;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One attempt at a call: its row is written, the request goes out, the answer is read and the row ended. */
final class Attempt {

    /** An answer that is longer is none of ours. */
    static final int MOST_BYTES = 8 * 1024 * 1024;

    /** From the first byte that is sent to the last that comes. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final Call call;
    private final HttpClient client;
    private final ExchangeLog log;
    private final Redaction redaction;

    Attempt(Call call, HttpClient client, ExchangeLog log, Redaction redaction) {
        this.call = call;
        this.client = client;
        this.log = log;
        this.redaction = redaction;
    }

    Answer make() {
        var id = log.begin(call, redaction);
        var begun = System.nanoTime();
        HttpResponse<byte[]> response;
        try {
            response = answered();
        } catch (Problem problem) {
            end(id, outcome(problem), null, begun, ExchangeLog.ended(problem.code().key()), null);
            throw problem;
        } catch (CancellationException e) {
            end(id, call.changes() ? ExchangeOutcome.UNKNOWN : ExchangeOutcome.FAILED, null, begun,
                    ExchangeLog.ended("cancelled"), null);
            throw e;
        }
        return read(id, begun, response);
    }

    /** A call that changes something and was sent may have arrived. */
    private static ExchangeOutcome outcome(Problem problem) {
        return problem.code() == ErrorCode.OUTSIDE_OUTCOME_UNKNOWN ? ExchangeOutcome.UNKNOWN : ExchangeOutcome.FAILED;
    }

    private HttpResponse<byte[]> answered() {
        var sent = client.sendAsync(request(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return sent.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw lost(new Problem(ErrorCode.OUTSIDE_TIMEOUT, e, host(), LONGEST.toSeconds()));
        } catch (InterruptedException _) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw translated(e.getCause());
        }
    }

    private HttpRequest request() {
        var builder = HttpRequest.newBuilder(call.address()).timeout(LONGEST).setHeader("Accept", "application/json")
                .setHeader("User-Agent", "Rackside");
        sign(builder);
        var body = call.body();
        if (body == null) {
            return builder.method(call.method(), BodyPublishers.noBody()).build();
        }
        if (body instanceof Form form) {
            builder.setHeader("Content-Type", "application/x-www-form-urlencoded");
            return builder.method(call.method(), BodyPublishers.ofString(form.encoded())).build();
        }
        builder.setHeader("Content-Type", "application/json");
        return builder.method(call.method(), BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body))).build();
    }

    private void sign(HttpRequest.Builder builder) {
        try {
            call.signature().sign(builder::setHeader);
        } catch (IllegalArgumentException _) {
            // Its message quotes what no header takes: the secret.
            throw new Problem(ErrorCode.CREDENTIAL_INCOMPLETE, Messages.get("exchange.secret-unfit"));
        }
    }

    /** What went wrong before anything was sent did no harm; afterwards nobody knows. */
    private RuntimeException translated(@Nullable Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return new Problem(ErrorCode.OUTSIDE_HOST_UNKNOWN, thrown, host());
            }
        }
        return switch (thrown) {
            case HttpConnectTimeoutException _ -> new Problem(ErrorCode.OUTSIDE_UNREACHABLE, thrown, host());
            case ConnectException _ -> new Problem(ErrorCode.OUTSIDE_UNREACHABLE, thrown, host());
            case HttpTimeoutException _ -> lost(new Problem(ErrorCode.OUTSIDE_TIMEOUT, thrown, host(),
                    LONGEST.toSeconds()));
            case SSLException _ -> new Problem(ErrorCode.OUTSIDE_TLS, thrown, host());
            case IOException e when String.valueOf(e.getMessage()).contains("exceeds capacity") -> lost(
                    new Problem(ErrorCode.OUTSIDE_TOO_LARGE, thrown, host(), MOST_BYTES / 1024 / 1024));
            case IOException _ -> lost(new Problem(ErrorCode.OUTSIDE_BROKEN_OFF, thrown, host()));
            case RuntimeException e -> e;
            case null, default -> new IllegalStateException(thrown);
        };
    }

    private Problem lost(Problem problem) {
        return call.changes() ? new Problem(ErrorCode.OUTSIDE_OUTCOME_UNKNOWN, problem, host()) : problem;
    }

    private Answer read(UUID id, long begun, HttpResponse<byte[]> response) {
        var body = response.body();
        var status = response.statusCode();
        var json = body.length == 0 ? MissingNode.getInstance() : Json.parsed(body);
        var told = json == null
                ? ExchangeLog.unreadable(body, response.headers().firstValue("Content-Type").orElse(""))
                : ExchangeLog.answered(json, redaction);
        var answer = new Answer(status, response.headers(),
                json == null ? MissingNode.getInstance() : redaction.apply(json), redaction);
        var good = json != null && call.reading().good().test(answer);
        var lost = call.changes() && (status == 502 || status == 504 || (json == null && answer.ok()));
        end(id, good ? ExchangeOutcome.SUCCEEDED : lost ? ExchangeOutcome.UNKNOWN : ExchangeOutcome.FAILED, status,
                begun, told, made(json));
        // Somebody in between gave up waiting, or answered himself: what was sent may have arrived.
        if (lost) {
            throw new Problem(ErrorCode.OUTSIDE_OUTCOME_UNKNOWN, host());
        }
        if (status >= 300 && status < 400) {
            throw new Problem(ErrorCode.OUTSIDE_REDIRECTS, host(),
                    answer.says(response.headers().firstValue("Location").orElse("?")));
        }
        // A refusal says enough by its status, whatever page comes with it.
        if (json == null && answer.ok()) {
            throw new Problem(ErrorCode.OUTSIDE_NOT_JSON, host());
        }
        return answer;
    }

    /** What a system calls what it made. */
    private static @Nullable String made(@Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        var fields = new Fields(json);
        return fields.at("itemId").there() ? fields.text("itemId") : fields.text("id");
    }

    /** The answer counts more than its row: one that can't be ended stays a call of which nobody knows the outcome. */
    private void end(UUID id, ExchangeOutcome outcome, @Nullable Integer status, long begun, String told,
            @Nullable String made) {
        var took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        try {
            log.end(id, new ExchangeLog.End(outcome, status, took, told), made);
        } catch (Problem problem) {
            LOG.warn("The exchange {} could not be ended: {}", id, problem.getMessage());
        }
    }

    private String host() {
        return call.reach().host();
    }
}
