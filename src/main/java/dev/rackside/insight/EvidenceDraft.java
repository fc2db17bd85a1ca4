package dev.rackside.insight;

import dev.rackside.fault.Rules;
import dev.rackside.fault.Violation;
import dev.rackside.text.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An observation as a form takes it down, with the rules that the form shows and the service checks. Whose machine and
 * whose session it names only the service knows.
 *
 * @param machineId where it was observed; null where that was no machine in particular
 * @param sessionId in which piece of work; null where it was none
 */
public record EvidenceDraft(Coded<Outcome> outcome, @Nullable String whatWasTried, @Nullable String expected,
        @Nullable String observed, @Nullable UUID machineId, @Nullable UUID sessionId,
        @Nullable Instant observedAt) {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    /** Clocks differ by that much, and nobody observed anything in the future. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** What an observation that is made now starts from. How it bears on the insight is for a person to say. */
    public static EvidenceDraft blank(@Nullable UUID machineId, Instant now) {
        return new EvidenceDraft(Coded.of(Outcome.class, null), null, null, null, machineId, null, now);
    }

    /**
     * The rules that the draft breaks; none when it may be recorded.
     *
     * @param now the latest moment that can have been observed
     */
    public List<Violation> violations(Instant now) {
        return new Rules()
                .required("outcome", outcome.text())
                .that(outcome.text() == null || outcome.known() != null, "outcome", "rule.unknown-value",
                        String.valueOf(outcome.text()))
                .required("whatWasTried", whatWasTried)
                .fitsText("whatWasTried", whatWasTried)
                .fitsText("expected", expected)
                .fitsText("observed", observed)
                .required("observedAt", observedAt)
                .that(observedAt == null || !observedAt.isBefore(EARLIEST), "observedAt", "insight.rule.too-early")
                .that(observedAt == null || !observedAt.isAfter(now.plus(CLOCKS_DIFFER)), "observedAt",
                        "insight.rule.not-yet")
                .violations();
    }
}
