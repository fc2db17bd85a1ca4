package dev.rackside.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rackside.insight.SupportedGrade.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupportedGradeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void nothingObservedIsSuspected() {
        var grade = grade();

        assertThat(grade.grade()).isEqualTo(Confidence.SUSPECTED);
        assertThat(grade.count()).isZero();
        assertThat(grade.disputed()).isFalse();
        assertThat(grade.newest()).isNull();
    }

    @Test
    void oneFreshHoldIsLikely() {
        var grade = grade(held(0));

        assertThat(grade.score()).isCloseTo(0.75, within(1e-9));
        assertThat(grade.grade()).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void twoHoldsOnDifferentDaysConfirm() {
        assertThat(grade(held(0), held(1)).grade()).isEqualTo(Confidence.CONFIRMED);
    }

    @Test
    void anyNumberOfHoldsOnOneDayDoesNotConfirm() {
        var grade = grade(held(1), held(1), held(1), held(1));

        assertThat(grade.score()).isGreaterThan(0.80);
        assertThat(grade.grade()).isEqualTo(Confidence.LIKELY);
    }

    @Test
    void aScoreOfJustEightTenthsConfirms() {
        // Three halves of weight: (1.5 + 0.5) / (1.5 + 1) = 0.80.
        var grade = grade(held(0), held(180));

        assertThat(grade.score()).isCloseTo(0.80, within(1e-9));
        assertThat(grade.grade()).isEqualTo(Confidence.CONFIRMED);
    }

    @Test
    void weightHalvesWithEachHalfLife() {
        var versions = SupportedGrade.of(List.of(held(90)), 90, NOW);
        var commands = SupportedGrade.of(List.of(held(90)), 365, NOW);

        assertThat(versions.score()).isCloseTo((0.5 + 0.5) / (0.5 + 1), within(1e-9));
        assertThat(commands.score()).isCloseTo((Math.pow(0.5, 90.0 / 365) + 0.5) / (Math.pow(0.5, 90.0 / 365) + 1),
                within(1e-9));
    }

    @Test
    void contradictionsBringItDownToSuspected() {
        var grade = grade(held(3), contradicted(2), contradicted(1));

        assertThat(grade.score()).isLessThan(0.55);
        assertThat(grade.grade()).isEqualTo(Confidence.SUSPECTED);
    }

    @Test
    void aContradictionNewerThanTheLastHoldDisputesWhateverTheGrade() {
        var grade = grade(held(9), held(8), held(7), held(6), held(5), held(4), contradicted(1));

        assertThat(grade.grade()).isEqualTo(Confidence.CONFIRMED);
        assertThat(grade.disputed()).isTrue();
        assertThat(grade(contradicted(2), held(1)).disputed()).isFalse();
        assertThat(grade(contradicted(2)).disputed()).isTrue();
    }

    @Test
    void inconclusiveAndUnknownOutcomesOnlyCount() {
        var grade = grade(new Observation(Outcome.INCONCLUSIVE, NOW), new Observation(null, NOW));

        assertThat(grade.inconclusive()).isEqualTo(2);
        assertThat(grade.score()).isEqualTo(0.5);
        assertThat(grade.grade()).isEqualTo(Confidence.SUSPECTED);
    }

    @Test
    void anObservationAheadOfTheClockCountsAsNew() {
        assertThat(grade(held(-400)).score()).isCloseTo(0.75, within(1e-9));
    }

    private static SupportedGrade grade(Observation... observations) {
        return SupportedGrade.of(List.of(observations), 180, NOW);
    }

    private static Observation held(int daysAgo) {
        return new Observation(Outcome.HELD, NOW.minus(Duration.ofDays(daysAgo)));
    }

    private static Observation contradicted(int daysAgo) {
        return new Observation(Outcome.CONTRADICTED, NOW.minus(Duration.ofDays(daysAgo)));
    }
}
