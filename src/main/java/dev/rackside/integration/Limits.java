package dev.rackside.integration;

import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.text.Messages;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How often the systems may be asked from here, and by how many at once. One account is limited as a whole, so all calls
 * to one host share what there is.
 */
final class Limits {

    /** Syncro allows 180 a minute for an address: six at once, and never more than 180 in any minute. */
    private static final int SYNCRO_AT_ONCE = 6;
    private static final Duration SYNCRO_PERIOD = Duration.ofMillis(2069);

    private static final Duration LONGEST_LINE = Duration.ofMinutes(10);
    private static final Duration LONGEST_CROWD = Duration.ofMinutes(1);

    /** Autotask allows three at once for each endpoint. */
    private static final int AUTOTASK_AT_ONCE = 3;

    /** Nobody else says; so many keep a screen quick and no server busy. */
    private static final int OTHERS_AT_ONCE = 8;

    private final Map<String, RateLimiter> rates = new ConcurrentHashMap<>();
    private final Map<String, Bulkhead> crowds = new ConcurrentHashMap<>();

    /**
     * Does the work when it is its turn.
     *
     * @throws Problem OUTSIDE_LIMITED where that would take longer than the call's patience
     */
    <T> T within(Call call, Supplier<T> work) {
        var crowd = crowd(call);
        if (!crowd.tryAcquirePermission()) {
            throw tooLong(call);
        }
        try {
            var rate = rate(call);
            if (rate != null && (line(rate).compareTo(call.patience()) > 0 || !rate.acquirePermission())) {
                throw tooLong(call);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            return work.get();
        } finally {
            crowd.onComplete();
        }
    }

    /** A system refused because of too many: whoever waits for his turn waits for the next period. */
    void refused(Call call) {
        var rate = rate(call);
        if (rate != null) {
            rate.drainPermissions();
        }
    }

    private static Problem tooLong(Call call) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
        return new Problem(ErrorCode.OUTSIDE_LIMITED, call.reach().host(), Messages.get("exchange.limited.later"));
    }

    /** Null where nobody says how often. */
    private @Nullable RateLimiter rate(Call call) {
        return call.reach().system() != ExchangeSystem.SYNCRO_MSP
                ? null
                : rates.computeIfAbsent(call.reach().host(),
                        name -> RateLimiter.of(name, RateLimiterConfig.custom().limitForPeriod(SYNCRO_AT_ONCE)
                                .limitRefreshPeriod(SYNCRO_PERIOD).timeoutDuration(LONGEST_LINE).build()));
    }

    /** How long the line is for whoever joins it now. */
    private static Duration line(RateLimiter rate) {
        var waiting = Math.max(0, 1 - rate.getMetrics().getAvailablePermissions());
        return SYNCRO_PERIOD.multipliedBy(Math.ceilDiv(waiting, SYNCRO_AT_ONCE));
    }

    private Bulkhead crowd(Call call) {
        var most = call.reach().system() == ExchangeSystem.AUTOTASK ? AUTOTASK_AT_ONCE : OTHERS_AT_ONCE;
        return crowds.computeIfAbsent(call.reach().host() + " " + call.endpoint(),
                name -> Bulkhead.of(name, BulkheadConfig.custom().maxConcurrentCalls(most)
                        .maxWaitDuration(LONGEST_CROWD).fairCallHandlingStrategyEnabled(true).build()));
    }
}
