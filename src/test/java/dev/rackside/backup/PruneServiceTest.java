package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.rackside.db.TestDatabase;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real rows, real files, real links. */
class PruneServiceTest {

    private static final UUID SCHEDULE = new UUID(7, 7);
    private static final String PROVED = "{\"level\": \"compare\", \"remark\": \"kept\"}";

    private static TestDatabase test;

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private PruneService retention;

    @BeforeAll
    static void open() {
        test = TestDatabase.migrated("backup_prune", List.of(BackupService.ENTITIES));
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @BeforeEach
    void schedule() throws IOException {
        retention = new PruneService(test.database(), () -> "mara.ellis", () -> true, "WS01");
        folder = folder.toRealPath();
        test.outside("DELETE FROM backup_log", "DELETE FROM backup_schedules",
                "INSERT INTO backup_schedules (id, name, backup_type, cron_expression, time_zone, target_directory, "
                        + "retention_count) VALUES ('" + SCHEDULE + "', 'Nightly', 'daily', '0 0 2 * * *', "
                        + "'Europe/Berlin', '" + folder.resolve("target") + "', 1)");
        Files.createDirectories(folder.resolve("target"));
    }

    @Test
    void whatGoesIsRemovedWithItsManifestAndItsRecordSaysSo() throws IOException {
        var old = file("target/old.sql.zst");
        file("target/old.sql.zst.manifest.json");
        var other = file("target/old.sql.zst2");
        var id = row(9, old, "WS01");
        row(1, file("target/new.sql.zst"), "WS01");
        var plans = retention.plan();
        assertThat(plans.getFirst().going()).extracting(line -> line.row().id()).containsExactly(id);
        assertThat(plans.getFirst().bytes()).isEqualTo(4);
        assertThat(old).as("a plan removes nothing").exists();

        var done = retention.prune(plans, _ -> true);

        assertThat(done).extracting(PruneService.Done::state).containsExactly(PruneState.REMOVED);
        assertThat(old).doesNotExist();
        assertThat(folder.resolve("target/old.sql.zst.manifest.json")).doesNotExist();
        assertThat(other).exists();
        var detail = new BackupService(test.database()).detail(id);
        assertThat(detail.row().reasonCode()).isEqualTo(PruneService.PRUNED);
        assertThat(detail.row().grade()).as("it was proved all the same").isEqualTo(Grade.PROVED);
        assertThat(detail.report().remark()).isEqualTo("kept");
        assertThat(detail.report().raw()).contains("\"by\":\"mara.ellis\"", "\"file\":\"removed\"");
        assertThat(retention.plan().getFirst().lines()).as("it isn't asked about again").hasSize(1);
    }

    @Test
    void f23AFileThatIsVerifiedStaysAndIsCalledNothingWorse() throws IOException {
        var old = file("target/old.sql.zst");
        var id = row(9, old, "WS01");
        row(1, file("target/new.sql.zst"), "WS01");
        var before = retention.plan();
        try (var reading = BackupFileLock.toRead(old).orElseThrow()) {
            assertThat(reading).isNotNull();
            assertThat(retention.plan().getFirst().lines().getLast().verdict().reasons())
                    .containsExactly(RetentionVerdict.Reason.of(RetentionVerdict.Kind.BUSY));
            assertThat(retention.prune(before, _ -> true)).isEmpty();
        }
        assertThat(old).exists();
        var detail = new BackupService(test.database()).detail(id);
        assertThat(detail.row().reasonCode()).isNull();
        assertThat(detail.row().grade()).isEqualTo(Grade.PROVED);
        assertThat(retention.prune(before, _ -> true)).extracting(PruneService.Done::gone).containsExactly(true);
    }

    @Test
    void f35ALinkIsNotFollowedOutOfTheDirectory() throws IOException {
        var precious = file("precious.sql");
        var link = Files.createSymbolicLink(folder.resolve("target/link.sql"), precious);
        Files.createDirectories(folder.resolve("elsewhere"));
        var hidden = file("elsewhere/hidden.sql");
        Files.createSymbolicLink(folder.resolve("target/door"), folder.resolve("elsewhere"));
        row(9, link, "WS01");
        row(8, folder.resolve("target/door/hidden.sql"), "WS01");
        row(7, folder.resolve("target/../precious.sql"), "WS01");
        row(6, folder.resolve("target"), "WS01");
        row(1, file("target/new.sql.zst"), "WS01");
        assertThat(retention.prune(retention.plan(), _ -> true)).hasSize(4).extracting(PruneService.Done::state)
                .containsOnly(PruneState.NOT_OURS);
        assertThat(precious).exists();
        assertThat(hidden).exists();
        assertThat(link).exists();
    }

    @Test
    void outsideTheDirectoryOnlyTheVeryFileOfTheRowIsRemoved() throws IOException {
        var same = file("old-place.sql");
        var other = folder.resolve("grown.sql");
        Files.writeString(other, "something much larger");
        row(9, same, "WS01");
        row(8, other, "WS01");
        row(1, file("target/new.sql.zst"), "WS01");
        assertThat(retention.prune(retention.plan(), _ -> true)).extracting(PruneService.Done::state)
                .containsExactly(PruneState.NOT_OURS, PruneState.REMOVED);
        assertThat(same).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void aMissingFileIsSaidAndMarkedOnlyByTheComputerThatWroteIt() {
        var here = row(9, folder.resolve("target/gone.sql"), "ws01");
        var there = row(8, folder.resolve("target/gone-too.sql"), "WS02");
        row(7, Path.of("C:\\backups\\x.sql"), "WS02");
        row(1, folder.resolve("target/new.sql"), "WS01");
        assertThat(retention.prune(retention.plan(), _ -> true)).extracting(PruneService.Done::state)
                .containsExactly(PruneState.ELSEWHERE, PruneState.MISSING, PruneState.MISSING);
        var backups = new BackupService(test.database());
        assertThat(backups.detail(here).row().reasonCode()).isEqualTo(PruneService.PRUNED);
        assertThat(backups.detail(there).row().reasonCode()).isNull();
    }

    @Test
    void f24WhenANewerOneTurnsBadInBetweenTheLastGoodOneStays() throws IOException {
        var good = file("target/good.sql");
        row(9, good, "WS01");
        var newer = row(1, file("target/new.sql"), "WS01");
        var plans = retention.plan();
        assertThat(plans.getFirst().going()).hasSize(1);
        test.outside("UPDATE backup_log SET verification_status = 'failed', reason_code = 'hash_differs' WHERE id = '"
                + newer + "'");
        assertThat(retention.prune(plans, _ -> true)).isEmpty();
        assertThat(good).exists();
    }

    @Test
    void whatNoScheduleTookStays() throws IOException {
        var id = row(9, file("target/manual.sql"), "WS01");
        row(1, file("target/new.sql"), "WS01");
        test.outside("UPDATE backup_log SET schedule_id = NULL WHERE id = '" + id + "'");
        assertThat(retention.plan().getFirst().lines()).hasSize(1);
    }

    @Test
    void onlyAnAdministratorRemoves() throws IOException {
        row(9, file("target/old.sql"), "WS01");
        row(1, file("target/new.sql"), "WS01");
        retention = new PruneService(test.database(), () -> "kim", () -> false, "WS01");
        assertThatThrownBy(() -> retention.prune(retention.plan(), _ -> true)).asInstanceOf(type(Problem.class))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.ADMINISTRATOR_ONLY));
        assertThat(folder.resolve("target/old.sql")).exists();
    }

    private Path file(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "dump");
    }

    private static UUID row(int daysAgo, Path file, String workstation) {
        var id = UUID.randomUUID();
        test.outside("INSERT INTO backup_log (id, backup_type, file_path, file_size_bytes, backup_started_at, "
                + "backup_completed_at, verification_status, verification_details, outcome, schedule_id, slot_at, "
                + "taken_by, workstation) VALUES ('" + id + "', 'daily', '" + file.toString().replace("\\", "\\\\")
                + "', 4, utc_timestamp(6) - INTERVAL " + daysAgo + " DAY, utc_timestamp(6) - INTERVAL " + daysAgo
                + " DAY, 'passed', '" + PROVED + "', 'succeeded', '" + SCHEDULE + "', utc_timestamp(6) - INTERVAL "
                + daysAgo + " DAY, 'mara.ellis', '" + workstation + "')");
        return id;
    }
}
