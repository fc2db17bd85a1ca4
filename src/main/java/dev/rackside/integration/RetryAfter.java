package dev.rackside.integration;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When a system that refused wants to be asked again: in so many seconds, or at a moment of its own clock. */
final class RetryAfter {

    private RetryAfter() {
    }

    /** Empty where it doesn't say, or says nothing that can be read. */
    static Optional<Duration> of(Answer answer) {
        return answer.header("Retry-After").flatMap(text -> read(text.strip(), answer));
    }

    private static Optional<Duration> read(String text, Answer answer) {
        try {
            if (text.chars().allMatch(Character::isDigit) && !text.isEmpty()) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            var now = answer.header("Date").map(RetryAfter::moment).orElseGet(Instant::now);
            var wait = Duration.between(now, moment(text));
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException | ArithmeticException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Instant moment(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }
}
