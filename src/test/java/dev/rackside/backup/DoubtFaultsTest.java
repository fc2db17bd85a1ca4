package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.ServerProgram;
import dev.rackside.server.ServerVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Faults by their numbers: a place that refuses, a source that shrank, retention among bad ones, older programs. */
class DoubtFaultsTest {

    private static final UUID SCHEDULE = new UUID(24, 24);

    private static FaultBench bench;

    @BeforeAll
    static void open() {
        bench = new FaultBench();
        bench.test.outside("INSERT INTO backup_schedules (id, name, backup_type, cron_expression, time_zone,"
                + " target_directory, retention_count) VALUES ('" + SCHEDULE
                + "', 'Nightly', 'daily', '0 0 2 * * *', 'UTC', '"
                + bench.folder.resolve("backups").toAbsolutePath() + "', 1)");
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @BeforeEach
    void empty() {
        bench.shrink();
        bench.test.outside("DELETE FROM backup_log");
    }

    private static UUID taken() {
        return bench.maker().take(BackupType.DAILY, Watch.NONE);
    }

    private static BackupRow row(UUID id) {
        return bench.service.detail(id).row();
    }

    private static void refused(Path target) {
        assertThatThrownBy(() -> bench.maker(target, TestServer.program(), UnaryOperator.identity())
                .take(BackupType.MANUAL, Watch.NONE)).isInstanceOfSatisfying(Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ErrorCode.BACKUP_NOT_TAKEN));
        var detail = bench.service.detail(bench.last());
        assertThat(detail.row().outcome().known()).isEqualTo(BackupOutcome.FAILED);
        assertThat(detail.row().reasonCode()).isEqualTo(Reason.TARGET_LOST.code());
        assertThat(detail.failure()).contains(target.getFileName().toString(), System.getProperty("user.name"));
    }

    @Test
    void f06APlaceThatRefusesIsToldWithItsPathAndTheAccount() throws IOException, InterruptedException {
        var before = bench.files();
        refused(Files.createFile(Files.createDirectories(bench.folder).resolve("a file, no folder")));
        refused(bench.folder.resolve("a file, no folder").resolve("below"));
        var readOnly = Files.createDirectories(bench.folder.resolve("read-only"));
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "ro,size=1m", "tmpfs", readOnly.toString()) == 0,
                "no right to mount a disk");
        try {
            refused(readOnly);
        } finally {
            run("umount", readOnly.toString());
        }
        assertThat(bench.files()).isEqualTo(before);
    }

    @Test
    void f11HalfOfTheRowsIsSuspectUntilAPersonSaysThatItIsRight() {
        bench.grow(3_000);
        var before = taken();
        assertThat(row(before).suspect()).as("there is nothing to compare it with").isFalse();
        bench.shrink();
        var id = taken();
        assertThat(row(id).outcome().known()).isEqualTo(BackupOutcome.SUCCEEDED);
        assertThat(row(id).reasonCode()).isEqualTo(Reason.SHRUNK.code());
        assertThat(bench.service.detail(id).failure()).contains("rows 30", "bytes");

        bench.maker().prove(id, VerificationLevel.COMPARE, Watch.NONE);
        assertThat(row(id).grade()).as("as proved").isEqualTo(Grade.PROVED);
        assertThat(row(id).suspect()).as("and still to be looked at").isTrue();
        assertThat(row(taken()).suspect()).as("compared with the last good one, not with a suspect one").isTrue();

        bench.service.confirm(id, "kim");
        assertThat(row(id).reasonCode()).isNull();
        assertThat(row(id).grade()).isEqualTo(Grade.PROVED);
        assertThat(bench.service.detail(id).report().raw()).contains("\"confirmed\"", "\"kim\"");
        assertThat(row(taken()).suspect()).as("it counts from then on").isFalse();
    }

    @Test
    void f11ASuspectOneTakesNoOlderOnesPlace() {
        bench.grow(3_000);
        var good = scheduled(taken());
        bench.maker().prove(good, VerificationLevel.COMPARE, Watch.NONE);
        bench.shrink();
        var suspect = scheduled(taken());
        bench.maker().prove(suspect, VerificationLevel.COMPARE, Watch.NONE);
        prune();
        assertThat(bench.file(good)).exists();
        bench.service.confirm(suspect, "kim");
        prune();
        assertThat(bench.file(good)).doesNotExist();
        assertThat(bench.file(suspect)).exists();
    }

    @Test
    void f24WithAllNewerBackupsBadTheLastProvedOneStays() throws IOException {
        var proved = scheduled(taken());
        bench.maker().prove(proved, VerificationLevel.COMPARE, Watch.NONE);
        for (var newer = 0; newer < 3; newer++) {
            var bad = scheduled(taken());
            var bytes = Files.readAllBytes(bench.file(bad));
            bytes[bytes.length / 2] ^= 1;
            Files.write(bench.file(bad), bytes);
            assertThat(bench.maker().prove(bad, VerificationLevel.HASH, Watch.NONE).status())
                    .isEqualTo(VerificationStatus.FAILED);
        }
        bench.test.outside("UPDATE backup_log SET backup_started_at = backup_started_at - INTERVAL 400 DAY"
                + " WHERE id = '" + proved + "'");
        prune();
        assertThat(bench.file(proved)).exists();
        assertThat(bench.maker().prove(proved, VerificationLevel.PARSE, Watch.NONE).reached(VerificationLevel.PARSE))
                .isTrue();
        assertThat(row(proved).grade()).isEqualTo(Grade.PROVED);
    }

    @Test
    void f30ADumpProgramOlderThanTheServerSaysBothVersions() {
        var real = TestServer.program();
        var old = new ServerProgram(real.daemon(), real.client(), real.dump(), real.share(),
                ServerVersion.in("10.6.12-MariaDB").orElseThrow());
        assertThatThrownBy(() -> bench.maker(bench.folder.resolve("backups"), old, UnaryOperator.identity())
                .take(BackupType.MANUAL, Watch.NONE)).isInstanceOf(Problem.class);
        var detail = bench.service.detail(bench.last());
        assertThat(detail.row().reasonCode()).isEqualTo(Reason.TOOL_TOO_OLD.code());
        assertThat(detail.failure()).contains("10.6.12 < " + real.version().toString().substring(0, 3));
    }

    @Test
    void f30AClientOlderThanTheSandboxLineIsToldWithTheVersionItNeeds() throws IOException {
        var id = taken();
        var client = bench.folder.resolve("old-client.sh").toAbsolutePath();
        Files.writeString(client, """
                #!/bin/sh
                head -c 100 > /dev/null
                echo "ERROR at line 1: Unknown command '\\\\-'." >&2
                exit 1
                """);
        Files.setPosixFilePermissions(client, PosixFilePermissions.fromString("rwx------"));
        var real = TestServer.program();
        var old = new ServerProgram(real.daemon(), client, real.dump(), real.share(), real.version());
        var proof = bench.maker(bench.folder.resolve("backups"), old, UnaryOperator.identity())
                .prove(id, VerificationLevel.COMPARE, Watch.NONE);
        assertThat(proof.status()).isEqualTo(VerificationStatus.NOT_VERIFIED);
        assertThat(proof.reason()).as(proof.words()).isEqualTo(Reason.TOOL_TOO_OLD);
        assertThat(proof.words()).contains("10.11.8", "11.4.2", real.version().toString());
    }

    private static UUID scheduled(UUID id) {
        bench.test.outside("UPDATE backup_log SET schedule_id = '" + SCHEDULE + "' WHERE id = '" + id + "'");
        return id;
    }

    private static void prune() {
        var retention = new PruneService(bench.test.database(), () -> "kim", () -> true, Workstation.name());
        retention.prune(retention.plan(), _ -> true);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor();
    }
}
