package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.BackupHealth.Light;
import dev.rackside.db.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupSummaryTest {

    private static TestDatabase test;
    private static BackupService backups;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("backup_summary", List.of(BackupService.ENTITIES));
        backups = new BackupService(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM backup_log", "DELETE FROM backup_schedules");
    }

    @Test
    void withoutBackupsThereIsNothingToRelyOn() {
        var summary = backups.summary();
        assertThat(summary.newest()).isNull();
        assertThat(summary.newestProved()).isNull();
        assertThat(summary.scheduled()).isFalse();
        assertThat(backups.health().light()).isEqualTo(Light.AMBER);
    }

    @Test
    void gzipProvesNothing() {
        add("1", 30, "passed", "{\"method\": \"gzip -t\"}", "NULL");
        var summary = backups.summary();
        assertThat(Objects.requireNonNull(summary.newest()).grade()).isEqualTo(Grade.PASSED_ELSEWHERE);
        assertThat(summary.newestProved()).isNull();
        assertThat(backups.health()).isEqualTo(new BackupHealth(Light.AMBER, "No backup was ever proved."));
    }

    @Test
    void aRecentProofIsGreenAndAnOldOneAmber() {
        add("1", 60, "passed", "{\"level\": \"compare\"}", "'succeeded'");
        assertThat(backups.health().light()).isEqualTo(Light.GREEN);
        test.outside("UPDATE backup_log SET backup_started_at = utc_timestamp(6) - INTERVAL 40 DAY");
        add("2", 90, "not_verified", null, "'succeeded'");
        assertThat(backups.health())
                .isEqualTo(new BackupHealth(Light.AMBER, "No backup was proved since 40 days."));
    }

    @Test
    void theLastRunThatFailedIsRedAndCountedButNotTheNewestBackup() {
        add("1", 600, "passed", "{\"level\": \"compare\"}", "'succeeded'");
        add("2", 60, "not_verified", null, "'failed'");
        add("3", 1, "not_verified", null, "'running'");
        var summary = backups.summary();
        assertThat(Objects.requireNonNull(summary.newest()).filePath()).isEqualTo("/1");
        assertThat(summary.failedLately()).isEqualTo(1);
        assertThat(backups.list(BackupFilter.ALL.failedSince(summary.failedSince())).count()).isEqualTo(1);
        assertThat(backups.health().light()).isEqualTo(Light.RED);
    }

    @Test
    void anOldBackupIsRed() {
        add("1", 60 * 24 * 8, "passed", "{\"level\": \"compare\"}", "'succeeded'");
        assertThat(backups.health()).isEqualTo(new BackupHealth(Light.RED, "There is no backup from the last 7 days."));
    }

    @Test
    void aScheduleIsOverdueAfterItsOwnTimeByTheServersClockUnlessItIsOff() {
        add("1", 60, "passed", "{\"level\": \"compare\"}", "'succeeded'");
        schedule("late", 61, 60, true);
        schedule("in time", 50, 60, true);
        schedule("off", 600, 60, false);
        assertThat(backups.summary().overdue()).extracting(ScheduleRow::name).containsExactly("late");
        assertThat(backups.health()).isEqualTo(new BackupHealth(Light.AMBER, "late is overdue."));
    }

    @Test
    void aClockThatRanAheadMakesNoBackupTheNewest() {
        add("1", 60, "not_verified", null, "'succeeded'");
        add("2", -60 * 24 * 900, "not_verified", null, "'succeeded'");
        assertThat(Objects.requireNonNull(backups.summary().newest()).filePath()).isEqualTo("/1");
    }

    private static void add(String name, long minutesAgo, String status,
            @org.jspecify.annotations.Nullable String details,
            String outcome) {
        test.outside("INSERT INTO backup_log (id, backup_type, file_path, backup_started_at, backup_completed_at, "
                + "verification_status, verification_details, outcome) VALUES (uuid(), 'daily', '/" + name
                + "', utc_timestamp(6) - INTERVAL " + minutesAgo + " MINUTE, "
                + ("'running'".equals(outcome) ? "NULL" : "utc_timestamp(6) - INTERVAL " + (minutesAgo - 1) + " MINUTE")
                + ", '" + status + "', " + (details == null ? "NULL" : "'" + details + "'") + ", " + outcome + ")");
    }

    private static void schedule(String name, int dueMinutesAgo, int missedAfter, boolean enabled) {
        test.outside("INSERT INTO backup_schedules (id, name, backup_type, cron_expression, time_zone, "
                + "target_directory, is_enabled, next_run_at, missed_after_minutes) VALUES (uuid(), '" + name
                + "', 'daily', '0 0 2 * * *', 'UTC', '/b', " + enabled + ", utc_timestamp(6) - INTERVAL "
                + dueMinutesAgo
                + " MINUTE, " + missedAfter + ")");
    }
}
