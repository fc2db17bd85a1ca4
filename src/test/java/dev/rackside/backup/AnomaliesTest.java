package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.Anomalies.Figures;
import dev.rackside.backup.Anomaly.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnomaliesTest {

    private static final Instant START = Instant.parse("2026-11-01T02:00:00Z");

    @Test
    void halfTheRowsIsSaidAndOneMoreIsNot() {
        assertThat(kinds(at(1, 1000L, 5000L, 20), at(2, 500L, 4900L, 20))).containsExactly(Kind.FEWER_ROWS);
        assertThat(kinds(at(1, 1000L, 5000L, 20), at(2, 501L, 4900L, 20))).isEmpty();
    }

    @Test
    void rowsAreComparedWithTheLastThatWereCounted() {
        assertThat(kinds(at(1, 1000L, 5000L, 20), at(2, null, 4900L, 20), at(3, 100L, 4800L, 20)))
                .containsExactly(Kind.FEWER_ROWS);
    }

    @Test
    void halfTheBytesIsSaidAndOneMoreIsNot() {
        assertThat(kinds(at(1, null, 5000L, 20), at(2, null, 2500L, 20))).containsExactly(Kind.SMALLER);
        assertThat(kinds(at(1, null, 5000L, 20), at(2, null, 2501L, 20))).isEmpty();
        assertThat(kinds(at(1, null, 5000L, 20), at(2, null, 0L, 20))).containsExactly(Kind.SMALLER);
    }

    @Test
    void theVerySameSizeIsSaid() {
        assertThat(kinds(at(1, null, 5000L, 20), at(2, null, 5000L, 20))).containsExactly(Kind.SAME_SIZE);
        assertThat(kinds(at(1, null, 5000L, 20), at(2, null, 5001L, 20))).isEmpty();
    }

    @Test
    void slowerByHalfIsSaidFromTenSecondsOn() {
        assertThat(kinds(at(1, null, null, 20), at(2, null, null, 30))).containsExactly(Kind.SLOWER);
        assertThat(kinds(at(1, null, null, 20), at(2, null, null, 29))).isEmpty();
        assertThat(kinds(at(1, null, null, 2), at(2, null, null, 9))).isEmpty();
    }

    @Test
    void theNewestComesFirstWhateverTheOrder() {
        var found = Anomalies.of(List.of(at(3, null, 100L, 1), at(1, null, 900L, 1), at(2, null, 300L, 1)));
        assertThat(found).extracting(Anomaly::startedAt).containsExactly(START.plus(Duration.ofDays(3)),
                START.plus(Duration.ofDays(2)));
        assertThat(found.getFirst().was()).isEqualTo(300);
        assertThat(found.getFirst().is()).isEqualTo(100);
    }

    @Test
    void backupsOfAnotherSourceAreNotCompared() {
        var other = new Figures(new UUID(0, 9), START.plus(Duration.ofDays(2)), "elsewhere", 1L, 1L, null);
        assertThat(kinds(at(1, 1000L, 5000L, 20), other)).isEmpty();
    }

    @Test
    void whatIsNotKnownIsNotCompared() {
        assertThat(kinds(at(1, null, null, -5), at(2, null, null, 500), at(3, 0L, 0L, 1), at(4, 0L, 0L, 1)))
                .isEmpty();
    }

    private static List<Kind> kinds(Figures... figures) {
        var mixed = new ArrayList<>(List.of(figures));
        return Anomalies.of(mixed).stream().map(Anomaly::kind).toList();
    }

    private static Figures at(int day, @Nullable Long rows, @Nullable Long bytes, int seconds) {
        return new Figures(new UUID(0, day), START.plus(Duration.ofDays(day)), "msp_tracking on db01", rows, bytes,
                Duration.ofSeconds(seconds));
    }
}
