package dev.rackside.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.insight.Outcome;
import dev.rackside.insight.SupportedGrade.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void theOldestStandsAtTheLeftAndNowAtTheRight() {
        var timeline = Timeline.of(List.of(ago(Outcome.HELD, 0), ago(Outcome.CONTRADICTED, 50), ago(Outcome.HELD, 100)),
                NOW, 11);

        assertThat(timeline.from()).isEqualTo(NOW.minus(Duration.ofDays(100)));
        assertThat(timeline.marks()).extracting(Timeline.Mark::outcome).containsExactly(Outcome.HELD, Outcome.HELD,
                Outcome.CONTRADICTED);
        assertThat(timeline.marks()).extracting(Timeline.Mark::place).containsExactly(0.0, 1.0, 0.5);
    }

    @Test
    void whatFallsTogetherIsCountedWithItsSpan() {
        var timeline = Timeline.of(List.of(ago(Outcome.HELD, 100), ago(Outcome.HELD, 99), ago(null, 98)), NOW, 10);

        assertThat(timeline.marks()).hasSize(2).first().satisfies(mark -> {
            assertThat(mark.count()).isEqualTo(2);
            assertThat(mark.place()).isZero();
            assertThat(mark.first()).isEqualTo(NOW.minus(Duration.ofDays(100)));
            assertThat(mark.last()).isEqualTo(NOW.minus(Duration.ofDays(99)));
        });
        assertThat(timeline.marks().getLast().outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void oneObservationOfThisMomentAndNoneAtAllAreNoDivisionByZero() {
        assertThat(Timeline.of(List.of(ago(Outcome.HELD, 0)), NOW, 10).marks()).singleElement()
                .extracting(Timeline.Mark::place).isEqualTo(1.0);
        assertThat(Timeline.of(List.of(), NOW, 10).marks()).isEmpty();
        assertThat(Timeline.of(List.of(ago(Outcome.HELD, -1)), NOW, 10).to())
                .as("a clock that was ahead").isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    private static Observation ago(@Nullable Outcome outcome, int days) {
        return new Observation(outcome, NOW.minus(Duration.ofDays(days)));
    }
}
