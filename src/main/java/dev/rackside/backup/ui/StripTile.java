package dev.rackside.backup.ui;

import dev.rackside.backup.BackupRow;
import dev.rackside.backup.BackupSummary;
import dev.rackside.backup.Grade;
import dev.rackside.fx.Age;
import dev.rackside.fx.Badge;
import dev.rackside.text.Messages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the things that matter at the top of the list.
 *
 * @param headline what the eye sees first, with its meaning
 * @param note one line more
 * @param row the backup that it speaks of; null where there is none
 */
record StripTile(Kind kind, Badge headline, String note, @Nullable BackupRow row) {

    private static final Duration RECENT = Duration.ofDays(7);
    private static final Duration PROOF_HOLDS = Duration.ofDays(30);

    /** What a tile speaks of. */
    enum Kind {
        NEWEST, PROVED, FAILED, DUE;

        String caption() {
            return Messages.get("backup.strip." + name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** The tiles, in their order. Ages count by the server's clock. */
    static List<StripTile> of(BackupSummary summary) {
        var age = Age.by(Clock.fixed(summary.readAt(), ZoneOffset.UTC));
        return List.of(newest(summary, age), proved(summary, age), failed(summary), due(summary, age));
    }

    private static StripTile newest(BackupSummary summary, Age age) {
        var row = summary.newest();
        if (row == null) {
            return new StripTile(Kind.NEWEST, Badge.warn(Messages.get("backup.strip.none")),
                    Messages.get("backup.strip.none.note"), null);
        }
        var word = ago(age, row.startedAt());
        var badge = row.grade() == Grade.FAILED
                ? Badge.bad(Messages.get("backup.strip.newest.failed", word))
                : older(row, RECENT, summary.readAt())
                        ? Badge.warn(word)
                        : row.grade() == Grade.PROVED ? Badge.good(word) : Badge.rest(word);
        return new StripTile(Kind.NEWEST, badge, BackupBadges.inShort(row), row);
    }

    private static StripTile proved(BackupSummary summary, Age age) {
        var row = summary.newestProved();
        if (row == null) {
            return new StripTile(Kind.PROVED, Badge.warn(Messages.get("backup.strip.never")),
                    Messages.get("backup.strip.never.note"), null);
        }
        if (older(row, RECENT, summary.readAt())) {
            var word = Messages.get("backup.strip.not-since", days(row, summary.readAt()));
            return new StripTile(Kind.PROVED,
                    older(row, PROOF_HOLDS, summary.readAt()) ? Badge.bad(word) : Badge.warn(word),
                    BackupBadges.inShort(row), row);
        }
        return new StripTile(Kind.PROVED, Badge.good(ago(age, row.startedAt())), BackupBadges.inShort(row), row);
    }

    private static StripTile failed(BackupSummary summary) {
        var count = summary.failedLately();
        var days = BackupSummary.LATELY.toDays();
        return count == 0
                ? new StripTile(Kind.FAILED, Badge.good(Messages.get("backup.strip.failed.none")),
                        Messages.get("backup.strip.failed.days", days), null)
                : new StripTile(Kind.FAILED, Badge.bad(Messages.get("backup.strip.failed.count", count)),
                        Messages.get("backup.strip.failed.show", days), null);
    }

    private static StripTile due(BackupSummary summary, Age age) {
        var overdue = summary.overdue();
        if (!overdue.isEmpty()) {
            var first = overdue.getFirst();
            return new StripTile(Kind.DUE, Badge.bad(Messages.get("backup.strip.overdue", overdue.size())),
                    Messages.get("backup.strip.overdue.note", first.name(), age.text(first.nextRunAt())), null);
        }
        if (!summary.scheduled()) {
            return new StripTile(Kind.DUE, Badge.rest(Messages.get("backup.strip.unscheduled")),
                    Messages.get("backup.strip.unscheduled.note"), null);
        }
        return summary.schedules().stream()
                .filter(schedule -> schedule.enabled() && schedule.nextRunAt() != null).findFirst()
                .map(next -> new StripTile(Kind.DUE, Badge.good(Messages.get("backup.strip.in-time")),
                        Messages.get("backup.strip.next", next.name(), age.text(next.nextRunAt())), null))
                .orElseGet(() -> new StripTile(Kind.DUE, Badge.warn(Messages.get("backup.strip.unplanned")),
                        Messages.get("backup.strip.unplanned.note"), null));
    }

    private static boolean older(BackupRow row, Duration limit, Instant now) {
        return row.startedAt() == null || row.startedAt().plus(limit).isBefore(now);
    }

    private static long days(BackupRow row, Instant now) {
        return row.startedAt() == null ? 0 : Duration.between(row.startedAt(), now).toDays();
    }

    private static String ago(Age age, @Nullable Instant moment) {
        var text = age.text(moment);
        return text.equals(Messages.get("fx.age.now")) ? text : Messages.get("backup.strip.ago", text);
    }

    /** Whether pressing it shows something. */
    boolean leads() {
        return row != null || (kind == Kind.FAILED && headline.tone() == Badge.Tone.BAD);
    }

    /** Everything in one sentence, for a screen reader. */
    String spoken() {
        return kind.caption() + ": " + headline.word() + ". " + note;
    }
}
