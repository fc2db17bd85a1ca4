package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.db.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupReportsTest {

    private static final String PROVED = "{\"level\": \"compare\", \"duration_ms\": 94000, \"tables\": "
            + "[{\"name\": \"clients\", \"rows_expected\": 400, \"rows_found\": 400, \"checksum_equal\": true}]}";

    private static TestDatabase test;
    private static BackupReports reports;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("backup_reports", List.of(BackupService.ENTITIES));
        reports = new BackupReports(test.database());
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void empty() {
        test.outside("DELETE FROM backup_log");
    }

    @Test
    void withoutBackupsTheMonthsAreThereAndEmpty() {
        var history = reports.history(ZoneOffset.UTC);
        assertThat(history.days()).isEmpty();
        assertThat(history.anomalies()).isEmpty();
        assertThat(history.restoreTook()).isNull();
        assertThat(history.from()).isEqualTo(history.to().minusMonths(12).plusDays(1));
    }

    @Test
    void aDayHasItsWorstAndItsBest() {
        var day = LocalDate.now(ZoneOffset.UTC).minusDays(20);
        add(day + " 01:00:00", 10, 1000, "passed", PROVED, "succeeded");
        add(day + " 05:00:00", 30, 3000, "not_verified", null, "succeeded");
        add(day + " 09:00:00", 90, 9000, "not_verified", null, "failed");
        add(day + " 10:00:00", 90, 9000, "not_verified", null, "running");
        var found = reports.history(ZoneOffset.UTC).on(day).orElseThrow();
        assertThat(found).isEqualTo(new BackupDay(day, 3, 1, Grade.FAILED, Grade.PROVED, 3000L,
                Duration.ofSeconds(30)));
    }

    @Test
    void aDayBeginsByTheClocksOfTheZone() {
        var day = LocalDate.now(ZoneOffset.UTC).minusDays(20);
        add(day + " 18:20:00", 10, 1000, "passed", PROVED, "succeeded");
        assertThat(reports.history(ZoneId.of("Asia/Kathmandu")).days()).extracting(BackupDay::day)
                .containsExactly(day.plusDays(1));
        assertThat(reports.history(ZoneId.of("Asia/Kolkata")).days()).extracting(BackupDay::day)
                .containsExactly(day);
        assertThat(reports.history(ZoneId.of("America/Los_Angeles")).days()).extracting(BackupDay::day)
                .containsExactly(day);
    }

    @Test
    void theRestoreTimeIsTheNewestProvedOnes() {
        add(Instant.now().minusSeconds(7200).toString().replace("T", " ").substring(0, 19), 10, 1000, "passed",
                PROVED, "succeeded");
        assertThat(reports.history(ZoneOffset.UTC).restoreTook()).isEqualTo(Duration.ofSeconds(94));
    }

    @Test
    void whatIsUnlikeTheBackupBeforeIsSaidForTwoWeeks() {
        var today = LocalDate.now(ZoneOffset.UTC);
        add(today.minusDays(40) + " 01:00:00", 10, 9000, "passed", PROVED, "succeeded");
        add(today.minusDays(39) + " 01:00:00", 10, 1000, "passed", PROVED, "succeeded");
        add(today.minusDays(3) + " 01:00:00", 10, 1100, "passed", PROVED, "succeeded");
        add(today.minusDays(2) + " 01:00:00", 10, 900, "passed", PROVED.replace("400", "200"), "succeeded");
        add(today.minusDays(1) + " 01:00:00", 10, 1, "not_verified", null, "failed");
        assertThat(reports.history(ZoneOffset.UTC).anomalies()).extracting(Anomaly::kind)
                .containsExactly(Anomaly.Kind.FEWER_ROWS);
    }

    @Test
    void thousandsOfBackupsAreReadInAMoment() {
        test.outside("INSERT INTO backup_log (id, backup_type, file_path, file_size_bytes, backup_started_at, "
                + "backup_completed_at, verification_status, verification_details, outcome) SELECT uuid(), 'daily', "
                + "concat('/b/', seq), 1000 + seq, utc_timestamp(6) - INTERVAL seq HOUR, "
                + "utc_timestamp(6) - INTERVAL seq HOUR + INTERVAL 9 SECOND, 'passed', '" + PROVED
                + "', 'succeeded' FROM seq_1_to_8000");
        reports.history(ZoneOffset.UTC);
        var begun = System.nanoTime();
        var history = reports.history(ZoneOffset.UTC);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(history.days()).hasSizeGreaterThan(330);
    }

    private static void add(String started, int seconds, long bytes, String status, @Nullable String details,
            String outcome) {
        test.outside("INSERT INTO backup_log (id, backup_type, file_path, file_size_bytes, backup_started_at, "
                + "backup_completed_at, verification_status, verification_details, outcome) VALUES (uuid(), 'daily', "
                + "'/b', " + bytes + ", '" + started + "', '" + started + "' + INTERVAL " + seconds + " SECOND, '"
                + status + "', " + (details == null ? "NULL" : "'" + details + "'") + ", '" + outcome + "')");
    }
}
