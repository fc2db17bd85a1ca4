package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.BackupAlert.Kind;
import dev.rackside.text.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackupAlertsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final String DUE = "schedule:" + new UUID(0, 1) + ":2026-11-22T10:30:00Z";

    private final BackupAlerts alerts = new BackupAlerts();

    @Test
    void whatFailedBeforeTheWindowWasOpenedIsToldOnce() {
        var failed = summary(run(1, BackupOutcome.FAILED, Grade.NOT_VERIFIED, "disk_full"), 3, List.of());
        assertThat(alerts.next(failed)).containsExactly(
                new BackupAlert(Kind.FAILED, subject(1), "The last backup (Daily) failed. The disk was full."));
        assertThat(alerts.next(failed)).isEmpty();
    }

    @Test
    void oldFailuresThatAGoodBackupFollowedAreSilent() {
        assertThat(alerts.next(summary(good(1), 3, List.of()))).isEmpty();
    }

    @Test
    void theNextFailureIsToldToo() {
        alerts.next(summary(run(1, BackupOutcome.FAILED, Grade.NOT_VERIFIED, null), 1, List.of()));
        assertThat(alerts.next(summary(run(2, BackupOutcome.ABANDONED, Grade.NOT_VERIFIED, null), 2, List.of())))
                .extracting(BackupAlert::sentence).containsExactly("The last backup (Daily) failed.");
    }

    @Test
    void aProofThatFailsIsCalledOne() {
        alerts.next(summary(good(1), 0, List.of()));
        assertThat(alerts.next(summary(run(1, BackupOutcome.SUCCEEDED, Grade.FAILED, "hash_differs"), 1, List.of())))
                .extracting(BackupAlert::sentence).containsExactly(
                        "The proof of the last backup (Daily) failed. The file is not the one that was written.");
    }

    @Test
    void theProofOfAnOlderOneThatFailsIsTold() {
        alerts.next(summary(good(9), 1, List.of()));
        assertThat(alerts.next(summary(good(9), 3, List.of()))).containsExactly(
                new BackupAlert(Kind.FAILED, "failures:3", "2 backups or their proofs failed."));
    }

    @Test
    void whenItComesBackItIsSaid() {
        alerts.next(summary(run(1, BackupOutcome.FAILED, Grade.NOT_VERIFIED, null), 1, List.of()));
        assertThat(alerts.next(summary(good(2), 1, List.of()))).containsExactly(new BackupAlert(Kind.BACK, subject(1),
                "Backups are back: the last one (Daily) succeeded. Its verification: Proved."));
        assertThat(alerts.next(summary(good(3), 1, List.of()))).isEmpty();
    }

    @Test
    void overdueIsToldOnceAndSoIsThatItCame() {
        assertThat(alerts.next(summary(good(1), 0, List.of(schedule(true, 90))))).containsExactly(
                new BackupAlert(Kind.OVERDUE, DUE, "Nightly is overdue: no backup came in time."));
        assertThat(alerts.next(summary(good(1), 0, List.of(schedule(true, 95))))).isEmpty();
        assertThat(alerts.next(summary(good(2), 0, List.of(schedule(true, -500))))).containsExactly(
                new BackupAlert(Kind.BACK, DUE, "Nightly is in time again."));
    }

    @Test
    void aScheduleThatIsSwitchedOffDidNotComeBack() {
        alerts.next(summary(good(1), 0, List.of(schedule(true, 90))));
        assertThat(alerts.next(summary(good(1), 0, List.of(schedule(false, 90))))).isEmpty();
    }

    private static String subject(int backup) {
        return "backup:" + new UUID(0, backup);
    }

    private static BackupSummary summary(@Nullable BackupRow last, long failed, List<ScheduleRow> schedules) {
        return new BackupSummary(NOW, last, null, last, failed, NOW.minus(BackupSummary.LATELY), schedules);
    }

    private static BackupRow good(int id) {
        return run(id, BackupOutcome.SUCCEEDED, Grade.PROVED, null);
    }

    private static BackupRow run(int id, BackupOutcome outcome, Grade grade, @Nullable String reason) {
        return new BackupRow(new UUID(0, id), Coded.of(BackupType.DAILY), NOW, NOW, Duration.ZERO, 1L, "mariadb-dump",
                Coded.of(outcome), grade, reason, null, null, "/b", NOW);
    }

    private static ScheduleRow schedule(boolean enabled, int dueMinutesAgo) {
        return new ScheduleRow(new UUID(0, 1), "Nightly", Coded.of(BackupType.DAILY), enabled, null,
                NOW.minus(Duration.ofMinutes(dueMinutesAgo)), 60, "0 0 3 * * *", "UTC", Coded.of(VerifyLevel.COMPARE),
                null);
    }
}
