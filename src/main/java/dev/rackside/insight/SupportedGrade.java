package dev.rackside.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grade that an insight's evidence supports, which stands beside the one that a person gave and never replaces it.
 * An observation's weight halves with each half-life; the score is (H + 0.5) ÷ (H + C + 1) of the weights that held
 * and contradicted.
 *
 * @param grade confirmed from a score of 0.80 with two holds on different days, suspected under 0.55, else likely
 * @param disputed whether a contradiction is newer than the last hold, whatever the grade
 * @param newest the newest observation; null where there is none
 */
public record SupportedGrade(Confidence grade, boolean disputed, double score, int held, int contradicted,
        int inconclusive, @Nullable Instant newest) {

    private static final double CONFIRMED_FROM = 0.80;
    private static final double SUSPECTED_UNDER = 0.55;
    private static final double MILLIS_OF_A_DAY = Duration.ofDays(1).toMillis();

    /**
     * One observation.
     *
     * @param outcome null where the row's text is none that this program knows; it counts as inconclusive
     */
    public record Observation(@Nullable Outcome outcome, Instant observedAt) {}

    /** Weighs observations, in any order. */
    public static SupportedGrade of(List<Observation> observations, int halfLifeDays, Instant now) {
        var sum = new Sum(halfLifeDays, now);
        observations.forEach(sum::add);
        return sum.grade();
    }

    /** How many observations there are. */
    public int count() {
        return held + contradicted + inconclusive;
    }

    private static final class Sum {

        private final int halfLifeDays;
        private final Instant now;
        private final Set<LocalDate> daysHeld = new HashSet<>();
        private double heldWeight;
        private double contradictedWeight;
        private int held;
        private int contradicted;
        private int inconclusive;
        private @Nullable Instant lastHeld;
        private @Nullable Instant lastContradicted;
        private @Nullable Instant newest;

        Sum(int halfLifeDays, Instant now) {
            this.halfLifeDays = halfLifeDays;
            this.now = now;
        }

        void add(Observation observation) {
            var at = observation.observedAt();
            newest = later(newest, at);
            switch (observation.outcome()) {
                case HELD -> {
                    held++;
                    heldWeight += weight(at);
                    daysHeld.add(at.atZone(ZoneOffset.UTC).toLocalDate());
                    lastHeld = later(lastHeld, at);
                }
                case CONTRADICTED -> {
                    contradicted++;
                    contradictedWeight += weight(at);
                    lastContradicted = later(lastContradicted, at);
                }
                case INCONCLUSIVE -> inconclusive++;
                case null -> inconclusive++;
            }
        }

        /** An observation dated ahead of the clock counts as new. */
        private double weight(Instant at) {
            var days = Math.max(0, Duration.between(at, now).toMillis()) / MILLIS_OF_A_DAY;
            return Math.pow(0.5, days / halfLifeDays);
        }

        SupportedGrade grade() {
            var score = (heldWeight + 0.5) / (heldWeight + contradictedWeight + 1);
            var disputed = lastContradicted != null && (lastHeld == null || lastContradicted.isAfter(lastHeld));
            return new SupportedGrade(grade(score), disputed, score, held, contradicted, inconclusive, newest);
        }

        private Confidence grade(double score) {
            if (held + contradicted + inconclusive == 0 || score < SUSPECTED_UNDER) {
                return Confidence.SUSPECTED;
            }
            return score >= CONFIRMED_FROM && daysHeld.size() >= 2 ? Confidence.CONFIRMED : Confidence.LIKELY;
        }

        private static Instant later(@Nullable Instant one, Instant other) {
            return one == null || other.isAfter(one) ? other : one;
        }
    }
}
