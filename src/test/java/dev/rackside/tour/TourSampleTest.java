package dev.rackside.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TourSampleTest {

    @Test
    void sampleEndsOnTheLastWednesdayAfternoon() {
        var wednesday = Instant.parse("2026-11-25T15:00:00Z");

        assertThat(Tour.sampleUntil(wednesday)).isEqualTo(wednesday);
        assertThat(Tour.sampleUntil(Instant.parse("2026-11-27T21:10:12.5Z"))).isEqualTo(wednesday);
        assertThat(Tour.sampleUntil(Instant.parse("2026-12-02T14:59:59Z"))).isEqualTo(wednesday);
    }
}
