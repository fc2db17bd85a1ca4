package dev.rackside.integration;

import dev.rackside.db.Database;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * The one way out: every request to an outside system goes through {@link #send}, is limited, repeated where that does
 * no harm, and stands in the log with every attempt. None is made on the screen thread.
 */
public final class Outside implements AutoCloseable {

    private static final int MOST_ATTEMPTS = 4;
    private static final IntervalFunction BACKOFF = IntervalFunction
            .ofExponentialRandomBackoff(Duration.ofMillis(500), 2, 0.5, Duration.ofSeconds(20));

    private static final ScopedValue<Duration> PATIENCE = ScopedValue.newInstance();

    private final ExchangeLog log;
    private final Budget budget;
    private final Limits limits = new Limits();
    private final Channels channels = new Channels();

    /** @param who the name that stands in the log */
    public Outside(Database database, Supplier<String> who) {
        log = new ExchangeLog(database, who);
        budget = new Budget(database, who);
    }

    /** Does work whose calls may wait so long for their turn: a crowd of them, and nobody looks on. */
    public static <T> T patiently(Duration most, Supplier<T> work) {
        return ScopedValue.where(PATIENCE, most).call(work::get);
    }

    /**
     * Sends a request, and returns whatever was answered that is JSON or nothing, also where it says no.
     *
     * @throws Problem OUTSIDE_ADDRESS or OUTSIDE_HOST_UNKNOWN where it may not or can't go there, OUTSIDE_UNREACHABLE,
     *     OUTSIDE_TIMEOUT, OUTSIDE_TLS, OUTSIDE_LIMITED, OUTSIDE_DOWN, OUTSIDE_NOT_JSON, OUTSIDE_TOO_LARGE,
     *     OUTSIDE_REDIRECTS; OUTSIDE_OUTCOME_UNKNOWN where it changes something and nobody knows whether it arrived
     * @throws CancellationException where the thread is interrupted
     */
    public Answer send(Call wanted) {
        var call = PATIENCE.isBound() ? wanted.patient(PATIENCE.get()) : wanted;
        Addresses.refuseForbidden(call.reach(), call.address());
        var attempt = new Attempt(call, channels.to(call.reach()), log, new Redaction(call.signature().hidden()));
        var answer = retry(call).executeSupplier(() -> once(call, attempt));
        if (tooMany(call, answer)) {
            throw new Problem(ErrorCode.OUTSIDE_LIMITED, call.reach().host(), again(answer));
        }
        if (isDown(answer)) {
            throw new Problem(ErrorCode.OUTSIDE_DOWN, call.reach().host(), answer.status());
        }
        return answer;
    }

    private Answer once(Call call, Attempt attempt) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        var answer = limits.within(call, () -> {
            budget.await(call);
            return attempt.make();
        });
        if (tooMany(call, answer)) {
            limits.refused(call);
        }
        return answer;
    }

    private static String again(Answer answer) {
        return RetryAfter.of(answer)
                .map(wait -> Messages.get("exchange.limited.seconds", Math.max(1, wait.toSeconds())))
                .orElseGet(() -> Messages.get("exchange.limited.later"));
    }

    private static Retry retry(Call call) {
        return Retry.of("outside", RetryConfig.<Answer>custom().maxAttempts(MOST_ATTEMPTS)
                .intervalBiFunction((attempt, end) -> end.isRight() && end.get() != null
                        ? RetryAfter.of(end.get()).map(wait -> Math.max(1, wait.toMillis()))
                                .orElseGet(() -> BACKOFF.apply(attempt))
                        : BACKOFF.apply(attempt))
                .retryOnResult(answer -> mayRepeat(call, answer))
                .retryOnException(thrown -> thrown instanceof Problem problem && mayRepeat(call, problem))
                .build());
    }

    /** What was refused for being too much was not done. */
    private static boolean mayRepeat(Call call, Answer answer) {
        var wanted = tooMany(call, answer) || (isDown(answer) && !call.changes());
        return wanted && RetryAfter.of(answer).orElse(Duration.ZERO).compareTo(call.patience()) <= 0;
    }

    private static boolean mayRepeat(Call call, Problem problem) {
        return switch (problem.code()) {
            case OUTSIDE_UNREACHABLE -> true;
            case OUTSIDE_TIMEOUT -> !call.changes() && call.patience().compareTo(Call.WHILE_ONE_LOOKS_ON) > 0;
            default -> false;
        };
    }

    private static boolean tooMany(Call call, Answer answer) {
        return call.reading().tooMany().test(answer);
    }

    private static boolean isDown(Answer answer) {
        return List.of(502, 503, 504).contains(answer.status());
    }

    /**
     * Marks the calls of this person that were left by a program that ended: nobody knows their outcome.
     *
     * @return how many there were
     */
    public int settleLeftOvers() {
        return log.settleLeftOvers();
    }

    /** What is under way breaks off. */
    @Override
    public void close() {
        channels.close();
    }
}
