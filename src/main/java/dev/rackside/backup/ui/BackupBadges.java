package dev.rackside.backup.ui;

import dev.rackside.backup.BackupOutcome;
import dev.rackside.backup.BackupRow;
import dev.rackside.backup.BackupType;
import dev.rackside.backup.BackupWords;
import dev.rackside.backup.Grade;
import dev.rackside.fx.Badge;
import dev.rackside.fx.Bytes;
import dev.rackside.fx.Spans;
import dev.rackside.fx.Zones;
import dev.rackside.text.Coded;
import dev.rackside.text.Messages;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a backup is shown: words, and what their colour means. */
final class BackupBadges {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private BackupBadges() {
    }

    static Badge grade(Grade grade) {
        var word = BackupWords.grade(grade);
        return switch (grade) {
            case PROVED -> Badge.good(word);
            case FAILED -> Badge.bad(word);
            case UNCLEAR -> Badge.warn(word);
            case NOT_VERIFIED, INTACT, READABLE, RESTORED, PASSED_ELSEWHERE -> Badge.rest(word);
        };
    }

    static Badge outcome(Coded<BackupOutcome> outcome) {
        var word = BackupWords.outcome(outcome);
        if (outcome.odd()) {
            return Badge.warn(word);
        }
        return switch (outcome.known()) {
            case SUCCEEDED -> Badge.good(word);
            case FAILED -> Badge.bad(word);
            case ABANDONED -> Badge.warn(word);
            case RUNNING -> Badge.info(word);
            case null -> Badge.rest(word);
        };
    }

    /** A type's mark where its text isn't one that the rule allows; null where all is well. */
    static @Nullable Badge oddType(Coded<BackupType> type) {
        return type.odd() || type.text() == null
                ? Badge.warn(BackupWords.type(type))
                        .explained(() -> Messages.get("backup.odd", String.valueOf(type.text())))
                : null;
    }

    /** "2026-11-20 02:00", in local time. */
    static String minute(@Nullable Instant moment) {
        return moment == null ? "" : MINUTE.format(moment.atZone(Zones.shown()));
    }

    /** "1 min 20 s"; says so where the row ends before it began; null where it isn't known. */
    static @Nullable String duration(BackupRow row) {
        var span = row.duration();
        return span == null ? null : span.isNegative() ? Messages.get("backup.ends-before-start") : Spans.text(span);
    }

    /** "171.8 MiB"; null where the row has no size. */
    static @Nullable String size(BackupRow row) {
        var bytes = row.sizeBytes();
        return bytes == null ? null : bytes < 0 ? Messages.get("backup.odd-size", bytes.toString()) : Bytes.text(bytes);
    }

    /** "msp_tracking on db01.msp.test"; whatever of it is known. */
    static @Nullable String source(BackupRow row) {
        if (row.databaseName() != null && row.host() != null) {
            return Messages.get("backup.source", row.databaseName(), row.host());
        }
        return row.databaseName() != null ? row.databaseName() : row.host();
    }

    /** "Daily, 171.8 MiB". */
    static String inShort(BackupRow row) {
        return Stream.of(BackupWords.type(row.type()), size(row)).filter(java.util.Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** "Daily backup of 2026-11-20 02:00". */
    static String title(BackupRow row) {
        return row.startedAt() == null
                ? Messages.get("backup.title.undated", BackupWords.type(row.type()))
                : Messages.get("backup.title", BackupWords.type(row.type()), minute(row.startedAt()));
    }
}
