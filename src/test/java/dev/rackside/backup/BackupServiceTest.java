package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.InvalidDraft;
import dev.rackside.fault.Problem;
import dev.rackside.row.Dependent;
import dev.rackside.row.EditConflict;
import dev.rackside.row.Versioned;
import dev.rackside.text.Coded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackupServiceTest {

    private static final Instant START = Instant.parse("2026-11-20T02:00:00Z");
    private static final String OURS = "00000000-0000-7000-8000-0000000000aa";

    private static TestDatabase test;
    private static BackupService backups;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("backups", List.of(BackupService.ENTITIES));
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
    void aRecordedBackupIsThereWithWhoEnteredItAndNoOutcome() {
        var saved = backups.create(draft("C:\\dumps\\a.sql.gz"), "mara.ellis");
        var detail = backups.detail(saved.id());
        assertThat(detail.row().outcome().text()).isNull();
        assertThat(detail.row().startedAt()).isEqualTo(START);
        assertThat(detail.row().duration()).hasSeconds(80);
        assertThat(detail.row().grade()).isEqualTo(Grade.NOT_VERIFIED);
        assertThat(detail.report().recordedBy()).isEqualTo("mara.ellis");
        assertThat(detail.takenBy()).isNull();
        assertThat(detail.editable()).isTrue();
    }

    @Test
    void theServiceRefusesWhatTheFormWould() {
        var bad = new BackupDraft(Coded.of(BackupType.MANUAL), " ", 1L, START, null, "x", null, null,
                Coded.of(VerificationStatus.PASSED), null);
        assertThatThrownBy(() -> backups.create(bad, "x")).isInstanceOf(InvalidDraft.class);
        var saved = backups.create(draft("/a"), "x");
        assertThatThrownBy(() -> backups.save(saved, bad)).isInstanceOf(InvalidDraft.class);
    }

    @Test
    void anEditMeetsAnotherEditAsAConflict() {
        var saved = backups.create(draft("/a"), "x");
        var theirs = backups.save(saved, draft("/theirs"));
        assertThat(theirs.draft().filePath()).isEqualTo("/theirs");
        assertThatThrownBy(() -> backups.save(saved, draft("/mine"))).isInstanceOfSatisfying(EditConflict.class,
                conflict -> assertThat(((BackupDraft) conflict.current().draft()).filePath()).isEqualTo("/theirs"));
        assertThat(backups.save(theirs, draft("/mine")).draft().filePath()).isEqualTo("/mine");
    }

    @Test
    void anEditMeetsAnOutsideWriterEvenWhereOnlyTheCaseChanged() {
        var saved = backups.create(draft("/Backups/a.sql"), "x");
        test.outside("UPDATE backup_log SET file_path = '/backups/a.sql', updated_at = updated_at");
        assertThatThrownBy(() -> backups.save(saved, draft("/mine"))).isInstanceOf(EditConflict.class);
    }

    @Test
    void anEditOfARowThatIsGoneSaysSo() {
        var saved = backups.create(draft("/a"), "x");
        backups.delete(saved.id());
        assertThatThrownBy(() -> backups.save(saved, draft("/b"))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(ErrorCode.ROW_GONE));
    }

    @Test
    void aRunOfOurOwnIsNotChangedByHand() {
        test.outside(
                "INSERT INTO backup_log (id, backup_type, file_path, backup_started_at, outcome, taken_by) VALUES ('"
                        + OURS + "', 'daily', '/x', '2026-11-20 02:00:00', 'succeeded', 'mara.ellis')");
        var loaded = backups.load(UUID.fromString(OURS));
        assertThat(backups.detail(loaded.id()).editable()).isFalse();
        assertThatThrownBy(() -> backups.save(loaded, draft("/y"))).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(ErrorCode.VALUE_REFUSED));
    }

    @Test
    void anEditLeavesTheStartAloneWhereTheColumnWouldChangeByItself() {
        var saved = backups.create(draft("/a"), "x");
        test.outside("ALTER TABLE backup_log MODIFY backup_started_at TIMESTAMP(6) NOT NULL "
                + "DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)");
        assertThat(backups.save(saved, draft("/b")).draft().startedAt()).isEqualTo(START);
    }

    @Test
    void aRemarkOnAnotherProgramsRowKeepsItsDetailsAndItsStatus() {
        test.outside("INSERT INTO backup_log (id, backup_type, file_path, file_size_bytes, backup_started_at, "
                + "verification_status, verification_details) VALUES ('" + OURS + "', 'daily', '/x', 5, "
                + "'2026-11-20 02:00:00', 'passed', '{\"method\": \"gzip -t\"}')");
        var loaded = backups.load(UUID.fromString(OURS));
        var before = loaded.draft();
        var remarked = new BackupDraft(before.type(), before.filePath(), before.sizeBytes(), before.startedAt(),
                before.completedAt(), before.method(), before.host(), before.databaseName(), before.verification(),
                VerificationReport.withRemark(before.details(), "on tape 7"));
        backups.save(loaded, remarked);
        var detail = backups.detail(loaded.id());
        assertThat(detail.row().grade()).isEqualTo(Grade.PASSED_ELSEWHERE);
        assertThat(detail.report().method()).isEqualTo("gzip -t");
        assertThat(detail.report().remark()).isEqualTo("on tape 7");
    }

    @Test
    void theScheduleOfARunIsNamedAndLosesItWhenItIsDeleted() {
        var schedule = "00000000-0000-7000-8000-0000000000bb";
        test.outside(
                "INSERT INTO backup_schedules (id, name, backup_type, cron_expression, time_zone, target_directory) "
                        + "VALUES ('" + schedule + "', 'Nightly', 'daily', '0 0 2 * * *', 'UTC', '/b')",
                "INSERT INTO backup_log (id, backup_type, file_path, backup_started_at, outcome, taken_by, schedule_id) "
                        + "VALUES ('" + OURS + "', 'daily', '/x', '2026-11-20 02:00:00', 'succeeded', 'mara', '"
                        + schedule + "')",
                "UPDATE backup_schedules SET last_backup_id = '" + OURS + "'");
        var id = UUID.fromString(OURS);
        assertThat(backups.detail(id).schedule()).isEqualTo("Nightly");
        assertThat(backups.dependents(id)).containsExactly(new Dependent("backup_schedules", 1, false));
        backups.delete(id);
        assertThat(backups.list(BackupFilter.ALL).count()).isZero();
        assertThat(backups.summary().schedules()).hasSize(1);
    }

    private static BackupDraft draft(String path) {
        return new BackupDraft(Coded.of(BackupType.MANUAL), path, 2048L, START, START.plusSeconds(80), "mysqldump",
                "db01.msp.test", "msp_tracking", Coded.of(VerificationStatus.NOT_VERIFIED), null);
    }

    static Versioned<BackupDraft> recorded(BackupService service, String path) {
        return service.create(draft(path), "test");
    }
}
