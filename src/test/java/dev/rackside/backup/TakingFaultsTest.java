package dev.rackside.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rackside.credential.BackupKeySource;
import dev.rackside.backup.dump.OpeningKeys;
import dev.rackside.backup.dump.ManifestFile;
import dev.rackside.backup.dump.DumpFailure;
import dev.rackside.db.TestFolders;
import dev.rackside.db.TestServer;
import dev.rackside.fault.ErrorCode;
import dev.rackside.fault.Problem;
import dev.rackside.server.ServerProgram;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The faults of taking a backup, by their numbers; an older good backup is there all the time. */
class TakingFaultsTest {

    private static FaultBench bench;
    private static List<String> before;

    @BeforeAll
    static void open() {
        bench = new FaultBench();
        bench.maker().take(BackupType.DAILY, Watch.NONE);
        before = bench.files();
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @AfterEach
    void shrink() {
        bench.shrink();
    }

    @Test
    void aBackupAndItsManifestAreThereWithTheirRecord() {
        assertThat(before).hasSizeGreaterThanOrEqualTo(2).first().asString().endsWith(".sql.zst");
        var detail = bench.service.detail(bench.maker().newest().orElseThrow());
        assertThat(detail.row().outcome().known()).isEqualTo(BackupOutcome.SUCCEEDED);
        assertThat(detail.row().grade()).isEqualTo(Grade.NOT_VERIFIED);
        assertThat(detail.row().sizeBytes()).isPositive();
        assertThat(detail.sha256()).hasSize(64);
        assertThat(detail.takenBy()).isEqualTo("mara.ellis");
        assertThat(detail.toolVersion()).startsWith("mariadb-dump 11.");
        assertThat(detail.report().tables()).extracting(VerificationReport.TableCheck::name).contains("odd", "kept");
    }

    @Test
    void f01ADumpThatIsKilledLeavesNothing() {
        bench.grow();
        assertFails(Reason.DUMP_KILLED, bench.dumpedBy("exec $REAL \"$@\""), pace -> {
            if (pace.stage() == Watch.Stage.DUMP) {
                dumps().forEach(ProcessHandle::destroyForcibly);
            }
        });
    }

    @Test
    void f02ADumpWithoutItsLastKilobyteIsNoBackup() {
        assertFails(Reason.TRAILER_MISSING, bench.dumpedBy("$REAL \"$@\" | head -c -1024; exit 0"), Watch.NONE);
    }

    @Test
    void f03ADumpThatFailsIsNoBackupAndItsWordsAreKeptWithoutValues() {
        assertFails(Reason.DUMP_FAILED, bench.dumpedBy("$REAL \"$@\" | head -c 20000\n"
                + "echo \"mariadb-dump: Got error: 9999: near 'a customer'\" >&2\nexit 2"), Watch.NONE);
        assertThat(bench.service.detail(bench.last()).failure()).contains("9999").doesNotContain("customer");
    }

    @Test
    void f03ADumpThatIsWholeAndFailsAllTheSameIsNoBackup() {
        assertFails(Reason.DUMP_FAILED, bench.dumpedBy("$REAL \"$@\"; exit 3"), Watch.NONE);
    }

    @Test
    void f03AProgramThatCannotBeRunIsNoBackup() {
        var real = TestServer.program();
        assertFails(Reason.DUMP_FAILED, new ServerProgram(real.daemon(), real.client(),
                bench.folder.resolve("no program"), real.share(), real.version()), Watch.NONE);
    }

    @Test
    void f04AStageThatFailsIsNoBackupThoughTheDumpIsFine() {
        UnaryOperator<OutputStream> broken = output -> new FilterOutputStream(output) {
            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                throw new IOException("broken stage");
            }
        };
        assertFails(Reason.STAGE_FAILED, bench.maker(bench.folder.resolve("backups"), TestServer.program(), broken),
                Watch.NONE);
    }

    @Test
    void f05AFullDiskIsToldAndNothingIsLeft() throws IOException, InterruptedException {
        var small = Files.createDirectories(bench.folder.resolve("small"));
        var mounted = run("mount", "-t", "tmpfs", "-o", "size=12k", "tmpfs", small.toString());
        assumeTrue(mounted == 0, "no right to mount a small disk");
        try {
            assertFails(Reason.DISK_FULL, bench.maker(small, TestServer.program(), UnaryOperator.identity()),
                    Watch.NONE);
            assertThat(small).isEmptyDirectory();
        } finally {
            run("umount", small.toString());
        }
    }

    @Test
    void f07APlaceThatVanishesIsToldAndNoFileHasItsFinalName() {
        var gone = bench.folder.resolve("gone");
        assertFails(Reason.TARGET_LOST, bench.maker(gone, TestServer.program(), UnaryOperator.identity()), pace -> {
            if (pace.stage() == Watch.Stage.PUBLISH) {
                TestFolders.delete(gone);
            }
        });
        assertThat(gone).doesNotExist();
    }

    @Test
    void f13AViewThatCannotBeReadIsNamed() {
        bench.test.outside("CREATE TABLE soon_gone (id INT)", "CREATE VIEW dead AS SELECT id FROM soon_gone",
                "DROP TABLE soon_gone");
        try {
            assertFails(Reason.OBJECT_BROKEN, TestServer.program(), Watch.NONE);
            assertThat(bench.service.detail(bench.last()).row().grade()).isEqualTo(Grade.FAILED);
        } finally {
            bench.test.outside("DROP VIEW dead");
        }
    }

    @Test
    void f14ADefinitionThatChangesOnceIsDumpedAgainAndOneThatAlwaysChangesIsNoBackup() {
        bench.test.outside("CREATE OR REPLACE VIEW changing AS SELECT 0 AS n");
        var slow = bench.dumpedBy("$REAL \"$@\" | (head -c 30000; sleep 1.5; cat)");
        var changes = new ArrayList<Long>();
        Watch always = pace -> {
            if (pace.stage() == Watch.Stage.DUMP && pace.ofTables() > 0) {
                changes.add(pace.bytes());
                bench.test.outside("CREATE OR REPLACE VIEW changing AS SELECT " + changes.size() + " AS n");
            }
        };
        assertFails(Reason.DEFINITION_CHANGED, slow, always);
        assertThat(bench.service.detail(bench.last()).failure()).contains("view changing");

        changes.clear();
        Watch once = pace -> {
            if (changes.isEmpty()) {
                always.at(pace);
            }
        };
        var id = bench.maker(bench.folder.resolve("again"), slow, UnaryOperator.identity()).take(BackupType.MANUAL,
                once);
        assertThat(changes).hasSize(1);
        assertThat(bench.service.detail(id).row().outcome().known()).isEqualTo(BackupOutcome.SUCCEEDED);
        bench.test.outside("DROP VIEW changing");
    }

    @Test
    void f12ADumpThatLacksARoutineNamesIt() {
        assertFails(Reason.OBJECT_MISSING, bench.dumpedBy("$REAL \"$@\" | sed 's/PROCEDURE `tell`/PROCEDURE `t`/'"),
                Watch.NONE);
        assertThat(bench.service.detail(bench.last()).failure()).isEqualTo("procedure tell");
    }

    @Test
    void f25WhatACrashLeftIsPutRight() throws IOException {
        var maker = bench.maker(bench.folder.resolve("crashed"), TestServer.program(), UnaryOperator.identity());
        var renamed = maker.take(BackupType.MANUAL, Watch.NONE);
        var whole = bench.service.detail(renamed);
        bench.test.outside("UPDATE backup_log SET outcome = 'running', sha256 = NULL, file_size_bytes = 0 WHERE id = '"
                + renamed + "'");
        var unfinished = maker.take(BackupType.MANUAL, Watch.NONE);
        var file = bench.file(unfinished);
        var partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.move(file, partial);
        bench.test.outside("UPDATE backup_log SET outcome = 'running', sha256 = NULL WHERE id = '" + unfinished + "'");
        var young = maker.take(BackupType.MANUAL, Watch.NONE);
        Files.delete(bench.file(young));
        bench.test.outside("UPDATE backup_log SET outcome = 'running' WHERE id = '" + young + "'");

        maker.clearLeftOvers();
        assertThat(bench.service.detail(renamed).row().outcome().known()).isEqualTo(BackupOutcome.SUCCEEDED);
        assertThat(bench.service.detail(renamed).sha256()).isEqualTo(whole.sha256());
        assertThat(bench.service.detail(renamed).row().sizeBytes()).isEqualTo(whole.row().sizeBytes());
        var abandoned = bench.service.detail(unfinished).row();
        assertThat(abandoned.outcome().known()).isEqualTo(BackupOutcome.ABANDONED);
        assertThat(abandoned.reasonCode()).isEqualTo("lease_expired");
        assertThat(bench.service.detail(young).row().outcome().known()).as("may not have come to its file yet")
                .isEqualTo(BackupOutcome.RUNNING);
        assertThat(partial).doesNotExist();
        try (var left = Files.list(file.getParent())) {
            assertThat(left.map(each -> each.getFileName().toString()).toList())
                    .noneMatch(name -> name.startsWith(file.getFileName().toString()));
        }
    }

    @Test
    void f25WhatSomebodyStillWritesIsLeftAlone() {
        bench.grow();
        var other = bench.maker();
        var seen = new ArrayList<String>();
        var id = bench.maker().take(BackupType.MANUAL, pace -> {
            if (seen.isEmpty() && pace.stage() == Watch.Stage.DUMP) {
                bench.test.outside("UPDATE backup_log SET backup_started_at = '2020-01-01' WHERE outcome = 'running'");
                other.clearLeftOvers();
                seen.addAll(bench.files());
            }
        });
        assertThat(seen).anyMatch(name -> name.endsWith(".partial"));
        assertThat(bench.service.detail(id).row().outcome().known()).isEqualTo(BackupOutcome.SUCCEEDED);
        before = bench.files();
    }

    @Test
    void f32ThePasswordIsInNoArgumentAndNoVariableAndItsFileIsTheOwnersAlone() throws IOException {
        bench.grow();
        var password = bench.test.schema().password();
        var seen = new ArrayList<String>();
        var permissions = new AtomicReference<String>();
        bench.maker(bench.folder.resolve("f32"), TestServer.program(), UnaryOperator.identity())
                .take(BackupType.MANUAL, pace -> {
                    if (pace.stage() == Watch.Stage.DUMP && seen.isEmpty()) {
                        dumps().forEach(dump -> seen.add(proc(dump, "cmdline") + proc(dump, "environ")));
                        permissions.set(permissions());
                    }
                });
        assertThat(seen).isNotEmpty().first().asString().contains("--defaults-file=").doesNotContain(password);
        assertThat(permissions.get()).isEqualTo("rw-------");
        try (var left = Files.list(bench.folder.resolve("cache").resolve("sign-in"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void f25ARecordThatAnotherProcessHereCompletedFirstTakesNoFileAway() {
        var id = bench.maker(bench.folder.resolve("settled"), TestServer.program(), UnaryOperator.identity())
                .take(BackupType.MANUAL, Watch.NONE);
        var manifest = ManifestFile.read(ManifestFile.of(bench.file(id)),
                new OpeningKeys(bench.key(), BackupKeySource.NONE));
        var runs = new RunBook(bench.test.database());
        runs.succeeded(id, manifest);
        assertThat(bench.service.detail(id).row().outcome().known()).isEqualTo(BackupOutcome.SUCCEEDED);
        assertThat(bench.file(id)).exists();

        bench.test.outside("UPDATE backup_log SET outcome = 'abandoned', sha256 = NULL WHERE id = '" + id + "'");
        assertThatThrownBy(() -> runs.succeeded(id, manifest)).isInstanceOfSatisfying(DumpFailure.class,
                failure -> assertThat(failure.reason()).isEqualTo(Reason.LEASE_EXPIRED));
        bench.test.outside("DELETE FROM backup_log WHERE id = '" + id + "'");
    }

    @Test
    void f33ACancelledDumpIsGoneWithinTwoSecondsWithAllItStarted() {
        bench.grow();
        var slow = bench.dumpedBy("$REAL \"$@\" | (head -c 300000; sleep 60; cat)");
        var cancelledAt = new AtomicReference<Instant>();
        var watch = new Watch() {
            @Override
            public void at(Pace pace) {
                cancelledAt.compareAndSet(null, Instant.now());
            }

            @Override
            public boolean cancelled() {
                return cancelledAt.get() != null;
            }
        };
        var maker = bench.maker(bench.folder.resolve("backups"), slow, UnaryOperator.identity());
        assertThatThrownBy(() -> maker.take(BackupType.MANUAL, watch)).isInstanceOf(CancellationException.class);
        assertThat(Duration.between(cancelledAt.get(), Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(dumps()).isEmpty();
        assertThat(bench.files()).isEqualTo(before);
        assertThat(bench.service.detail(bench.last()).row().reasonCode()).isEqualTo("cancelled");
    }

    @Test
    void f33ACancelIsHeardWhileAnothersLockIsWaitedFor() throws SQLException {
        try (var other = bench.test.database().dataSource().getConnection(); var lock = other.createStatement()) {
            lock.execute("LOCK TABLES odd WRITE");
            var begun = Instant.now();
            assertThatThrownBy(
                    () -> bench.maker().take(BackupType.MANUAL, FaultBench.cancelledAt(begun.plusSeconds(1))))
                    .isInstanceOf(CancellationException.class);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(3));
            lock.execute("UNLOCK TABLES");
        }
        assertThat(bench.files()).isEqualTo(before);
        assertThat(bench.service.detail(bench.last()).row().reasonCode()).isEqualTo("cancelled");
    }

    @Test
    void f35AFolderOfAnyNameIsTheFolderThatWasMeant() throws IOException {
        var odd = Files.createDirectories(bench.folder.resolve("it's \"odd\" & $HOME;"));
        var link = Files.createSymbolicLink(bench.folder.resolve("link"), odd);
        for (var target : List.of(odd, bench.folder.resolve("link").resolve("..").resolve("link"), link,
                odd.resolve("..").resolve(odd.getFileName()))) {
            var id = bench.maker(target, TestServer.program(), UnaryOperator.identity()).take(BackupType.MANUAL,
                    Watch.NONE);
            assertThat(bench.file(id)).exists().hasParent(odd.toRealPath());
            assertThat(bench.maker().prove(id, VerificationLevel.HASH, Watch.NONE).reached(VerificationLevel.HASH))
                    .isTrue();
        }
        var deep = bench.folder.resolve("d".repeat(200)).resolve("e".repeat(200)).resolve("f".repeat(100));
        assertThatThrownBy(() -> bench.maker(deep, TestServer.program(), UnaryOperator.identity())
                .take(BackupType.MANUAL, Watch.NONE)).isInstanceOf(Problem.class);
    }

    private static void assertFails(Reason reason, ServerProgram program, Watch watch) {
        assertFails(reason, bench.maker(bench.folder.resolve("backups"), program, UnaryOperator.identity()), watch);
    }

    /** The backup fails for the reason, which its record says; nothing of it is there, and the older one is. */
    private static void assertFails(Reason reason, BackupMaker maker, Watch watch) {
        assertThatThrownBy(() -> maker.take(BackupType.MANUAL, watch)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo(ErrorCode.BACKUP_NOT_TAKEN));
        var detail = bench.service.detail(bench.last());
        assertThat(detail.row().reasonCode()).as(String.valueOf(detail.failure())).isEqualTo(reason.code());
        assertThat(detail.row().outcome().known()).isEqualTo(BackupOutcome.FAILED);
        assertThat(detail.verification().known()).isNotEqualTo(VerificationStatus.PASSED);
        assertThat(bench.files()).isEqualTo(before);
    }

    private static List<ProcessHandle> dumps() {
        return ProcessHandle.current().descendants()
                .filter(child -> child.info().command().orElse("").contains("dump")).toList();
    }

    private static String proc(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException _) {
            return "";
        }
    }

    private static String permissions() {
        try (var files = Files.list(bench.folder.resolve("cache").resolve("sign-in"))) {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(files.findFirst().orElseThrow()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor();
    }
}
