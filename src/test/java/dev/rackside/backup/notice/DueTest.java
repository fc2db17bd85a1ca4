package dev.rackside.backup.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rackside.backup.BackupAlert;
import dev.rackside.backup.BackupAlert.Kind;
import dev.rackside.backup.BackupOutcome;
import dev.rackside.backup.BackupRow;
import dev.rackside.backup.BackupSummary;
import dev.rackside.backup.BackupType;
import dev.rackside.backup.Grade;
import dev.rackside.backup.ScheduleRow;
import dev.rackside.backup.VerifyLevel;
import dev.rackside.text.Coded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is told, by what was told: nothing twice, and nothing left out. */
class DueTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final List<Ledger.Told> told = new ArrayList<>();
    private final Map<UUID, BackupRow> rows = new HashMap<>();

    @Test
    void aFailureIsToldOnceAndItsReturnOnce() {
        var failed = run(1, BackupOutcome.FAILED, Grade.NOT_VERIFIED);
        assertThat(look(failed, List.of(failed))).containsExactly("FAILED backup:" + new UUID(0, 1));
        assertThat(look(failed, List.of(failed))).isEmpty();
        assertThat(look(good(2), List.of(failed))).containsExactly("BACK backup:" + new UUID(0, 1));
        assertThat(look(good(2), List.of(failed))).isEmpty();
        assertThat(look(good(3), List.of(failed))).isEmpty();
    }

    @Test
    void eachFailureIsToldAndTheReturnAnswersTheLast() {
        var first = run(1, BackupOutcome.FAILED, Grade.NOT_VERIFIED);
        var second = run(2, BackupOutcome.ABANDONED, Grade.NOT_VERIFIED);
        look(first, List.of(first));
        assertThat(look(second, List.of(second, first))).containsExactly("FAILED backup:" + new UUID(0, 2));
        assertThat(look(good(3), List.of(second, first))).containsExactly("BACK backup:" + new UUID(0, 2));
        assertThat(look(good(3), List.of(second, first))).isEmpty();
    }

    @Test
    void whatFailedBetweenTwoLooksIsToldToo() {
        var unseen = run(1, BackupOutcome.FAILED, Grade.NOT_VERIFIED);
        assertThat(look(good(2), List.of(unseen))).containsExactly("FAILED old-backup:" + new UUID(0, 1));
        assertThat(look(good(2), List.of(unseen))).as("a newer good one is no return of it").isEmpty();
    }

    @Test
    void anOldBackupWhoseProofFailsAndThenHoldsAndFailsAgainIsToldEachTime() {
        var broken = run(1, BackupOutcome.SUCCEEDED, Grade.FAILED);
        var old = "old-backup:" + new UUID(0, 1);
        assertThat(look(good(2), List.of(broken))).containsExactly("FAILED " + old);
        rows.put(broken.id(), good(1));
        assertThat(look(good(2), List.of())).containsExactly("BACK " + old);
        assertThat(look(good(2), List.of())).isEmpty();
        rows.put(broken.id(), broken);
        assertThat(look(good(2), List.of(broken))).containsExactly("FAILED " + old + "#2");
        assertThat(look(good(2), List.of(broken))).isEmpty();
    }

    @Test
    void overdueIsToldPerSlotAndItsReturnOnlyWhenABackupCame() {
        var due = "schedule:" + new UUID(0, 9) + ":2026-11-29T10:00:00Z";
        var late = schedule(true, "2026-11-29T10:00:00Z", null);
        assertThat(look(null, List.of(), late)).containsExactly("OVERDUE " + due);
        assertThat(look(null, List.of(), late)).isEmpty();
        assertThat(look(null, List.of(), schedule(false, "2026-11-29T10:00:00Z", null))).as("switched off").isEmpty();
        assertThat(look(null, List.of(), schedule(true, "2026-11-30T10:00:00Z", null)))
                .as("on again, and nothing came").isEmpty();
        assertThat(look(null, List.of(), schedule(true, "2026-11-30T10:00:00Z", "2026-11-29T11:59:00Z")))
                .containsExactly("BACK " + due);
        assertThat(look(null, List.of(), schedule(true, "2026-11-30T10:00:00Z", "2026-11-29T11:59:00Z"))).isEmpty();
    }

    @Test
    void whereNothingEverFailedNothingIsSaid() {
        assertThat(look(null, List.of())).isEmpty();
        assertThat(look(good(1), List.of())).isEmpty();
    }

    private List<String> look(@Nullable BackupRow last, List<BackupRow> failed, ScheduleRow... schedules) {
        var summary = new BackupSummary(NOW, null, null, last, failed.size(), NOW.minus(BackupSummary.LATELY),
                List.of(schedules));
        var due = Due.of(summary, failed, told, id -> Optional.ofNullable(rows.get(id)));
        due.forEach(alert -> told.add(new Ledger.Told(alert.subject(), alert.kind())));
        assertThat(due).extracting(BackupAlert::sentence).allSatisfy(sentence -> assertThat(sentence).endsWith("."));
        return due.stream().map(alert -> alert.kind() + " " + alert.subject()).toList();
    }

    private static BackupRow good(int id) {
        return run(id, BackupOutcome.SUCCEEDED, Grade.PROVED);
    }

    private static BackupRow run(int id, BackupOutcome outcome, Grade grade) {
        return new BackupRow(new UUID(0, id), Coded.of(BackupType.DAILY), NOW, NOW, Duration.ZERO, 1L, "mariadb-dump",
                Coded.of(outcome), grade, null, null, null, "/b", NOW);
    }

    private static ScheduleRow schedule(boolean enabled, String next, @Nullable String ran) {
        return new ScheduleRow(new UUID(0, 9), "Nightly", Coded.of(BackupType.DAILY), enabled,
                ran == null ? null : Instant.parse(ran), Instant.parse(next), 60, "0 0 3 * * *", "UTC",
                Coded.of(VerifyLevel.COMPARE), null);
    }

    @Test
    void kindsAreSentInTheOrderOfTheirWeight() {
        var failed = run(1, BackupOutcome.FAILED, Grade.NOT_VERIFIED);
        assertThat(look(failed, List.of(failed), schedule(true, "2026-11-29T10:00:00Z", null)))
                .extracting(each -> each.substring(0, each.indexOf(' ')))
                .containsExactly(Kind.FAILED.name(), Kind.OVERDUE.name());
    }
}
