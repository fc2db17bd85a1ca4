package dev.rackside.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.fx.Timeline.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private static final List<String> LANES = List.of("held", "contradicted", "inconclusive");

    @Test
    void theOldestStandsAtTheLeftAndNowAtTheRight() {
        var timeline = Timeline.of(LANES, List.of(ago("held", 0), ago("contradicted", 50), ago("held", 100)),
                NOW, 11);

        assertThat(timeline.from()).isEqualTo(NOW.minus(Duration.ofDays(100)));
        assertThat(timeline.marks()).extracting(Timeline.Mark::lane).containsExactly("held", "held",
                "contradicted");
        assertThat(timeline.marks()).extracting(Timeline.Mark::place).containsExactly(0.0, 1.0, 0.5);
    }

    @Test
    void whatFallsTogetherIsCountedWithItsSpan() {
        var timeline = Timeline.of(LANES, List.of(ago("held", 100), ago("held", 99), ago("inconclusive", 98)), NOW, 10);

        assertThat(timeline.marks()).hasSize(2).first().satisfies(mark -> {
            assertThat(mark.count()).isEqualTo(2);
            assertThat(mark.place()).isZero();
            assertThat(mark.first()).isEqualTo(NOW.minus(Duration.ofDays(100)));
            assertThat(mark.last()).isEqualTo(NOW.minus(Duration.ofDays(99)));
        });
        assertThat(timeline.marks().getLast().lane()).isEqualTo("inconclusive");
    }

    @Test
    void oneObservationOfThisMomentAndNoneAtAllAreNoDivisionByZero() {
        assertThat(Timeline.of(LANES, List.of(ago("held", 0)), NOW, 10).marks()).singleElement()
                .extracting(Timeline.Mark::place).isEqualTo(1.0);
        assertThat(Timeline.of(LANES, List.of(), NOW, 10).marks()).isEmpty();
        assertThat(Timeline.of(LANES, List.of(ago("held", -1)), NOW, 10).to())
                .as("a clock that was ahead").isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    private static Moment<String> ago(String lane, int days) {
        return new Moment<>(lane, NOW.minus(Duration.ofDays(days)));
    }
}
