package dev.rackside.integration.ui;

import dev.rackside.fx.Badge;
import dev.rackside.fx.Spans;
import dev.rackside.integration.ExchangeOutcome;
import dev.rackside.integration.ExchangeRow;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Exchanges in a person's words. */
final class ExchangeWords {

    /** No call takes so long: whoever made it was cut off. */
    private static final Duration LONGEST_CALL = Duration.ofHours(1);

    private ExchangeWords() {
    }

    static String system(ExchangeRow row) {
        return FacetWords.coded(row.system(), FacetWords.SYSTEM);
    }

    static String action(ExchangeRow row) {
        return FacetWords.coded(row.action(), FacetWords.ACTION);
    }

    static String direction(ExchangeRow row) {
        return FacetWords.coded(row.direction(), FacetWords.DIRECTION);
    }

    static Badge outcome(ExchangeRow row) {
        var outcome = row.outcome();
        var known = outcome.known();
        if (outcome.text() == null) {
            return Badge.rest(Messages.get("exchange.outcome.none"));
        }
        var word = FacetWords.coded(outcome, FacetWords.OUTCOME);
        if (known == null || outcome.odd()) {
            return Badge.warn(word);
        }
        return switch (known) {
            case SUCCEEDED -> Badge.good(word);
            case FAILED -> Badge.bad(word);
            case UNKNOWN -> Badge.warn(word);
            case PENDING -> stuck(row) ? Badge.warn(Messages.get("exchange.stuck")) : Badge.info(word);
        };
    }

    /** Whether it was begun long ago and never finished. */
    static boolean stuck(ExchangeRow row) {
        return row.outcome().known() == ExchangeOutcome.PENDING && row.createdAt() != null
                && row.createdAt().isBefore(Instant.now().minus(LONGEST_CALL));
    }

    static @Nullable String status(ExchangeRow row) {
        return row.httpStatus() == null ? null : row.httpStatus().toString();
    }

    static @Nullable String duration(ExchangeRow row) {
        return row.duration() == null ? null : Spans.text(row.duration());
    }

    /** What other programs wrote and no rule allows: unknown words, a number that is no status. */
    static boolean odd(ExchangeRow row) {
        var status = row.httpStatus();
        return odd(row.system()) || odd(row.action()) || odd(row.direction())
                || (status != null && (status < 100 || status > 599));
    }

    private static boolean odd(Coded<?> value) {
        return value.text() == null || value.odd();
    }
}
