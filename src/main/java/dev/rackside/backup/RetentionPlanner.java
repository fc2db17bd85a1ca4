package dev.rackside.backup;

import dev.rackside.backup.RetentionVerdict.Kind;
import dev.rackside.backup.RetentionVerdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which backups of a schedule are kept, and says why. The newest, the newest that isn't known to be bad and the
 * newest that is proved never go, nor does one that is being read. Bad ones take nobody's place: they count neither
 * towards the number that is kept nor as the newest of a day.
 */
final class RetentionPlanner {

    /** Clocks are apart by less. */
    private static final Duration AHEAD = Duration.ofHours(1);

    private final RetentionRule rule;
    private final Instant now;
    private final Predicate<UUID> busy;
    private final Map<UUID, List<Reason>> keep = new HashMap<>();

    private RetentionPlanner(RetentionRule rule, Instant now, Predicate<UUID> busy) {
        this.rule = rule;
        this.now = now;
        this.busy = busy;
    }

    /**
     * A backup whose file is there.
     *
     * @param bad its verification failed, or it holds so much less than before that nobody knows yet
     * @param proved it was restored and compared
     */
    record Candidate(UUID id, @Nullable Instant startedAt, boolean bad, boolean proved) {

        Instant at() {
            return Objects.requireNonNull(startedAt);
        }
    }

    /**
     * @param backups of one schedule, in any order
     * @param now by the server's clock
     * @param busy whether somebody reads the file; asked only of what would go
     * @return a verdict on each, the newest first
     */
    static List<RetentionVerdict> plan(RetentionRule rule, List<Candidate> backups, Instant now,
            Predicate<UUID> busy) {
        return new RetentionPlanner(rule, now, busy).plan(backups);
    }

    private List<RetentionVerdict> plan(List<Candidate> backups) {
        var verdicts = new ArrayList<RetentionVerdict>();
        var dated = new ArrayList<Candidate>();
        for (var each : backups) {
            if (each.startedAt() == null) {
                verdicts.add(RetentionVerdict.kept(each.id(), List.of(Reason.of(Kind.UNDATED))));
            } else if (each.startedAt().isAfter(now.plus(AHEAD))) {
                verdicts.add(RetentionVerdict.kept(each.id(), List.of(Reason.of(Kind.AHEAD))));
            } else {
                dated.add(each);
            }
        }
        dated.sort(Comparator.comparing(Candidate::at).thenComparing(Candidate::id).reversed());
        protect(dated);
        var good = dated.stream().filter(each -> !each.bad()).toList();
        periods(good, rule.daily(), Kind.DAILY, this::day, LocalDate::toString);
        periods(good, rule.weekly(), Kind.WEEKLY, this::week, week -> week);
        periods(good, rule.monthly(), Kind.MONTHLY, each -> YearMonth.from(day(each)), YearMonth::toString);
        var newer = 0;
        for (var each : dated) {
            verdicts.add(verdict(each, newer));
            newer += each.bad() ? 0 : 1;
        }
        return verdicts;
    }

    /** What never goes. */
    private void protect(List<Candidate> dated) {
        dated.stream().findFirst().ifPresent(each -> because(each, Reason.of(Kind.NEWEST)));
        dated.stream().filter(each -> !each.bad()).findFirst()
                .ifPresent(each -> because(each, Reason.of(Kind.NEWEST_GOOD)));
        dated.stream().filter(Candidate::proved).findFirst()
                .ifPresent(each -> because(each, Reason.of(Kind.NEWEST_PROVED)));
    }

    private void because(Candidate each, Reason reason) {
        keep.computeIfAbsent(each.id(), _ -> new ArrayList<>()).add(reason);
    }

    /** The newest of each of the newest periods that have one. */
    private <P> void periods(List<Candidate> good, @Nullable Integer count, Kind kind, Function<Candidate, P> period,
            Function<P, String> words) {
        var seen = new HashSet<P>();
        for (var each : good) {
            var its = period.apply(each);
            if (count != null && seen.size() < count && seen.add(its)) {
                because(each, new Reason(kind, words.apply(its)));
            }
        }
    }

    private LocalDate day(Candidate each) {
        return LocalDate.ofInstant(each.at(), rule.zone());
    }

    /** "2026-W48", which begins on a Monday and belongs to the year of its Thursday. */
    private String week(Candidate each) {
        var day = day(each);
        return String.format(Locale.ROOT, "%d-W%02d", day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** @param newer how many good ones are newer */
    private RetentionVerdict verdict(Candidate each, int newer) {
        var kept = keep.getOrDefault(each.id(), List.of());
        if (!kept.isEmpty()) {
            return RetentionVerdict.kept(each.id(), kept);
        }
        var goes = against(each, newer);
        if (goes.isEmpty()) {
            return RetentionVerdict.kept(each.id(), within(newer));
        }
        return busy.test(each.id())
                ? RetentionVerdict.kept(each.id(), List.of(Reason.of(Kind.BUSY)))
                : new RetentionVerdict(each.id(), true, List.copyOf(goes));
    }

    private List<Reason> against(Candidate each, int newer) {
        var goes = new ArrayList<Reason>();
        var count = rule.count();
        var days = rule.days();
        if (count != null && newer >= count) {
            goes.add(new Reason(Kind.BEYOND_COUNT, count.toString()));
        }
        if (days != null && each.at().isBefore(now.atZone(rule.zone()).minusDays(days).toInstant())) {
            goes.add(new Reason(Kind.TOO_OLD, days.toString()));
        }
        if (rule.hasPeriods() && (rule.hasLimits() ? !goes.isEmpty() : newer > 0)) {
            goes.add(Reason.of(Kind.NO_PERIOD));
        }
        return goes;
    }

    private List<Reason> within(int newer) {
        if (rule.keepsAll()) {
            return List.of(Reason.of(Kind.NO_RULE));
        }
        var reasons = new ArrayList<Reason>();
        if (rule.count() != null) {
            reasons.add(new Reason(Kind.WITHIN_COUNT, rule.count().toString()));
        }
        if (rule.days() != null) {
            reasons.add(new Reason(Kind.WITHIN_DAYS, rule.days().toString()));
        }
        if (reasons.isEmpty() && newer == 0) {
            reasons.add(Reason.of(Kind.NEWER_THAN_GOOD));
        }
        return reasons;
    }
}
