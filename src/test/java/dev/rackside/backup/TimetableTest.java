package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {

    @Test
    void timesAreMeantInTheirOwnZone() {
        assertThat(next("0 30 2 * * *", "Europe/Berlin", "2026-11-27T21:00:00Z", 2))
                .containsExactly("2026-11-28T02:30+01:00", "2026-11-29T02:30+01:00");
        assertThat(next("0 0 3 * * SUN", "America/New_York", "2026-11-27T21:00:00Z", 1))
                .containsExactly("2026-11-29T03:00-05:00");
    }

    @Test
    void timeThatANightInSpringDoesNotHaveIsLeftOutThatNight() {
        assertThat(next("0 30 2 * * *", "Europe/Berlin", "2026-03-27T12:00:00Z", 2))
                .containsExactly("2026-03-28T02:30+01:00", "2026-03-30T02:30+02:00");
        assertThat(next("0 30 2 * * *", "America/New_York", "2026-03-07T12:00:00Z", 1))
                .containsExactly("2026-03-09T02:30-04:00");
    }

    @Test
    void timeThatANightInAutumnHasTwiceCountsOnce() {
        assertThat(next("0 30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
        assertThat(next("0 30 1 * * *", "America/New_York", "2026-10-31T12:00:00Z", 2))
                .containsExactly("2026-11-01T01:30-04:00", "2026-11-02T01:30-05:00");
    }

    @Test
    void secondTimeIsNotDueToWhoeverAsksBetweenTheTwo() {
        assertThat(next("0 30 2 * * *", "Europe/Berlin", "2026-10-25T00:45:00Z", 1))
                .containsExactly("2026-10-26T02:30+01:00");
        assertThat(next("0 30 1 * * *", "America/New_York", "2026-11-01T05:45:00Z", 1))
                .containsExactly("2026-11-02T01:30-05:00");
    }

    @Test
    void everyHourIsEveryHourOfThatNightToo() {
        assertThat(next("0 0 * * * *", "Europe/Berlin", "2026-10-24T23:30:00Z", 3)).containsExactly(
                "2026-10-25T02:00+02:00", "2026-10-25T02:00+01:00", "2026-10-25T03:00+01:00");
    }

    @Test
    void rareDaysAreNotTakenForImpossibleOnes() {
        assertThat(next("0 0 3 29 2 MON", "UTC", "2026-01-01T00:00:00Z", 1)).containsExactly("2044-02-29T03:00Z");
    }

    @Test
    void leapDayComesEveryFourYears() {
        assertThat(next("0 0 4 29 2 *", "UTC", "2026-01-01T00:00:00Z", 2)).containsExactly("2028-02-29T04:00Z",
                "2032-02-29T04:00Z");
    }

    @Test
    void lastDayOfTheMonthIsUnderstood() {
        assertThat(next("0 0 4 L * *", "UTC", "2027-02-01T00:00:00Z", 2))
                .containsExactly("2027-02-28T04:00Z", "2027-03-31T04:00Z");
    }

    @Test
    void dayThatNeverComesHasNoNext() {
        assertThat(next("0 0 0 30 2 *", "UTC", "2026-01-01T00:00:00Z", 1)).isEmpty();
    }

    @Test
    void whatIsNoExpressionSaysWhatIsWrong() {
        assertThat(Timetable.fault("0 99 2 * * *")).get().asString().contains("99");
        assertThat(Timetable.fault("0 30 2 * *")).get().asString().contains("5 parts");
        assertThat(Timetable.fault("")).isPresent();
        assertThat(Timetable.fault("0 30 2 * * *")).isEmpty();
        assertThat(Timetable.of("0 30 2 * * *", "Mars/Olympus Mons")).isEmpty();
        assertThat(Timetable.of("often", "UTC")).isEmpty();
    }

    @Test
    void expressionIsSaidInWords() {
        assertThat(Timetable.of("0 30 21 * * MON-FRI", "UTC").orElseThrow().words())
                .isEqualTo("at 21:30 every day between Monday and Friday");
        assertThat(Timetable.of("0 0 3 * * SUN", "UTC").orElseThrow().words()).isEqualTo("at 03:00 on Sunday");
        assertThat(Timetable.of("0 0 4 1,15 * *", "UTC").orElseThrow().words()).isEqualTo("at 04:00 on day 1 and 15");
        assertThat(Timetable.of("0 0 0 29 2 *", "UTC").orElseThrow().words())
                .isEqualTo("at 00:00 on day 29 in February");
    }

    private static List<String> next(String expression, String zone, String after, int most) {
        return Timetable.of(expression, zone).orElseThrow().next(Instant.parse(after), most).stream()
                .map(moment -> moment.atZone(ZoneId.of(zone)).toOffsetDateTime().toString()).toList();
    }
}
