package dev.rackside.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.Watch.Pace;
import dev.rackside.backup.Watch.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceWatchTest {

    private static final long MIB = 1024 * 1024;

    @Test
    void everyStageIsSaidWithWhatIsKnownOfIt() {
        assertThat(PaceWatch.words(new Pace(Stage.DUMP, 12 * MIB, 40 * MIB, 14, 27), Duration.ofSeconds(20)))
                .isEqualTo("dumping, 12.0 MiB of about 40.0 MiB, table 14 of 27, 20 s left");
        assertThat(PaceWatch.words(new Pace(Stage.COMPARE, 0, 0, 3, 27), null)).isEqualTo("comparing, table 3 of 27");
        for (var stage : Stage.values()) {
            assertThat(PaceWatch.words(new Pace(stage, 0, 0, 0, 0), null)).isNotBlank();
        }
    }

    @Test
    void whatWasGuessedTooSmallIsNeverSurpassed() {
        assertThat(PaceWatch.words(new Pace(Stage.DUMP, 50 * MIB, 40 * MIB, 30, 27), null))
                .isEqualTo("dumping, 50.0 MiB of about 50.0 MiB, table 30 of 30");
    }

    @Test
    void theTimeLeftIsKnownOnceItHasGoneOnForAMoment() {
        var quarter = new Pace(Stage.DUMP, 10 * MIB, 40 * MIB, 1, 2);
        assertThat(PaceWatch.left(quarter, Duration.ofSeconds(1))).isNull();
        assertThat(PaceWatch.left(quarter, Duration.ofSeconds(5))).isEqualTo(Duration.ofSeconds(15));
        assertThat(PaceWatch.left(new Pace(Stage.DUMP, 0, 0, 1, 0), Duration.ofSeconds(9))).isNull();
    }
}
