package dev.rackside.credential.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SleepWatchTest {

    private static final Duration LOOK = Duration.ofSeconds(15);

    private Instant wall = Instant.parse("2026-11-28T09:00:00Z");
    /** Near the end of what a long holds, as a real one may be. */
    private long nanos = Long.MAX_VALUE - 7;
    private final Clock clock = ((InstantSource) () -> wall).withZone(ZoneOffset.UTC);
    private final SleepWatch watch = new SleepWatch(clock, () -> nanos, Duration.ofMinutes(1));

    private boolean after(Duration onTheWall, Duration lived) {
        wall = wall.plus(onTheWall);
        nanos += lived.toNanos();
        return watch.slept();
    }

    @Test
    void timeThatPassesForBothIsNoSleep() {
        for (var look = 0; look < 10; look++) {
            assertThat(after(LOOK, LOOK)).isFalse();
        }
    }

    @Test
    void wallClockThatRanAheadIsSleepOnce() {
        assertThat(after(Duration.ofMinutes(30), LOOK)).isTrue();
        assertThat(after(LOOK, LOOK)).isFalse();
        assertThat(after(Duration.ofSeconds(26), LOOK)).as("a short nap").isTrue();
    }

    @Test
    void clockThatIsPutRightIsNoSleep() {
        assertThat(after(LOOK.plusSeconds(3), LOOK)).isFalse();
        assertThat(after(LOOK.minusHours(1), LOOK)).as("put back").isFalse();
        assertThat(after(LOOK, LOOK)).isFalse();
    }

    /** Some systems count sleep as lived: then nobody looked for longer than anybody awake would have. */
    @Test
    void looksThatAreTooFarApartAreSleep() {
        assertThat(after(Duration.ofMinutes(5), Duration.ofMinutes(5))).isTrue();
        assertThat(after(Duration.ofSeconds(45), Duration.ofSeconds(45))).as("a busy moment").isFalse();
    }
}
