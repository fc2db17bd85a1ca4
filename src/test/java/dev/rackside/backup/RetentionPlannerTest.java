package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.RetentionPlanner.Candidate;
import dev.rackside.backup.RetentionVerdict.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionPlannerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<ZoneId> ZONES = List.of(BERLIN, ZoneOffset.UTC, ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Kathmandu"), ZoneId.of("Pacific/Apia"), ZoneId.of("Australia/Lord_Howe"));

    @Test
    void withoutARuleAllIsKept() {
        var verdicts = plan(rule(null, null, null, null, null), days(40));
        assertThat(verdicts).noneMatch(RetentionVerdict::goes);
        assertThat(kinds(verdicts.getLast())).containsExactly(Kind.NO_RULE);
    }

    @Test
    void theNewestByCountAreKept() {
        var verdicts = plan(rule(7, null, null, null, null), days(10));
        assertThat(verdicts.stream().filter(RetentionVerdict::goes)).hasSize(3);
        assertThat(verdicts.subList(7, 10)).allSatisfy(each -> assertThat(kinds(each))
                .containsExactly(Kind.BEYOND_COUNT));
        assertThat(kinds(verdicts.get(1))).containsExactly(Kind.WITHIN_COUNT);
    }

    @Test
    void olderThanTheDaysGo() {
        var verdicts = plan(rule(null, 5, null, null, null), days(10));
        assertThat(verdicts.stream().filter(RetentionVerdict::goes)).hasSize(4);
        assertThat(kinds(verdicts.getLast())).containsExactly(Kind.TOO_OLD);
    }

    @Test
    void ofDaysWeeksAndMonthsTheNewestAreKeptAndTheRestGoes() {
        var verdicts = plan(rule(null, null, 3, 2, 2), days(80));
        var kept = verdicts.stream().filter(each -> !each.goes()).toList();
        assertThat(kept).extracting(each -> each.reasons().stream().map(RetentionVerdict.Reason::detail)
                .filter(detail -> !detail.isEmpty()).toList())
                .containsExactly(List.of("2026-11-22", "2026-W47", "2026-11"), List.of("2026-11-21"),
                        List.of("2026-11-20"), List.of("2026-W46"), List.of("2026-10"));
        assertThat(kinds(verdicts.getLast())).containsExactly(Kind.NO_PERIOD);
    }

    @Test
    void aMonthsBackupIsKeptWhateverTheLimitsSay() {
        var verdicts = plan(rule(5, 5, null, null, 12), days(80));
        assertThat(verdicts.stream().filter(each -> !each.goes())).hasSize(7);
    }

    @Test
    void f24TheLastVerifiedGoodOneIsKeptWhenAllNewerOnesAreBad() {
        var backups = new ArrayList<Candidate>();
        for (var day = 0; day < 200; day++) {
            backups.add(new Candidate(new UUID(0, day), NOW.minus(Duration.ofDays(day)), day < 150, day == 150));
        }
        for (var rule : List.of(rule(1, null, null, null, null), rule(null, 1, null, null, null),
                rule(3, 7, 2, 2, 2), rule(null, null, 1, null, null))) {
            var verdicts = plan(rule, backups).stream().collect(Collectors.toMap(RetentionVerdict::id, each -> each));
            assertThat(Objects.requireNonNull(verdicts.get(new UUID(0, 150))).goes()).isFalse();
            assertThat(kinds(Objects.requireNonNull(verdicts.get(new UUID(0, 150))))).contains(Kind.NEWEST_PROVED,
                    Kind.NEWEST_GOOD);
        }
    }

    @Test
    void badOnesTakeNobodysPlace() {
        var backups = new ArrayList<Candidate>();
        for (var day = 0; day < 6; day++) {
            backups.add(new Candidate(new UUID(0, day), NOW.minus(Duration.ofDays(day)), day % 2 == 0, false));
        }
        assertThat(plan(rule(2, null, null, null, null), backups).stream().filter(each -> !each.goes())
                .map(each -> each.id().getLeastSignificantBits())).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void f23OneThatIsReadStaysWithTheReason() {
        var verdicts = RetentionPlanner.plan(rule(1, null, null, null, null), days(3), NOW,
                id -> id.equals(new UUID(0, 2)));
        assertThat(verdicts.get(1).goes()).isTrue();
        assertThat(kinds(verdicts.get(2))).containsExactly(Kind.BUSY);
    }

    @Test
    void whatHasNoDateOrOneAheadIsKeptAndTakesNoPlace() {
        var backups = new ArrayList<>(days(3));
        backups.add(new Candidate(new UUID(9, 1), null, false, false));
        backups.add(new Candidate(new UUID(9, 2), NOW.plus(Duration.ofDays(900)), false, true));
        var verdicts = plan(rule(1, null, null, null, null), backups);
        assertThat(verdicts.stream().filter(each -> !each.goes()).flatMap(each -> kinds(each).stream()))
                .containsExactlyInAnyOrder(Kind.UNDATED, Kind.AHEAD, Kind.NEWEST, Kind.NEWEST_GOOD);
    }

    @Test
    void f20DaysBeginByTheZonesClocksWhereTheyChange() {
        // Clocks go back on 2026-10-25 at 03:00: the day has 25 hours, and 23:30 is the same day as 00:30.
        var first = ZonedDateTime.of(2026, 10, 25, 0, 30, 0, 0, BERLIN).toInstant();
        var last = ZonedDateTime.of(2026, 10, 25, 23, 30, 0, 0, BERLIN).toInstant();
        assertThat(Duration.between(first, last)).isEqualTo(Duration.ofHours(24));
        var backups = List.of(at(1, first), at(2, last), at(3, last.plus(Duration.ofHours(1))));
        var verdicts = plan(new RetentionRule(null, null, 5, null, null, BERLIN), backups);
        assertThat(verdicts.stream().filter(RetentionVerdict::goes).map(RetentionVerdict::id))
                .containsExactly(new UUID(0, 1));
        assertThat(plan(new RetentionRule(null, null, 5, null, null, ZoneOffset.UTC), backups).stream()
                .filter(RetentionVerdict::goes).map(RetentionVerdict::id)).containsExactly(new UUID(0, 2));
    }

    @Test
    void aWeekAtTheTurnOfTheYearIsOneWeek() {
        var backups = List.of(at(1, Instant.parse("2026-12-31T10:00:00Z")),
                at(2, Instant.parse("2027-01-02T10:00:00Z")),
                at(3, Instant.parse("2027-01-03T10:00:00Z")));
        var verdicts = RetentionPlanner.plan(rule(null, null, null, 4, null), backups,
                Instant.parse("2027-01-04T00:00:00Z"), _ -> false);
        assertThat(verdicts.stream().filter(each -> !each.goes())).hasSize(1);
        assertThat(verdicts.getFirst().reasons()).contains(new RetentionVerdict.Reason(Kind.WEEKLY, "2026-W53"));
    }

    /** What must hold for any rule and any backups, in any zone. */
    @Test
    void whateverTheRuleWhatMustNeverGoStays() {
        var random = new Random(20261122);
        for (var round = 0; round < 3000; round++) {
            var backups = some(random);
            var rule = new RetentionRule(maybe(random, 12), maybe(random, 60), maybe(random, 10), maybe(random, 8),
                    maybe(random, 6), ZONES.get(random.nextInt(ZONES.size())));
            var verdicts = plan(rule, backups);
            check(rule, backups, verdicts);
            Collections.shuffle(backups, random);
            assertThat(plan(rule, backups).stream().filter(each -> each.goes()).toList()).as("in any order")
                    .containsExactlyInAnyOrderElementsOf(verdicts.stream().filter(each -> each.goes()).toList());
        }
    }

    private static void check(RetentionRule rule, List<Candidate> backups, List<RetentionVerdict> verdicts) {
        assertThat(verdicts).hasSameSizeAs(backups).allSatisfy(each -> assertThat(each.reasons()).isNotEmpty());
        var byId = new HashMap<UUID, RetentionVerdict>();
        verdicts.forEach(each -> byId.put(each.id(), each));
        var newest = backups.stream().sorted(Comparator.comparing(Candidate::at).thenComparing(Candidate::id)
                .reversed()).toList();
        newest.stream().findFirst().ifPresent(each -> stays(byId, each));
        newest.stream().filter(each -> !each.bad()).findFirst().ifPresent(each -> stays(byId, each));
        newest.stream().filter(Candidate::proved).findFirst().ifPresent(each -> stays(byId, each));
        var good = newest.stream().filter(each -> !each.bad()).toList();
        if (rule.count() != null && rule.days() == null) {
            good.stream().limit(rule.count()).forEach(each -> stays(byId, each));
        }
        if (rule.daily() != null) {
            var seen = new HashMap<LocalDate, Candidate>();
            for (var each : good) {
                var day = LocalDate.ofInstant(each.at(), rule.zone());
                if (seen.size() < rule.daily() && seen.putIfAbsent(day, each) == null) {
                    stays(byId, each);
                }
            }
        }
        if (rule.keepsAll()) {
            assertThat(verdicts).noneMatch(RetentionVerdict::goes);
        }
    }

    private static void stays(Map<UUID, RetentionVerdict> verdicts, Candidate each) {
        assertThat(Objects.requireNonNull(verdicts.get(each.id())).goes()).as("%s", each).isFalse();
    }

    private static List<Candidate> some(Random random) {
        var backups = new ArrayList<Candidate>();
        var count = random.nextInt(60);
        for (var index = 0; index < count; index++) {
            var bad = random.nextInt(4) == 0;
            backups.add(new Candidate(new UUID(0, index), NOW.minusSeconds(random.nextInt(400 * 86_400)), bad,
                    !bad && random.nextInt(3) == 0));
        }
        return backups;
    }

    private static @Nullable Integer maybe(Random random, int most) {
        return random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(most));
    }

    private static RetentionRule rule(@Nullable Integer count, @Nullable Integer days, @Nullable Integer daily,
            @Nullable Integer weekly, @Nullable Integer monthly) {
        return new RetentionRule(count, days, daily, weekly, monthly, ZoneOffset.UTC);
    }

    private static List<RetentionVerdict> plan(RetentionRule rule, List<Candidate> backups) {
        return RetentionPlanner.plan(rule, backups, NOW, _ -> false);
    }

    private static List<Kind> kinds(RetentionVerdict verdict) {
        return verdict.reasons().stream().map(RetentionVerdict.Reason::kind).toList();
    }

    private static List<Candidate> days(int count) {
        var backups = new ArrayList<Candidate>();
        for (var day = 0; day < count; day++) {
            backups.add(at(day, NOW.minus(Duration.ofDays(day))));
        }
        return backups;
    }

    private static Candidate at(int id, Instant started) {
        return new Candidate(new UUID(0, id), started, false, false);
    }
}
