package dev.rackside.backup.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.BackupRow;
import dev.rackside.backup.BackupSummary;
import dev.rackside.backup.BackupType;
import dev.rackside.backup.VerifyLevel;
import dev.rackside.backup.Grade;
import dev.rackside.backup.ScheduleRow;
import dev.rackside.fx.Badge;
import dev.rackside.text.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StripTileTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void withoutBackupsItSaysSoPlainly() {
        assertThat(words(summary(null, null, 0, List.of()))).containsExactly("None yet", "Never proved", "None failed",
                "No schedule");
    }

    @Test
    void aRecentProofIsGoodAndAnOldOneCountsItsDays() {
        assertThat(tile(summary(row(3, Grade.PROVED), row(3, Grade.PROVED), 0, List.of()), 1).headline())
                .isEqualTo(Badge.good("3 h ago"));
        assertThat(tile(summary(row(3, Grade.READABLE), row(12 * 24, Grade.PROVED), 0, List.of()), 1).headline())
                .isEqualTo(Badge.warn("Not proved since 12 days"));
        assertThat(tile(summary(row(3, Grade.READABLE), row(60 * 24, Grade.PROVED), 0, List.of()), 1).headline())
                .isEqualTo(Badge.bad("Not proved since 60 days"));
    }

    @Test
    void theNewestShowsItsTypeAndSizeAndWhetherItsCheckFailed() {
        var tile = tile(summary(row(3, Grade.PASSED_ELSEWHERE), null, 0, List.of()), 0);
        assertThat(tile.headline()).isEqualTo(Badge.rest("3 h ago"));
        assertThat(tile.note()).isEqualTo("Daily, 2.0 KiB");
        assertThat(tile(summary(row(3, Grade.FAILED), null, 0, List.of()), 0).headline())
                .isEqualTo(Badge.bad("3 h ago, failed its check"));
    }

    @Test
    void failuresAreCountedAndLeadToTheList() {
        var tile = tile(summary(null, null, 2, List.of()), 2);
        assertThat(tile.headline()).isEqualTo(Badge.bad("2 failed"));
        assertThat(tile.leads()).isTrue();
        assertThat(tile(summary(null, null, 0, List.of()), 2).leads()).isFalse();
    }

    @Test
    void aScheduleIsOverdueOnlyAfterItsGrace() {
        assertThat(tile(summary(null, null, 0, List.of(schedule("Weekly", 90))), 3).note())
                .isEqualTo("Weekly was due 1 h ago");
        assertThat(tile(summary(null, null, 0, List.of(schedule("Weekly", -120))), 3).note())
                .isEqualTo("Weekly: in 2 h");
    }

    private static List<String> words(BackupSummary summary) {
        return StripTile.of(summary).stream().map(tile -> tile.headline().word()).toList();
    }

    private static StripTile tile(BackupSummary summary, int index) {
        return StripTile.of(summary).get(index);
    }

    private static BackupSummary summary(@Nullable BackupRow newest, @Nullable BackupRow proved, long failed,
            List<ScheduleRow> schedules) {
        return new BackupSummary(NOW, newest, proved, newest, failed, NOW.minus(BackupSummary.LATELY), schedules);
    }

    private static ScheduleRow schedule(String name, int dueMinutesAgo) {
        return new ScheduleRow(new UUID(0, 1), name, Coded.of(BackupType.WEEKLY), true, null,
                NOW.minus(Duration.ofMinutes(dueMinutesAgo)), 60, "0 0 3 * * SUN", "UTC",
                Coded.of(VerifyLevel.COMPARE), null);
    }

    private static BackupRow row(int hoursAgo, Grade grade) {
        var started = NOW.minus(Duration.ofHours(hoursAgo));
        return new BackupRow(new UUID(0, 2), Coded.of(BackupType.DAILY), started, started.plusSeconds(80),
                Duration.ofSeconds(80), 2048L, "mysqldump", Coded.of(dev.rackside.backup.BackupOutcome.SUCCEEDED),
                grade,
                null, null, null, "/b/a.sql", started);
    }
}
